import { CircleCheck, CircleX, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { FocusBox } from './focus-box';
import { Icon } from './icon';

export type BannerTone = 'ok' | 'warn' | 'bad' | 'neutral';

const LOOK: Record<BannerTone, { wash: string; colour: string; icon: LucideIcon }> = {
  ok: { wash: 'bg-ok-wash', colour: 'text-ok', icon: CircleCheck },
  warn: { wash: 'bg-warn-wash', colour: 'text-warn', icon: TriangleAlert },
  bad: { wash: 'bg-bad-wash', colour: 'text-bad', icon: CircleX },
  neutral: { wash: 'bg-mute-wash', colour: 'text-ink-2', icon: Info },
};

export interface BannerProps {
  tone: BannerTone;
  /** The first sentence, bold. */
  title: ReactNode;
  /** What follows it, with at most one link. */
  children?: ReactNode;
  /** Takes the focus when it appears: for an error summary. */
  focus?: boolean;
  /** With `focus`: takes it again when this value changes, e.g. the state of the form. */
  focusOn?: unknown;
  /** Appears while the person is on the page: said politely. */
  live?: boolean;
  className?: string;
}

/** Wash, icon, one bold sentence; at the top of main. */
export function Banner({
  tone,
  title,
  children,
  focus = false,
  focusOn,
  live = false,
  className = '',
}: BannerProps) {
  const { wash, colour, icon } = LOOK[tone];
  const box = `flex gap-3 rounded-slip forced-colors:border px-[18px] py-4 text-note ${wash} ${className}`;
  const content = (
    <>
      <Icon icon={icon} size={20} className={`mt-px ${colour}`} />
      <div className="min-w-0 flex-1">
        <b>{title}</b> {children}
      </div>
    </>
  );
  if (focus) {
    return (
      <FocusBox on={focusOn} className={box}>
        {content}
      </FocusBox>
    );
  }
  return (
    <div className={box} {...(live ? { role: 'status' } : {})}>
      {content}
    </div>
  );
}
