'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { ProblemBanner } from '@/components/ui/problem-banner';
import { CodeInput } from '@/components/ui/code-input';
import { ErrorText } from '@/components/ui/error-text';
import { FieldError } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useFormAction } from '@/components/ui/use-form-action';
import type { ActionState, ConfirmPageView } from '@/lib/domain/read-models';
import { CodeClock } from './code-clock';
import { ResendForm } from './resend-form';
import { StillWorking } from './still-working';
import { useCountdown } from './use-countdown';

export type ConfirmAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

interface ConfirmFormProps {
  /** Hidden fields that go along with the code and with the wish for another one. */
  fields: Record<string, string>;
  /** Path to which a new sign-in returns. */
  signInNext: string;
  challenge: NonNullable<ConfirmPageView['challenge']>;
  action: ConfirmAction;
  resend: (form: FormData) => void | Promise<void>;
}

/** Refusals that are about the six digits themselves: said at the field, not in a banner. */
const ABOUT_THE_CODE = ['WRONG_CODE', 'CODE_EXPIRED', 'INVALID_INPUT'];

/** Refusals after which this code is used up: the page stops counting down for it. */
const SPENT = ['NOT_SENT', 'CODE_EXPIRED'];

interface Known {
  challenge: ConfirmFormProps['challenge'];
  /** What had been said before this code was sent. */
  before: ActionState | null;
  /** Codes sent while this page is open: another one starts with empty cells. */
  codes: number;
}

/** The code and its two ways on. A complete code goes off by itself, once; the button stays for everybody else. */
export function ConfirmForm({ fields, signInNext, challenge, action, resend }: ConfirmFormProps) {
  const t = useTranslations('confirm');
  const [state, dispatch, pending] = useFormAction(action);
  const [answered, setAnswered] = useState<ActionState | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const left = useCountdown(challenge.expiresInSeconds, challenge);
  const resendIn = useCountdown(challenge.resendInSeconds, challenge);
  const [known, setKnown] = useState<Known>({ challenge, before: null, codes: 0 });
  if (known.challenge !== challenge) {
    // Clearly more time than was left: this is another code, and what was said about the old one is over.
    const renewed = challenge.expiresInSeconds > left + 5;
    setKnown(renewed ? { challenge, before: state, codes: known.codes + 1 } : { ...known, challenge });
  }
  const verdict = state.status === 'error' && state !== known.before ? state : null;
  const failed = state === answered ? null : verdict;
  const spent = verdict !== null && (SPENT.includes(verdict.code) || verdict.triesLeft === 0);
  const atField = failed !== null && ABOUT_THE_CODE.includes(failed.code);
  const triesLeft = verdict?.triesLeft ?? challenge.triesLeft;
  return (
    <>
      {failed === null || atField ? null : (
        <ProblemBanner
          code={failed.code}
          reference={failed.reference}
          focusOn={state}
          signInNext={signInNext}
        />
      )}
      <div className="flex flex-wrap items-start gap-2">
        <form
          ref={form}
          action={dispatch}
          className="contents"
          // React empties a form after its action; the digits stay, selected, for the next try.
          onReset={(event) => {
            event.preventDefault();
          }}
          onSubmit={(event) => {
            if (pending) event.preventDefault();
          }}
        >
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div className="mb-[18px] basis-full">
            {/* Nothing goes off by itself that was not announced (WCAG 3.2.2). */}
            <p id="code-hint" className="mb-3 text-small text-ink-2">
              {t('codeHint')}
            </p>
            <CodeInput
              key={known.codes}
              id="code"
              name="code"
              label={t('codeLabel')}
              invalid={atField}
              describedBy={atField ? 'code-error code-hint' : 'code-hint'}
              onEdit={() => {
                setAnswered(state);
              }}
              onComplete={() => form.current?.requestSubmit()}
            />
            {/* Always there, so that what appears in it is read out. */}
            <div role="alert">
              {atField ? (
                <FieldError id="code-error">
                  <ErrorText
                    fault={{
                      code: failed.fieldErrors?.['code'] ?? failed.code,
                      field: 'code',
                      triesLeft: failed.triesLeft,
                    }}
                  />
                </FieldError>
              ) : null}
            </div>
            <div className="mt-[15px]">
              <CodeClock secondsLeft={spent ? 0 : left} triesLeft={triesLeft} />
            </div>
          </div>
          <SubmitButton fullOnPhone busyLabel={t('submitBusy')}>
            {t('submit')}
          </SubmitButton>
          <StillWorking words={t('still')} />
        </form>
        <ResendForm fields={fields} resend={resend} secondsLeft={left === 0 ? 0 : resendIn} primary={false} />
      </div>
    </>
  );
}
