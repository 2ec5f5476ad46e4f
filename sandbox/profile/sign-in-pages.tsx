/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx';
import { Channels, CodeForm, TextField } from '@/sandbox/click-to-pay/fields';
import { Layout } from '@/sandbox/click-to-pay/layout';
import { firstName } from '@/sandbox/click-to-pay/masking';
import { Inbox, RememberMe } from '@/sandbox/click-to-pay/parts';
import type { Message, SignIn } from '@/sandbox/store/records';
import { wordsFor } from '@/sandbox/words/words';

/** Why somebody signs in, and where they get to when they would rather not. */
export interface Purpose {
  readonly lead: string;
  readonly outHref: string;
  readonly out: string;
}

interface FrameProps {
  readonly signIn: SignIn;
  readonly purpose: Purpose;
  readonly title: string;
  readonly heading?: string;
  readonly lead: string;
  readonly aside?: unknown;
}

function SignInFrame({
  signIn,
  purpose,
  title,
  heading,
  lead,
  aside,
  children,
}: PropsWithChildren<FrameProps>) {
  return (
    <Layout
      title={title}
      locale={signIn.locale}
      foot={wordsFor(signIn.locale).frame.foot}
      {...(aside ? { aside } : {})}
    >
      <h1>{heading ?? title}</h1>
      <p class="lead">{lead}</p>
      {children}
      <a class="button quiet" href={purpose.outHref}>
        {purpose.out}
      </a>
    </Layout>
  );
}

interface EmailPageProps {
  readonly signIn: SignIn;
  readonly purpose: Purpose;
  readonly typed?: string;
  /** The address cannot be one, or nobody has it. */
  readonly fault?: 'malformed' | 'unknown';
}

/** Who are you? An address that nobody has gets a plain word. */
export function EmailPage({ signIn, purpose, typed, fault }: EmailPageProps) {
  const { signIn: words, common } = wordsFor(signIn.locale);
  const heading = fault === 'unknown' ? words.unknownTitle : words.title;
  return (
    <SignInFrame
      signIn={signIn}
      purpose={purpose}
      title={fault === 'malformed' ? common.pleaseCheck(heading) : heading}
      heading={heading}
      lead={fault === 'unknown' ? words.unknown : purpose.lead}
    >
      <form method="post" action={`/sign-in/${signIn.id}/email`} novalidate>
        <TextField
          name="email"
          label={common.email}
          hint={words.emailHint}
          type="email"
          value={typed}
          fault={fault === 'malformed' ? common.badEmail : undefined}
        />
        <button class="button" type="submit">
          {fault === 'unknown' ? words.another : words.submit}
        </button>
      </form>
    </SignInFrame>
  );
}

interface CodePageProps {
  readonly signIn: SignIn;
  readonly purpose: Purpose;
  readonly name: string | undefined;
  readonly message: Message | undefined;
  readonly fault: string | undefined;
}

/** The code, the channel of another one, and the offer to be remembered. */
export function SignInCodePage({ signIn, purpose, name, message, fault }: CodePageProps) {
  const { locale, email, mobile } = signIn;
  const { signIn: words, code } = wordsFor(locale);
  const owner = name && firstName(name);
  return (
    <SignInFrame
      signIn={signIn}
      purpose={purpose}
      title={fault ? code.titleWrong(words.codeTitle) : words.codeTitle}
      heading={words.codeTitle}
      lead={words.codeLead}
      aside={message ? <Inbox message={message} owner={owner} locale={locale} /> : undefined}
    >
      <form id="resend" class="above" method="post" action={`/sign-in/${signIn.id}/resend`}>
        <Channels contact={{ email, mobile }} chosen={signIn.code?.channel ?? 'email'} locale={locale} />
      </form>
      <CodeForm
        action={`/sign-in/${signIn.id}/code`}
        triesLeft={signIn.triesLeft}
        resendsLeft={signIn.resendsLeft}
        fault={fault}
        locale={locale}
      >
        <RememberMe locale={locale} />
      </CodeForm>
    </SignInFrame>
  );
}

/** Too many wrong codes, or a sign-in that is over: begin again. */
export function SignInOverPage({
  signIn,
  purpose,
  locked,
}: {
  signIn: SignIn;
  purpose: Purpose;
  locked: boolean;
}) {
  const { signIn: words, code } = wordsFor(signIn.locale);
  return (
    <SignInFrame
      signIn={signIn}
      purpose={purpose}
      title={locked ? code.locked : words.gone}
      lead={locked ? code.lockedLead : words.goneLead}
    >
      <a class="button" href={`/sign-in?next=${encodeURIComponent(signIn.next)}&locale=${signIn.locale}`}>
        {words.startAgain}
      </a>
    </SignInFrame>
  );
}
