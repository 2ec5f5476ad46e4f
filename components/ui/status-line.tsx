import {
  BadgeCheck,
  CircleAlert,
  CircleArrowRight,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleMinus,
  ClockAlert,
  CopyCheck,
  OctagonX,
  type LucideIcon,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CardOutcome } from '@/lib/domain/enrollment';
import { Icon } from './icon';

export type StatusOutcome = CardOutcome | 'confirmed' | 'expired';

const LOOK: Record<StatusOutcome, { icon: LucideIcon; colour: string }> = {
  chosen: { icon: CircleDashed, colour: 'text-ink-2' },
  pushed: { icon: CircleDashed, colour: 'text-ink-2' },
  approved: { icon: CircleCheck, colour: 'text-ok' },
  confirmed: { icon: BadgeCheck, colour: 'text-ok' },
  duplicate: { icon: CopyCheck, colour: 'text-ink-2' },
  needs_authentication: { icon: CircleArrowRight, colour: 'text-warn' },
  declined: { icon: OctagonX, colour: 'text-bad' },
  refused: { icon: OctagonX, colour: 'text-bad' },
  error: { icon: CircleAlert, colour: 'text-bad' },
  cancelled: { icon: CircleMinus, colour: 'text-ink-2' },
  unknown: { icon: CircleHelp, colour: 'text-warn' },
  expired: { icon: ClockAlert, colour: 'text-ink-2' },
};

/** An icon and a word in the status colour; for states that are no outcome of a card. */
export function StatusWord({
  icon,
  colour = 'text-ink-2',
  children,
}: {
  icon: LucideIcon;
  colour?: string;
  children: ReactNode;
}) {
  return (
    <span className={`inline-flex items-start gap-1.5 text-small font-medium ${colour}`}>
      <Icon icon={icon} size={17} className="mt-[1.5px]" />
      <span>{children}</span>
    </span>
  );
}

/**
 * Shape and word first, colour last: the outcome's own title, or other words under the same shape where it stands for a whole
 * slip. "Reported" and "confirmed" never share a shape.
 */
export function StatusLine({ outcome, children }: { outcome: StatusOutcome; children?: ReactNode }) {
  const t = useTranslations('outcomes');
  const { icon, colour } = LOOK[outcome];
  return (
    <StatusWord icon={icon} colour={colour}>
      {children ?? t(`${outcome}.title`)}
    </StatusWord>
  );
}
