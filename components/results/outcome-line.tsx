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
import { StatusWord } from '@/components/ui/status-line';
import type { RowOutcome } from './row-outcome';

const LOOK: Record<RowOutcome, { icon: LucideIcon; colour: string }> = {
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

/** Shape, then word: the outcome's own title, or other words under the same shape where it stands for a whole slip. */
export function OutcomeLine({ outcome, children }: { outcome: RowOutcome; children?: ReactNode }) {
  const t = useTranslations('outcomes');
  const { icon, colour } = LOOK[outcome];
  return (
    <StatusWord icon={icon} colour={colour}>
      {children ?? t(`${outcome}.title`)}
    </StatusWord>
  );
}
