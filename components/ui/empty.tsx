import type { ReactNode } from 'react';
import { OpenSeal } from '@/components/art/open-seal';
import { Slip, SlipBody, SlipStub } from '@/components/art/slip';

/** Nothing here yet: a slip with an open seal, one sentence, one action. */
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
    <Slip className="my-5 max-w-[36rem]">
      <SlipStub wide>
        <OpenSeal size={84} className="max-md:size-16" />
      </SlipStub>
      <SlipBody>
        <h2 className="text-h2">{title}</h2>
        <p className="mt-1 text-note text-ink-2">{children}</p>
        {action === undefined ? null : <div className="mt-4">{action}</div>}
      </SlipBody>
    </Slip>
  );
}
