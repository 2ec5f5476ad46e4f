import { BadgeCheck, CircleCheck, CircleDashed, CircleHelp, CircleMinus } from 'lucide-react';
import { useBank } from '@/components/i18n/use-bank';
import { useFormatter, useTranslations } from 'next-intl';
import { StatusWord } from '@/components/ui/status-line';
import type { CardRowView, Ineligibility, SavedPlace } from '@/lib/domain/read-models';

/** Reported and confirmed are two things: they share neither shape nor sentence (decisions 7). */
function Saved({ place }: { place: SavedPlace }) {
  const t = useTranslations('cards');
  const format = useFormatter();
  const date = format.dateTime(new Date(place.since), { day: 'numeric', month: 'long', year: 'numeric' });
  if (place.certainty === 'reported') {
    return (
      <StatusWord icon={CircleCheck} colour="text-ok">
        {t('reported', { date })}
      </StatusWord>
    );
  }
  return (
    <>
      <StatusWord icon={BadgeCheck} colour="text-ok">
        {t('confirmed')}
      </StatusWord>
      <p className="text-small text-ink-2">{t('confirmedSince', { date })}</p>
    </>
  );
}

/** Why a card cannot go, and what would help. */
function Unavailable({ reason, expiry }: { reason: Ineligibility; expiry: string | null }) {
  const bank = useBank();
  const t = useTranslations('ineligibility');
  const place = useTranslations('cards')('clickToPay');
  const word =
    reason === 'expired' && expiry !== null
      ? t('expired.dated', { expiry })
      : t(`${reason}.word`, { name: place });
  return (
    <>
      <StatusWord icon={CircleMinus}>
        <span className="num">{word}</span>
      </StatusWord>
      <p className="text-small text-ink-2">{t(`${reason}.help`, { phone: bank.phone, name: place })}</p>
    </>
  );
}

/** The status line of a card, nothing where there is nothing to say. */
export function CardStatus({ card }: { card: CardRowView }) {
  const t = useTranslations('cards');
  const { clickToPay } = card;
  switch (clickToPay.kind) {
    case 'can_add':
      return null;
    case 'saved':
      return <Saved place={clickToPay.place} />;
    case 'in_progress':
      return <StatusWord icon={CircleDashed}>{t('inProgress')}</StatusWord>;
    case 'unavailable':
      return <Unavailable reason={clickToPay.reason} expiry={card.expiry} />;
    case 'not_known':
      return <StatusWord icon={CircleHelp}>{t('notKnown')}</StatusWord>;
  }
}
