'use client';

import { useTranslations } from 'next-intl';
import type { MouseEvent, ReactNode } from 'react';
import { ProblemBanner } from '@/components/ui/problem-banner';
import { SubmitButton } from '@/components/ui/submit-button';
import { useFormAction } from '@/components/ui/use-form-action';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { ActionState } from '@/lib/domain/read-models';
import { ChooseDock, ChooseSlip, type SlipRow } from './choose-slip';
import { useChosen } from './use-chosen';

export type ChooseAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

interface Props {
  action: ChooseAction;
  fields: { tokenRequestorId: string; enrollmentId: string | null };
  place: string;
  /** How many it takes at once. */
  max: number;
  initial: string[];
  rows: SlipRow[];
  /** Path to which a new sign-in returns. */
  signInNext: string;
  /** Stub of the slip, drawn on the server. */
  stub: ReactNode;
  heading: ReactNode;
  ledger: ReactNode;
}

/** The form around the ledger. Without JavaScript it is a plain form; with it the slip fills as cards are chosen and the limit explains itself. */
export function ChooseForm({
  action,
  fields,
  place,
  max,
  initial,
  rows,
  signInNext,
  stub,
  heading,
  ledger,
}: Props) {
  const t = useTranslations('choose');
  const [state, submit] = useFormAction(action);
  const { form, chosen, refused, change } = useChosen(initial, max, state);
  const live = useHydrated();
  const holdUnavailable = (event: MouseEvent<HTMLFormElement>): void => {
    if (event.target instanceof HTMLInputElement && event.target.ariaDisabled === 'true')
      event.preventDefault();
  };
  return (
    <form
      ref={form}
      action={submit}
      onChange={change}
      onClickCapture={holdUnavailable}
      className="max-lg:pb-20"
    >
      <input type="hidden" name="tokenRequestorId" value={fields.tokenRequestorId} />
      {fields.enrollmentId === null ? null : (
        <input type="hidden" name="enrollmentId" value={fields.enrollmentId} />
      )}
      <div className="two">
        <div>
          {heading}
          {state.status === 'error' ? (
            <ProblemBanner
              code={state.code}
              reference={state.reference}
              focusOn={state}
              signInNext={signInNext}
              className="mt-5"
            />
          ) : null}
          {ledger}
          <p role="status" className="mt-3 text-small font-mark text-warn empty:hidden">
            {refused ? t('limit', { name: place, max }) : ''}
          </p>
        </div>
        <aside className="hidden lg:sticky lg:top-6 lg:block">
          <ChooseSlip stub={stub} rows={rows} chosen={chosen}>
            <SubmitButton full busyLabel={t('busy')}>
              {live ? t('continueWith', { count: chosen.length }) : t('continue')}
            </SubmitButton>
          </ChooseSlip>
        </aside>
      </div>
      <ChooseDock count={live ? chosen.length : null} place={place} />
    </form>
  );
}
