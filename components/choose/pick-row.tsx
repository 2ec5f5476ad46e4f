import { CircleCheck, CircleMinus } from 'lucide-react';
import { useBank } from '@/components/i18n/use-bank';
import { useTranslations } from 'next-intl';
import { CardFace } from '@/components/art/card-face';
import { MaskedNumber } from '@/components/art/masked-number';
import { StatusWord } from '@/components/ui/status-line';
import type { ChoosePageView } from '@/lib/domain/read-models';

export type Choice = ChoosePageView['cards'][number];

/** Why this card is not on offer here, and what would help. */
function Reason({ card, place }: { card: Choice; place: string }) {
  const bank = useBank();
  const t = useTranslations('ineligibility');
  const words = useTranslations('choose');
  if (card.unavailable === null) return null;
  if (card.unavailable === 'already_saved') {
    return (
      <StatusWord icon={CircleCheck} colour="text-ok">
        {words('alreadySaved')}
      </StatusWord>
    );
  }
  const word =
    card.unavailable === 'expired' && card.expiry !== null
      ? t('expired.dated', { expiry: card.expiry })
      : t(`${card.unavailable}.word`, { name: place });
  return (
    <>
      <StatusWord icon={CircleMinus}>
        <span className="num">{word}</span>
      </StatusWord>
      <span className="block max-w-64 text-small text-balance text-ink-2 md:ms-auto">
        {t(`${card.unavailable}.help`, { phone: bank.phone, name: place })}
      </span>
    </>
  );
}

/**
 * A card that can be put on the slip; the whole row is the label. One that cannot keeps a dashed box that takes the focus, says why, and is
 * never sent: it has no name.
 */
export function PickRow({ card, single, place }: { card: Choice; single: boolean; place: string }) {
  const t = useTranslations('common');
  const possible = card.unavailable === null;
  const box = possible
    ? { name: 'cardId', value: card.cardId, defaultChecked: card.selected }
    : { 'aria-disabled': true, 'aria-describedby': `why-${card.cardId}` };
  return (
    <li>
      <label className="grid grid-cols-[24px_76px_minmax(0,1fr)] items-center gap-x-[15px] gap-y-1.5 py-3 md:grid-cols-[24px_112px_minmax(0,1fr)_auto] md:gap-[22px]">
        <input
          type={single ? 'radio' : 'checkbox'}
          className="box"
          aria-label={t('cardEnding', { name: card.name, last4: card.last4 })}
          {...box}
        />
        <CardFace
          card={card}
          size="small"
          decorative
          dimmed={!possible && card.unavailable !== 'already_saved'}
        />
        <span className="min-w-0">
          <span className={`block text-h3 ${possible ? '' : 'text-ink-2'}`}>{card.name}</span>
          <MaskedNumber last4={card.last4} className="text-small text-ink-2" />
        </span>
        <span
          id={`why-${card.cardId}`}
          className="num col-start-3 -mt-1.5 text-small text-ink-2 md:col-start-4 md:mt-0 md:text-end"
        >
          {possible ? (
            card.expiry === null ? null : (
              t('expires', { expiry: card.expiry })
            )
          ) : (
            <Reason card={card} place={place} />
          )}
        </span>
      </label>
    </li>
  );
}
