import { useFormatter, useTranslations } from 'next-intl';
import { useBank } from '@/components/i18n/use-bank';
import { useId } from 'react';
import { OpenSeal } from './open-seal';
import { sealHref } from './seal-geometry';

export interface SealProps {
  /** What the person can quote; the drawing comes from it. */
  reference: string;
  /** ISO 8601, printed into the ring; null where nothing was sealed yet. */
  sealedAt: string | null;
  state: 'open' | 'sealed' | 'unanswered';
  size: number;
  /** The seal appears as if inked in, once. */
  inked?: boolean;
}

const TIME = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
} as const;

/** The ring of microprint: bank, reference and time, then round again as far as it goes. */
function sealPrint(bank: string, reference: string, time: string): string {
  const parts = [bank, reference, time.replaceAll(',', ''), bank, reference];
  return `${parts.filter((part) => part !== '').join(' · ')} ·`.toUpperCase();
}

/** Two rings, drawn through, or dashed where the answer is still missing. */
function Rings({ dashed }: { dashed: boolean }) {
  const dash = dashed ? { strokeDasharray: '2.2 4.6' } : {};
  return (
    <g fill="none" stroke="currentColor">
      <circle cx="60" cy="60" r="58.3" strokeWidth={dashed ? 1 : 0.8} {...dash} />
      <circle
        cx="60"
        cy="60"
        r="47.6"
        strokeWidth={dashed ? 0.8 : 0.5}
        opacity={dashed ? 0.7 : 1}
        {...dash}
      />
    </g>
  );
}

/** The seal of one consent. Its line-work is a file that is fetched once and kept. */
export function Seal({ reference, sealedAt, state, size, inked = false }: SealProps) {
  const bank = useBank();
  const t = useTranslations('common');
  const format = useFormatter();
  const id = useId();
  if (state === 'open') return <OpenSeal size={size} />;
  const print = sealPrint(
    bank.name,
    reference,
    sealedAt === null ? '' : t('sealedAt', { time: format.dateTime(new Date(sealedAt), TIME) }),
  );
  const label = state === 'sealed' ? t('sealOf', { reference }) : t('sealHalf', { reference });
  return (
    <svg
      className={`seal ${inked ? 'seal-ink' : ''}`}
      width={size}
      height={size}
      viewBox="0 0 120 120"
      role="img"
      aria-label={label}
    >
      <Rings dashed={state === 'unanswered'} />
      <g className={state === 'unanswered' ? 'seal-half' : ''}>
        {/* Engraving, not something to read: drawn four times as large, so that no program takes it for small print. */}
        <g transform="scale(.25)">
          <path id={`${id}ring`} d="M240 32.8a207.2 207.2 0 1 1-.04 0" fill="none" />
          <text
            fontSize="21.2"
            letterSpacing="2.48"
            fontWeight="480"
            fill="currentColor"
            direction="ltr"
            aria-hidden
          >
            <textPath href={`#${id}ring`} textLength="1288">
              {print}
            </textPath>
          </text>
        </g>
        <use href={sealHref(reference)} />
      </g>
      <circle cx="60" cy="60" r="12.5" fill="var(--sheet)" />
      <path d={bank.mark} transform="translate(49.6 48.2) scale(.95)" fill="currentColor" />
    </svg>
  );
}
