import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { OpenSeal } from '@/components/art/open-seal';
import { BrandName } from '@/components/shell/brand-link';
import { Header } from '@/components/shell/header';
import { PageFooter } from '@/components/shell/page-footer';
import { FocusHeading } from '@/components/ui/focus-heading';
import { Icon } from '@/components/ui/icon';

export interface SystemFrameProps {
  /** Whether the bank's name stands at the top. */
  named?: boolean;
  icon: LucideIcon;
  title: string;
  lead?: string;
  /** Ruled lines: what happened, what it means, what to do. */
  lines: readonly { label: string; text: string }[];
  /** The one action, and a reference to quote. */
  children: ReactNode;
}

/** A page of the system itself: a headline that says what we know, ruled lines, one action. No codes, no picture of failure. */
export function SystemFrame({ named = true, icon, title, lead, lines, children }: SystemFrameProps) {
  return (
    <>
      <Header>{named ? <BrandName /> : null}</Header>
      <main id="main" className="page">
        <div className="flex items-start justify-between gap-16 md:pt-6">
          <div className="min-w-0 max-w-[42rem] flex-1">
            <Icon icon={icon} size={22} className="mb-3 text-ink-2" />
            <FocusHeading>{title}</FocusHeading>
            {lead === undefined ? null : <p className="mt-2.5 max-w-measure text-lead text-ink-2">{lead}</p>}
            <dl className="mt-6">
              {lines.map((line) => (
                <div
                  key={line.label}
                  className="grid gap-x-6 gap-y-0.5 border-t border-rule py-4 last:border-b md:grid-cols-[11rem_minmax(0,1fr)]"
                >
                  <dt className="font-bold">{line.label}</dt>
                  <dd className="text-ink-2">{line.text}</dd>
                </div>
              ))}
            </dl>
            <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3 max-md:justify-center">
              {children}
            </div>
          </div>
          {named ? (
            <div className="hidden lg:block lg:pe-16 lg:pt-2">
              <OpenSeal size={168} />
            </div>
          ) : null}
        </div>
      </main>
      {named ? <PageFooter /> : null}
    </>
  );
}

/** What the person can read out on the phone. */
export function QuotedReference({ label, reference }: { label: string; reference: string }) {
  return (
    <p className="text-small text-ink-2">
      {label} <bdi className="num font-medium text-ink select-all">{reference}</bdi>
    </p>
  );
}
