'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CheckboxRow } from '@/components/ui/checkbox-row';
import { ErrorText } from '@/components/ui/error-text';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionState } from '@/lib/domain/read-models';
import { ProblemBanner } from '@/components/ui/problem-banner';
import { useFormAction } from '@/components/ui/use-form-action';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useKeptPrivate } from './use-kept-private';

interface ReviewFormProps {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  hidden: Record<string, string> & { enrollmentId: string };
  /** The consent exactly as it is recorded. */
  consentText: string;
  slip: ReactNode;
  why: ReactNode;
  /** What the button does: a key of `review`. */
  agreeKey: 'agree' | 'agreeSend' | 'agreeConfirm';
  codeHint: ReactNode;
  signInNext: string;
}

/**
 * The slip and the consent beside it are one form. Without the script the browser itself asks for the tick; with it the
 * page explains what is missing.
 */
export function ReviewForm({
  action,
  hidden,
  consentText,
  slip,
  why,
  agreeKey,
  codeHint,
  signInNext,
}: ReviewFormProps) {
  const t = useTranslations('review');
  const [state, dispatch, pending] = useFormAction(action);
  const hydrated = useHydrated();
  const { form, keep } = useKeptPrivate(hidden.enrollmentId);
  const failed = state.status === 'error' ? state : null;
  const unticked =
    failed !== null && (failed.code === 'CONSENT_MISSING' || failed.fieldErrors?.['agree'] !== undefined);
  return (
    <form
      ref={form}
      onChange={keep}
      action={dispatch}
      noValidate={hydrated}
      // React empties a form after its action; what the person chose to keep private has to stay chosen.
      onReset={(event) => {
        event.preventDefault();
      }}
      onSubmit={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {failed === null ? null : unticked ? (
        <ProblemBanner code="CONSENT_MISSING" focusOn={state} nextStepHref="#agree" />
      ) : (
        <ProblemBanner
          code={failed.code}
          reference={failed.reference}
          focusOn={state}
          signInNext={signInNext}
        />
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="two lg:gap-14">
        <div className="min-w-0">{slip}</div>
        <aside className="grid gap-[18px] lg:pt-1">
          {why}
          <CheckboxRow
            name="agree"
            value="yes"
            required
            className="text-note"
            error={unticked ? <ErrorText fault={{ code: 'CONSENT_MISSING' }} /> : undefined}
          >
            <span className="whitespace-pre-line">{consentText}</span>
          </CheckboxRow>
          <SubmitButton full busyLabel={t('agreeBusy')}>
            {t(agreeKey)}
          </SubmitButton>
          {codeHint}
        </aside>
      </div>
    </form>
  );
}
