'use client';

import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { Banner } from '@/components/ui/banner';
import { ErrorText } from '@/components/ui/error-text';
import { Field } from '@/components/ui/field';
import { ProblemBanner } from '@/components/ui/problem-banner';
import { SubmitButton } from '@/components/ui/submit-button';
import { useFormAction } from '@/components/ui/use-form-action';
import type { ActionState } from '@/lib/domain/read-models';
import { PasswordField } from './password-field';

export type LoginAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

const FIELDS = ['username', 'password'] as const;

/** What the server says of a field, if anything. */
function faultOf(state: ActionState, field: (typeof FIELDS)[number]): ReactNode {
  const code = state.status === 'error' ? state.fieldErrors?.[field] : undefined;
  return code === undefined ? undefined : <ErrorText fault={{ code, field }} />;
}

function Summary({ state }: { state: ActionState }) {
  const t = useTranslations('login');
  if (state.status !== 'error') return null;
  const wrong = FIELDS.filter((field) => state.fieldErrors?.[field] !== undefined);
  // The last but one wrong try is told what the next one does (AU-06).
  if (wrong.length === 0)
    return (
      <ProblemBanner
        code={state.code}
        triesLeft={state.triesLeft}
        reference={state.reference}
        focusOn={state}
        className="mt-6"
      />
    );
  return (
    <Banner tone="bad" focus focusOn={state} className="mt-6" title={t('summary', { count: wrong.length })}>
      {wrong.map((field, index) => (
        <span key={field}>
          {index > 0 ? ', ' : ''}
          <a href={`#${field}`} className="link">
            {t(field)}
          </a>
        </span>
      ))}
    </Banner>
  );
}

/** Posts to a server action, so that it signs in without JavaScript too, and never puts the password into an address. */
export function LoginForm({
  action,
  next,
  className = '',
}: {
  action: LoginAction;
  next: string | null;
  className?: string;
}) {
  const t = useTranslations('login');
  const [state, submit] = useFormAction(action);
  // React empties the form when an action answers: what was typed becomes the field's own default, the password does not.
  const [typed, setTyped] = useState('');
  return (
    <form
      action={submit}
      noValidate
      className={className}
      onSubmit={(event) => setTyped(String(new FormData(event.currentTarget).get('username') ?? ''))}
    >
      <Summary state={state} />
      {next === null ? null : <input type="hidden" name="next" value={next} />}
      <Field
        name="username"
        label={t('username')}
        error={faultOf(state, 'username')}
        defaultValue={typed}
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        required
        maxLength={100}
      />
      <PasswordField
        name="password"
        label={t('password')}
        error={faultOf(state, 'password')}
        autoComplete="current-password"
        required
        maxLength={200}
        showLabel={t('showPassword')}
        hideLabel={t('hidePassword')}
      />
      <div className="mt-[26px]">
        <SubmitButton full busyLabel={t('busy')}>
          {t('submit')}
        </SubmitButton>
      </div>
    </form>
  );
}
