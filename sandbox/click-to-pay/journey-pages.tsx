/** @jsxImportSource hono/jsx */
import type { Message } from '@/sandbox/store/records';
import { wordsFor } from '@/sandbox/words/words';
import { Channels, CodeForm, TextField } from './fields';
import { CancelForm, greeting, JourneyFrame, type JourneyView } from './journey-frame';
import { firstName, maskEmail, maskMobile, maskName } from './masking';
import { Inbox, RememberMe } from './parts';

/** Words for what was typed wrong, by field. */
export type Faults = Readonly<Record<string, string>>;

function SharedDetails({ holder, contact, journey }: JourneyView) {
  const { common, details } = wordsFor(journey.locale);
  const place = [holder.address?.city, holder.address?.countrySubdivision, holder.address?.country]
    .filter(Boolean)
    .join(', ');
  const facts: readonly (readonly [string, string | undefined])[] = [
    [details.name, holder.name && maskName(holder.name)],
    [common.email, contact.email && maskEmail(contact.email)],
    [common.mobile, contact.mobile && common.endingWith(maskMobile(contact.mobile))],
    [details.address, place || undefined],
  ];
  const known = facts.filter(([, value]) => value !== undefined);
  if (known.length === 0) return null;
  return (
    <dl class="facts">
      {known.map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </>
      ))}
    </dl>
  );
}

/** Said where a remembered browser skipped the code, with the way to be forgotten. */
function Recognised({ journey }: JourneyView) {
  const { remember } = wordsFor(journey.locale);
  return (
    <form method="post" action={`/provision/${journey.id}/forget`} class="row">
      <span>{remember.known}</span>
      <button class="plain" type="submit">
        {remember.notYou}
      </button>
    </form>
  );
}

/** New profile, or a known one that needs no code: one look, one button. */
export function DetailsPage({ view }: { view: JourneyView }) {
  const { journey, receipts, knownProfile } = view;
  const { common, details } = wordsFor(journey.locale);
  const title = greeting(knownProfile ? details.welcomeBack : details.welcome, view);
  const lead = knownProfile
    ? details.known(receipts.length)
    : details.fresh(journey.bankName, receipts.length);
  return (
    <JourneyFrame view={view} title={title} lead={lead}>
      <SharedDetails {...view} />
      {journey.recognised ? <Recognised {...view} /> : null}
      <form method="post" action={`/provision/${journey.id}/continue`}>
        {journey.rememberOffered && !journey.recognised ? <RememberMe locale={journey.locale} /> : null}
        <button class="button" type="submit">
          {common.continue}
        </button>
      </form>
      <CancelForm journey={journey} />
    </JourneyFrame>
  );
}

interface ContactPageProps {
  readonly view: JourneyView;
  readonly faults?: Faults | undefined;
  readonly typed?: Readonly<Record<string, string>> | undefined;
}

/** Nothing was shared: Click to Pay asks for e-mail and mobile itself (decisions 12). */
export function ContactPage({ view, faults = {}, typed = {} }: ContactPageProps) {
  const { journey, contact: known } = view;
  const { common, contact } = wordsFor(journey.locale);
  const faulty = Object.keys(faults).length > 0;
  return (
    <JourneyFrame
      view={view}
      title={faulty ? common.pleaseCheck(contact.title) : contact.title}
      heading={contact.title}
      lead={contact.lead(journey.bankName)}
    >
      <form method="post" action={`/provision/${journey.id}/contact`} novalidate>
        {faulty ? (
          <p class="fault" role="alert">
            {common.checkMarked}
          </p>
        ) : null}
        <TextField
          name="email"
          label={common.email}
          hint={contact.emailHint}
          type="email"
          value={typed['email']}
          fault={faults['email']}
        />
        {known.mobile === undefined ? (
          <TextField
            name="mobile"
            label={contact.mobile}
            hint={contact.mobileHint}
            type="tel"
            value={typed['mobile']}
            fault={faults['mobile']}
          />
        ) : null}
        <button class="button" type="submit">
          {common.continue}
        </button>
      </form>
      <CancelForm journey={journey} />
    </JourneyFrame>
  );
}

interface CodePageProps {
  readonly view: JourneyView;
  readonly message: Message | undefined;
  readonly fault: string | undefined;
}

/** The profile exists and Click to Pay wants a code: channel, code, another code. */
export function CodePage({ view, message, fault }: CodePageProps) {
  const { journey, receipts, holder, contact } = view;
  const { locale } = journey;
  const { code, details } = wordsFor(locale);
  const title = greeting(details.welcomeBack, view);
  const owner = holder.name && firstName(holder.name);
  return (
    <JourneyFrame
      view={view}
      title={fault ? code.titleWrong(title) : title}
      heading={title}
      lead={code.lead(receipts.length)}
      aside={message ? <Inbox message={message} owner={owner} locale={locale} /> : undefined}
    >
      <form id="resend" method="post" action={`/provision/${journey.id}/resend`}>
        <Channels contact={contact} chosen={journey.code?.channel ?? 'email'} locale={locale} />
      </form>
      <CodeForm
        action={`/provision/${journey.id}/code`}
        triesLeft={journey.triesLeft}
        resendsLeft={journey.resendsLeft}
        fault={fault}
        locale={locale}
      >
        {journey.rememberOffered ? <RememberMe locale={locale} /> : null}
      </CodeForm>
      <CancelForm journey={journey} />
    </JourneyFrame>
  );
}
