'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useFormAction } from '@/components/ui/use-form-action';
import type { ActionState } from '@/lib/domain/read-models';
import { PasswordField } from './password-field';

export type LoginAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

const FIELDS = ['username', 'password'] as const;

/** Fault of a field in words; the server names it by a key of `errors`. */
function useFaults(state: ActionState) {
  const t = useTranslations('errors');
  // A field's own sentence first ("username_required"), else that of the code.
  const words = (code: string, field?: string): string =>
    t(field !== undefined && t.has(`${field}_${code}`) ? `${field}_${code}` : t.has(code) ? code : 'unknown');
  const codes = state.status === 'error' ? (state.fieldErrors ?? {}) : {};
  const faults = FIELDS.flatMap((field) => {
    const code = codes[field];
    return code === undefined ? [] : [{ field, text: words(code, field) }];
  });
  const of = (field: (typeof FIELDS)[number]) => faults.find((fault) => fault.field === field)?.text;
  // The last but one wrong try is told what the next one does (AU-06).
  const warned = state.status === 'error' && state.triesLeft === 1 ? t(`${state.code}_one_left`) : null;
  return { faults, of, general: warned ?? (state.status === 'error' ? words(state.code) : null) };
}

function Summary({ state }: { state: ActionState }) {
  const t = useTranslations('login');
  const { faults, general } = useFaults(state);
  if (general === null) return null;
  return (
    <Banner
      tone="bad"
      focus
      focusOn={state}
      className="mt-6"
      title={faults.length === 0 ? general : t('summary', { count: faults.length })}
    >
      {faults.map(({ field }, index) => (
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
  const { of } = useFaults(state);
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
        error={of('username')}
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
        error={of('password')}
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
