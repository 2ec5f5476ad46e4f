import { useTranslations } from 'next-intl';
import { useBank } from '@/components/i18n/use-bank';
import type { CardFaceView } from '@/lib/domain/read-models';

export interface CardFaceProps {
  card: Pick<CardFaceView, 'product' | 'name' | 'last4' | 'expiry'>;
  /** `small` under 200 px of width: no name, no chip, larger figures. */
  size: 'full' | 'small';
  /** Cannot be used now: grey, no shadow; a status line says why. */
  dimmed?: boolean;
  /** The words stand beside it already: hide the picture from assistive technology. */
  decorative?: boolean;
  className?: string;
}

/** Field, lines, mark, chip and network mark are a drawing of the brand's (`drawings.ts`); only what differs from card to card is written here. */
export function CardFace({ card, size, dimmed = false, decorative = false, className = '' }: CardFaceProps) {
  const bank = useBank();
  const t = useTranslations('common');
  const small = size === 'small';
  const named = decorative
    ? { 'aria-hidden': true }
    : { role: 'img', 'aria-label': t('cardEnding', { name: card.name, last4: card.last4 }) };
  return (
    <svg
      className={`face face-${card.product} ${small ? 'face-small' : ''} ${dimmed ? 'face-off' : ''} ${className}`}
      viewBox="0 0 340 214"
      {...named}
    >
      {small ? (
        <text x="26" y="188" fontSize="44" fontWeight="520" letterSpacing="-1" fill="currentColor">
          {card.last4}
        </text>
      ) : (
        <g fill="currentColor">
          <text x="53" y="38" fontSize="15.5" fontWeight="520" letterSpacing="-.4">
            {bank.name}
          </text>
          <text x="24" y="168" fontSize="13.5" fontWeight="380" opacity=".92">
            {card.name}
          </text>
          <text x="24" y="192" fontSize="17.5" fontWeight="480" letterSpacing=".2">
            {`•••• ${card.last4}`}
          </text>
          {card.expiry === null ? null : (
            <text x="136" y="192" fontSize="13.5" fontWeight="380" opacity=".92">
              {card.expiry}
            </text>
          )}
        </g>
      )}
    </svg>
  );
}
