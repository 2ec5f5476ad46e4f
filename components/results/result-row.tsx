import { useTranslations } from 'next-intl';
import { CardFace } from '@/components/art/card-face';
import { MaskedNumber } from '@/components/art/masked-number';
import { SubmitButton } from '@/components/ui/submit-button';
import type { EnrollmentView, OutcomeCardView } from '@/lib/domain/read-models';
import { reasonWords } from '@/lib/domain/words-needed';
import { CallUs } from './call-us';
import { StatusLine } from '@/components/ui/status-line';
import { callHelps, rowOutcome } from './row-outcome';

interface ResultRowProps {
  view: EnrollmentView;
  card: OutcomeCardView;
  startAgain: (form: FormData) => Promise<void>;
  /** Offer to send this one card again, beside it. */
  retry: boolean;
}

/** One card: its own state, what that means, and what can be done about it. */
export function ResultRow({ view, card, startAgain, retry }: ResultRowProps) {
  const t = useTranslations('results');
  const outcomes = useTranslations('outcomes');
  const reasons = useTranslations('reasons');
  const outcome = rowOutcome(view, card);
  const values = { name: view.tokenRequestor.name };
  const refused = outcome === 'refused' && card.reason !== null;
  const say = (part: 'sentence' | 'nextStep') =>
    refused ? reasons(`${reasonWords(card.reason)}.${part}`, values) : outcomes(`${outcome}.${part}`, values);
  const call = callHelps(outcome);
  return (
    <li className="grid grid-cols-[64px_minmax(0,1fr)] items-start gap-x-3 gap-y-1.5 py-4 sm:grid-cols-[76px_minmax(0,1fr)] md:grid-cols-[120px_minmax(0,1fr)_auto] md:items-center md:gap-x-[22px]">
      <CardFace card={card} size="small" decorative />
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-center gap-x-3.5 gap-y-0.5 [&_svg]:mt-0 [&>span]:items-center [&>span]:text-[1rem]/6">
          <StatusLine outcome={outcome}>
            {refused ? reasons(`${reasonWords(card.reason)}.title`, values) : undefined}
          </StatusLine>
          <span className="font-body text-note! text-ink-2 max-md:w-full">
            {card.name} <MaskedNumber last4={card.last4} />
          </span>
        </h2>
        <p className="mt-0.5 text-note text-ink-2">
          {say('sentence')} {say('nextStep')}
        </p>
      </div>
      {retry || call ? (
        <div className="col-start-2 flex flex-wrap items-center gap-x-3.5 gap-y-1.5 md:col-start-auto md:flex-col md:items-end">
          {retry ? (
            <form action={startAgain}>
              <input type="hidden" name="enrollmentId" value={view.enrollmentId} />
              <input type="hidden" name="cardId" value={card.cardId} />
              <SubmitButton
                variant="quiet"
                size="sm"
                aria-label={t('tryAgainLabel', { card: card.name, last4: card.last4 })}
              >
                {t('tryAgain')}
              </SubmitButton>
            </form>
          ) : null}
          {call ? <CallUs small /> : null}
        </div>
      ) : null}
    </li>
  );
}
