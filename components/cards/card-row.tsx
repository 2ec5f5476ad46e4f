import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CardFace } from '@/components/art/card-face';
import { MaskedNumber } from '@/components/art/masked-number';
import { LIST_ROW } from '@/components/ui/list-row';
import type { CardRowView, SavedPlace } from '@/lib/domain/read-models';
import { CardAction, type StartAction } from './card-action';
import { CardStatus } from './card-status';

/** "Expires 08/29. Shared with Luca Rossi. Also saved at Harbour Market": what is worth knowing, in one line. */
function useCardFacts(card: CardRowView): string {
  const t = useTranslations('cards');
  const words = useTranslations('common');
  const format = useFormatter();
  const places = (certainty: SavedPlace['certainty']): string[] =>
    card.savedElsewhere.filter((place) => place.certainty === certainty).map((place) => place.name);
  const [reported, confirmed] = [places('reported'), places('confirmed')];
  const expired = card.clickToPay.kind === 'unavailable' && card.clickToPay.reason === 'expired';
  return [
    card.expiry === null || expired ? null : words('expires', { expiry: card.expiry }),
    card.note,
    confirmed.length > 0 ? t('alsoSavedConfirmed', { places: format.list(confirmed) }) : null,
    reported.length > 0 ? t('alsoSaved', { places: format.list(reported) }) : null,
  ]
    .filter((fact) => fact !== null && fact !== '')
    .join('. ');
}

function RowText({ card, children }: { card: CardRowView; children: ReactNode }) {
  const facts = useCardFacts(card);
  return (
    <div
      className={`min-w-0 flex-1 ${card.clickToPay.kind === 'can_add' ? 'basis-[7.25rem]' : 'basis-full'}`}
    >
      <div className="flex flex-wrap items-baseline gap-x-2.5">
        <h2 className="text-h3">{card.name}</h2>
        <MaskedNumber last4={card.last4} className="text-note font-hint text-ink-2" />
      </div>
      <div className="grid gap-0.5 md:mt-[5px]">
        {children}
        {facts === '' ? null : <p className="num text-small text-ink-2">{facts}</p>}
      </div>
    </div>
  );
}

/** One card: its face, its name, one status or expiry line, one action at the end (on a phone under a text of more than a line). */
export function CardRow({
  card,
  clickToPayId,
  start,
}: {
  card: CardRowView;
  clickToPayId: string | null;
  start: StartAction;
}) {
  return (
    <li className={LIST_ROW.cards.row}>
      <CardFace card={card} size="small" dimmed={card.clickToPay.kind === 'unavailable'} />
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 md:contents">
        <RowText card={card}>
          <CardStatus card={card} />
        </RowText>
        <CardAction card={card} clickToPayId={clickToPayId} start={start} />
      </div>
    </li>
  );
}
