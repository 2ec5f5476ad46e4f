import { ArrowRight, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { againWords } from '@/components/results/again-words';
import { CallUs } from '@/components/results/call-us';
import { canTryAgain, callHelps, rowOutcome } from '@/components/results/row-outcome';
import { ButtonLink } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActivityDetailView } from '@/lib/domain/read-models';

export interface ActivityActions {
  /** Field: enrollmentId. */
  pushAgain: (form: FormData) => Promise<void>;
  /** Fields: enrollmentId, cardId (one or several: the cards to choose again). */
  startAgain: (form: FormData) => Promise<void>;
  /** Field: enrollmentId. */
  cancel: (form: FormData) => Promise<void>;
  /** Field: enrollmentId. */
  withdraw: (form: FormData) => Promise<void>;
}

/** One filled button for what comes next, then the rest. */
export function SlipActions({ detail, actions }: { detail: ActivityDetailView; actions: ActivityActions }) {
  const t = useTranslations('activity');
  const id = { enrollmentId: detail.enrollmentId };
  const outcomes = detail.cards.map((card) => rowOutcome(detail, card));
  return (
    <div className="mt-[18px] flex flex-wrap items-center gap-x-3 gap-y-2.5 border-t max-md:justify-center border-rule pt-[18px]">
      <Next detail={detail} actions={actions} />
      {detail.state === 'draft' || detail.state === 'consented' ? null : (
        <ButtonLink
          href={`/tokenization-results/${encodeURIComponent(detail.enrollmentId)}`}
          variant="quiet"
          size="sm"
          fullOnPhone
        >
          {t('seeResults')}
        </ButtonLink>
      )}
      {detail.actions.includes('cancel') ? (
        <Dialog
          action={actions.cancel}
          fields={id}
          trigger={{ label: t('cancel'), size: 'sm' }}
          title={t('cancelTitle')}
          confirmLabel={t('cancelYes')}
          keepLabel={t('cancelNo')}
        >
          {t('cancelBody')}
        </Dialog>
      ) : null}
      {detail.actions.includes('withdraw') ? (
        <Dialog
          action={actions.withdraw}
          fields={id}
          trigger={{ label: t('withdraw'), size: 'sm' }}
          title={t('withdrawTitle')}
          confirmLabel={t('withdrawYes')}
          keepLabel={t('withdrawNo')}
        >
          {t('withdrawBody', { name: detail.tokenRequestor.name })}
        </Dialog>
      ) : null}
      {outcomes.some(callHelps) ? <CallUs small /> : null}
    </div>
  );
}

function Next({ detail, actions }: { detail: ActivityDetailView; actions: ActivityActions }) {
  const t = useTranslations('activity');
  if (detail.actions.includes('push_again')) {
    return (
      <form action={actions.pushAgain} className="max-md:w-full">
        <input type="hidden" name="enrollmentId" value={detail.enrollmentId} />
        <SubmitButton size="sm" fullOnPhone>
          <Icon icon={RefreshCw} size={18} />
          {t(againWords(detail))}
        </SubmitButton>
      </form>
    );
  }
  if (detail.resumeHref !== null) {
    const going = detail.actions.includes('continue');
    return (
      <ButtonLink href={detail.resumeHref} size="sm" fullOnPhone>
        {going ? t('continue', { name: detail.tokenRequestor.name }) : t('resume')}
        {going ? <Icon icon={ArrowRight} size={18} flip /> : null}
      </ButtonLink>
    );
  }
  const again = detail.cards.filter((card) => canTryAgain(rowOutcome(detail, card), card.reason));
  if (!detail.actions.includes('start_again') || again.length === 0) return null;
  return (
    <form action={actions.startAgain} className="max-md:w-full">
      <input type="hidden" name="enrollmentId" value={detail.enrollmentId} />
      {again.map((card) => (
        <input key={card.cardId} type="hidden" name="cardId" value={card.cardId} />
      ))}
      <SubmitButton size="sm" fullOnPhone>
        {t('tryAgain')}
      </SubmitButton>
    </form>
  );
}
