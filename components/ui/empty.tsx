import type { ReactNode } from 'react';
import { OpenSeal } from '@/components/art/open-seal';

/** Nothing here yet: an open seal, one sentence, one action. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-4 py-5">
      <OpenSeal size={84} />
      <div className="min-w-52">
        <h2 className="text-h3">{title}</h2>
        <p className="text-small text-ink-2">{children}</p>
      </div>
      {action}
    </div>
  );
}
