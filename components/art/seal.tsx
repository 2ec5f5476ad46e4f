import { useFormatter, useTranslations } from 'next-intl';
import { useId } from 'react';
import { brand } from '@/lib/domain/brand';
import { OpenSeal } from './open-seal';
import { sealGeometry } from './seal-geometry';

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

function Curves({
  id,
  curve,
  turn,
  layers,
  width,
}: {
  id: string;
  curve: string;
  turn: number;
  layers: number;
  width: number;
}) {
  return (
    <g fill="none" stroke="currentColor" strokeWidth={width}>
      <path id={id} d={curve} />
      {Array.from({ length: layers - 1 }, (_, layer) => (
        <use key={layer} href={`#${id}`} transform={`rotate(${((layer + 1) * turn).toFixed(2)} 60 60)`} />
      ))}
    </g>
  );
}

/** The seal of one consent. A server component: its geometry is a hash. */
export function Seal({ reference, sealedAt, state, size, inked = false }: SealProps) {
  const t = useTranslations('common');
  const format = useFormatter();
  const id = useId();
  if (state === 'open') return <OpenSeal size={size} />;
  const { outer, inner, layers } = sealGeometry(reference);
  const time =
    sealedAt === null
      ? ''
      : format.dateTime(new Date(sealedAt), {
          day: 'numeric',
          month: 'short',
          year: 'numeric',
          hour: '2-digit',
          minute: '2-digit',
          hour12: false,
        });
  const print = [brand.name, reference, time].filter(Boolean).join(' · ').toUpperCase();
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
      {state === 'unanswered' ? (
        <circle
          cx="60"
          cy="60"
          r="57"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.2"
          strokeDasharray="2.5 5"
          opacity=".6"
        />
      ) : null}
      <g className={state === 'unanswered' ? 'seal-half' : ''}>
        <circle cx="60" cy="60" r="58.4" fill="none" stroke="currentColor" strokeWidth=".8" />
        <circle cx="60" cy="60" r="47.6" fill="none" stroke="currentColor" strokeWidth=".5" />
        <path id={`${id}ring`} d="M60 8.2a51.8 51.8 0 1 1-.01 0" fill="none" />
        <text
          fontSize="5.3"
          letterSpacing=".62"
          fontWeight="480"
          fill="currentColor"
          direction="ltr"
          aria-hidden
        >
          <textPath href={`#${id}ring`} textLength="322">
            {`${print} · ${print} ·`}
          </textPath>
        </text>
        <Curves id={`${id}outer`} {...outer} layers={layers} width={0.55} />
        <Curves id={`${id}inner`} {...inner} layers={layers} width={0.5} />
      </g>
      <circle cx="60" cy="60" r="12.5" fill="var(--sheet)" />
      <path d={brand.mark} transform="translate(49.6 48.2) scale(.95)" fill="currentColor" />
    </svg>
  );
}
