import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CardRowView } from '@/lib/domain/read-models';

export type StartAction = (form: FormData) => Promise<void>;

const PLACE = 'flex-none md:col-start-3 md:justify-self-end';

/** "Add" opens the review with this card chosen (decisions 5): a form, so that it works before and without JavaScript. */
function AddForm({
  card,
  clickToPayId,
  start,
}: {
  card: CardRowView;
  clickToPayId: string;
  start: StartAction;
}) {
  const t = useTranslations('cards');
  return (
    <form action={start} className={PLACE}>
      <input type="hidden" name="tokenRequestorId" value={clickToPayId} />
      <input type="hidden" name="cardId" value={card.cardId} />
      <SubmitButton
        variant="quiet"
        size="sm"
        busyLabel={<span className="max-md:sr-only">{t('adding')}</span>}
        aria-label={t('addCard', { name: card.name, last4: card.last4 })}
      >
        <Icon icon={Plus} size={18} className="max-sm:hidden" />
        <span className="max-md:hidden">{t('add')}</span>
        <span className="md:hidden">{t('addShort')}</span>
      </SubmitButton>
    </form>
  );
}

/** The one action of a card, or none. */
export function CardAction({
  card,
  clickToPayId,
  start,
}: {
  card: CardRowView;
  clickToPayId: string | null;
  start: StartAction;
}) {
  const t = useTranslations('cards');
  const { clickToPay } = card;
  if (clickToPay.kind === 'can_add' && clickToPayId !== null)
    return <AddForm card={card} clickToPayId={clickToPayId} start={start} />;
  if (clickToPay.kind === 'saved' || clickToPay.kind === 'in_progress') {
    const saved = clickToPay.kind === 'saved';
    const enrollmentId = saved ? clickToPay.place.enrollmentId : clickToPay.enrollmentId;
    return (
      <div className={PLACE}>
        <ButtonLink
          href={`/activity/${enrollmentId}`}
          variant="text"
          size="sm"
          className="px-0! max-md:min-h-8"
          aria-label={t(saved ? 'seeDetailsOf' : 'resumeCardOf', { name: card.name, last4: card.last4 })}
        >
          {t(saved ? 'seeDetails' : 'resumeCard')}
        </ButtonLink>
      </div>
    );
  }
  return null;
}
