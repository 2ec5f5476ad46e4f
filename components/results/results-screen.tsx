import { useTranslations } from 'next-intl';
import { useBank } from '@/components/i18n/use-bank';
import type { ReactNode } from 'react';
import { OpenTime } from '@/components/leave/open-time';
import { FocusHeading } from '@/components/ui/focus-heading';
import type { EnrollmentView } from '@/lib/domain/read-models';
import { AnsweredSlip } from './answered-slip';
import { CallUs } from './call-us';
import { headlineOf } from './headline';
import { NextActions, type ResultActions } from './next-actions';
import { OutcomeWatch } from './outcome-watch';
import { ResultRow } from './result-row';
import { canTryAgain, rowOutcome } from './row-outcome';
import { FailureWord, ThreeLines } from './three-lines';

interface ResultsScreenProps {
  view: EnrollmentView;
  actions: ResultActions;
  /** What stands below the next actions; a demo shows where the card works. */
  children?: ReactNode;
}

/** The outcome, card by card: who says what, what it means, what to do. */
export function ResultsScreen({ view, actions, children }: ResultsScreenProps) {
  const bank = useBank();
  const t = useTranslations('results');
  const { key, count, lead } = headlineOf(view);
  const name = view.tokenRequestor.name;
  const values = { name, bank: bank.name };
  const retry = retryPlan(view);
  return (
    <>
      <div className="two">
        <div className="min-w-0">
          {lead === null ? <FailureWord view={view} /> : null}
          <FocusHeading>{t(`headline.${key}`, { ...values, count })}</FocusHeading>
          {lead === null ? (
            <ThreeLines view={view} />
          ) : (
            <>
              <p className="mt-2 max-w-measure text-lead text-ink-2 md:mt-2.5">
                {t(`lead.${lead.key}`, { ...values, count: lead.count })}
              </p>
              <ul aria-label={t('cardsLabel')} className="ledger mt-[22px]">
                {view.cards.map((card) => (
                  <ResultRow
                    key={card.cardId}
                    view={view}
                    card={card}
                    startAgain={actions.startAgain}
                    retry={retry.each.includes(card.cardId)}
                  />
                ))}
              </ul>
            </>
          )}
          <OpenTime timeLeft={view.timeLeft} className="mt-6" />
          <NextActions view={view} actions={actions} retryAll={retry.together}>
            {lead === null ? <CallUs /> : null}
          </NextActions>
          {children}
        </div>
        <aside className="min-w-0">
          <AnsweredSlip view={view} />
        </aside>
      </div>
      <OutcomeWatch
        enrollmentId={view.enrollmentId}
        state={view.state}
        updatedAt={view.updatedAt}
        changedWords={t('updated', { name })}
      />
    </>
  );
}

/** Which cards may be sent again: each from its row, or all in one go where none of them went through. */
function retryPlan(view: EnrollmentView): { each: string[]; together: string[] } {
  if (!view.actions.includes('start_again')) return { each: [], together: [] };
  const again = view.cards
    .filter((card) => canTryAgain(rowOutcome(view, card), card.reason))
    .map((card) => card.cardId);
  const stopped = headlineOf(view).key === 'stopped';
  if (stopped) return { each: [], together: view.cards.map((card) => card.cardId) };
  return again.length > 1 && again.length === view.cards.length
    ? { each: [], together: again }
    : { each: again, together: [] };
}
