/** @jsxImportSource hono/jsx */
import type { Channel } from '@/sandbox/store/records';
import { wordsFor } from '@/sandbox/words/words';
import { maskEmail, maskMobile } from './masking';

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly type: 'email' | 'tel';
  readonly value: string | undefined;
  readonly fault: string | undefined;
}

/** A line of text with its hint and, where it was wrong, what would be right. */
export function TextField({ name, label, hint, type, value, fault }: TextFieldProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        name={name}
        type={type}
        autocomplete={type}
        dir="ltr"
        value={value ?? ''}
        required
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${name}-hint ${name}-fault` : `${name}-hint`}
      />
      <small id={`${name}-hint`}>{hint}</small>
      {fault ? (
        <span class="fault" id={`${name}-fault`}>
          {fault}
        </span>
      ) : null}
    </label>
  );
}

interface ChannelsProps {
  readonly contact: { readonly email?: string | undefined; readonly mobile?: string | undefined };
  readonly chosen: Channel;
  readonly locale: string;
}

/** Where the next code goes. */
export function Channels({ contact, chosen, locale }: ChannelsProps) {
  const { code, common } = wordsFor(locale);
  return (
    <fieldset class={contact.mobile === undefined ? 'channels one' : 'channels'}>
      <legend class="hidden">{code.where}</legend>
      <label>
        <input type="radio" name="channel" value="email" checked={chosen === 'email'} />
        <span>
          <b>{common.email}</b>
          <span>
            <bdi dir="ltr">{contact.email ? maskEmail(contact.email) : ''}</bdi>
          </span>
        </span>
      </label>
      {contact.mobile === undefined ? null : (
        <label>
          <input type="radio" name="channel" value="mobile" checked={chosen === 'mobile'} />
          <span>
            <b>{common.mobile}</b>
            <span>{common.endingWith(maskMobile(contact.mobile))}</span>
          </span>
        </label>
      )}
    </fieldset>
  );
}

interface CodeFormProps {
  /** Path of the form's own step; `${step}/code`. The other form on the page is called `resend`. */
  readonly action: string;
  readonly triesLeft: number;
  readonly resendsLeft: number;
  readonly fault: string | undefined;
  readonly locale: string;
  readonly children?: unknown;
}

/** The six digits, how many tries are left, and the way to another code. */
export function CodeForm({ action, triesLeft, resendsLeft, fault, locale, children }: CodeFormProps) {
  const { code, common } = wordsFor(locale);
  return (
    <form method="post" action={action}>
      <label class="field code">
        <span>{code.label}</span>
        <input
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={7}
          dir="ltr"
          autofocus
          aria-describedby={fault ? 'code-fault code-tries' : 'code-tries'}
          aria-invalid={fault ? 'true' : undefined}
        />
      </label>
      {fault ? (
        <p class="fault" id="code-fault" role="alert">
          {fault}
        </p>
      ) : null}
      <div class="row">
        <span id="code-tries">{code.tries(triesLeft)}</span>
        {resendsLeft > 0 ? (
          // Owned by the other form: Enter in the code field must mean Continue.
          <button class="plain" type="submit" form="resend">
            {code.again}
          </button>
        ) : (
          <span>{code.noMore}</span>
        )}
      </div>
      {children}
      <button class="button" type="submit">
        {common.continue}
      </button>
    </form>
  );
}
