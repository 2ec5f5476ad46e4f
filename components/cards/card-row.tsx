import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CardFace } from '@/components/art/card-face';
import { MaskedNumber } from '@/components/art/masked-number';
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
    <div className="min-w-0">
      <div className="flex flex-wrap items-baseline gap-x-2.5">
        <h2 className="text-h3">{card.name}</h2>
        <MaskedNumber last4={card.last4} className="text-note font-hint text-ink-2" />
      </div>
      <div className="mt-[5px] grid gap-0.5">
        {children}
        {facts === '' ? null : <p className="num text-small text-ink-2">{facts}</p>}
      </div>
    </div>
  );
}

/** One card: its face, its name, one status or expiry line, one action at the end (under the text on a phone). */
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
    <li className="grid grid-cols-[92px_minmax(0,1fr)] items-start gap-x-[15px] gap-y-1.5 py-[15px] md:grid-cols-[120px_minmax(0,1fr)_auto] md:items-center md:gap-[22px] md:py-3">
      <CardFace card={card} size="small" dimmed={card.clickToPay.kind === 'unavailable'} />
      <RowText card={card}>
        <CardStatus card={card} />
      </RowText>
      <CardAction card={card} clickToPayId={clickToPayId} start={start} />
    </li>
  );
}
