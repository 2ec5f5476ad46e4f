/** @jsxImportSource hono/jsx */
import type { Holder, Journey, Message, Receipt } from '@/sandbox/store/records';
import { Layout } from './layout';
import { firstName, maskEmail, maskMobile, maskName } from './masking';
import { CancelForm, CardPills, cardsJoin, Inbox, RememberMe } from './parts';

/** What the pages of one journey have in common. */
export interface JourneyView {
  readonly journey: Journey;
  readonly receipts: readonly Receipt[];
  readonly holder: Holder;
  readonly contact: { readonly email?: string; readonly mobile?: string };
  readonly knownProfile: boolean;
}

/** Words for what was typed wrong, by field. */
export type Faults = Readonly<Record<string, string>>;

function foot({ journey }: JourneyView): string {
  const at = new Intl.DateTimeFormat(journey.locale.replace('_', '-'), {
    hour: '2-digit',
    minute: '2-digit',
  });
  return `Sandbox, no real cards. Slip from ${journey.bankName} checked at ${at.format(new Date(journey.checkedAtMs))}`;
}

function SharedDetails({ holder, contact }: JourneyView) {
  const place = [holder.address?.city, holder.address?.countrySubdivision, holder.address?.country]
    .filter(Boolean)
    .join(', ');
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Name', holder.name && maskName(holder.name)],
    ['E-mail', contact.email && maskEmail(contact.email)],
    ['Mobile', contact.mobile && maskMobile(contact.mobile)],
    ['Billing address', place || undefined],
  ];
  const known = facts.filter(([, value]) => value !== undefined);
  if (known.length === 0) return null;
  return (
    <dl class="facts">
      {known.map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

const named = (text: string, { holder }: JourneyView): string =>
  holder.name ? `${text}, ${firstName(holder.name)}` : text;

/** New profile, or a known one that needs no code: one look, one button. */
export function DetailsPage({ view }: { view: JourneyView }) {
  const { journey, receipts, knownProfile } = view;
  const title = knownProfile ? named('Welcome back', view) : named('Welcome', view);
  const join = cardsJoin(receipts.length);
  return (
    <Layout title={title} locale={journey.locale} foot={foot(view)}>
      <h1>{title}</h1>
      <p class="lead">
        {knownProfile
          ? `You already have a profile here. Continue, and ${join} it. No code is needed this time.`
          : `${journey.bankName} sent your details, so there is nothing to type. Continue, and ${join} a new Click to Pay profile.`}
      </p>
      <CardPills receipts={receipts} />
      <SharedDetails {...view} />
      <form method="post" action={`/provision/${journey.id}/continue`}>
        {journey.rememberOffered ? <RememberMe /> : null}
        <button class="button" type="submit">
          Continue
        </button>
      </form>
      <CancelForm journeyId={journey.id} bankName={journey.bankName} />
    </Layout>
  );
}

function TextField(props: {
  name: string;
  label: string;
  hint: string;
  type: string;
  complete: string;
  value: string | undefined;
  fault: string | undefined;
  required: boolean;
}) {
  const { name, label, hint, type, complete, value, fault, required } = props;
  return (
    <label class="field">
      <span>{label}</span>
      <input
        name={name}
        type={type}
        autocomplete={complete}
        value={value ?? ''}
        required={required}
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

function ContactForm({
  view,
  faults,
  typed,
}: {
  view: JourneyView;
  faults: Faults;
  typed: Readonly<Record<string, string>>;
}) {
  const { journey, contact } = view;
  return (
    <form method="post" action={`/provision/${journey.id}/contact`} novalidate>
      {Object.keys(faults).length > 0 ? (
        <p class="fault" role="alert">
          Please check what is marked below.
        </p>
      ) : null}
      <TextField
        name="email"
        label="E-mail"
        hint="You sign in to Click to Pay with it."
        type="email"
        complete="email"
        value={typed['email']}
        fault={faults['email']}
        required
      />
      {contact.mobile === undefined ? (
        <TextField
          name="mobile"
          label="Mobile number"
          hint="With country code, for example +44 7700 900123."
          type="tel"
          complete="tel"
          value={typed['mobile']}
          fault={faults['mobile']}
          required
        />
      ) : null}
      <button class="button" type="submit">
        Continue
      </button>
    </form>
  );
}

/** Nothing was shared: Click to Pay asks for e-mail and mobile itself (decisions 12). */
export function ContactPage({
  view,
  faults = {},
  typed = {},
}: {
  view: JourneyView;
  faults?: Faults;
  typed?: Readonly<Record<string, string>>;
}) {
  const { journey, receipts } = view;
  const faulty = Object.keys(faults).length > 0;
  return (
    <Layout
      title={`${faulty ? 'Please check: ' : ''}How can we reach you?`}
      locale={journey.locale}
      foot={foot(view)}
    >
      <h1>How can we reach you?</h1>
      <p class="lead">{`${journey.bankName} did not share this. Click to Pay knows you by your e-mail and sends codes to your mobile.`}</p>
      <CardPills receipts={receipts} />
      <ContactForm view={view} faults={faults} typed={typed} />
      <CancelForm journeyId={journey.id} bankName={journey.bankName} />
    </Layout>
  );
}

function Channels({ contact, chosen }: { contact: JourneyView['contact']; chosen: 'email' | 'mobile' }) {
  return (
    <fieldset class={contact.mobile === undefined ? 'channels one' : 'channels'}>
      <legend class="hidden">Where to send the code</legend>
      <label>
        <input type="radio" name="channel" value="email" checked={chosen === 'email'} />
        <span>
          <b>E-mail</b>
          <span>{contact.email ? maskEmail(contact.email) : ''}</span>
        </span>
      </label>
      {contact.mobile === undefined ? null : (
        <label>
          <input type="radio" name="channel" value="mobile" checked={chosen === 'mobile'} />
          <span>
            <b>Mobile</b>
            <span>{maskMobile(contact.mobile)}</span>
          </span>
        </label>
      )}
    </fieldset>
  );
}

function triesLine(left: number): string {
  return left === 1 ? '1 try left' : `${left} tries left`;
}

function CodeForm({ journey, fault }: { journey: Journey; fault: string | undefined }) {
  return (
    <form method="post" action={`/provision/${journey.id}/code`}>
      <label class="field code">
        <span>Six-digit code</span>
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
        <span id="code-tries">{triesLine(journey.triesLeft)}</span>
        {journey.resendsLeft > 0 ? (
          // Owned by the other form: Enter in the code field must mean Continue.
          <button class="plain" type="submit" form="resend">
            Send a new code
          </button>
        ) : (
          <span>No more new codes</span>
        )}
      </div>
      {journey.rememberOffered ? <RememberMe /> : null}
      <button class="button" type="submit">
        Continue
      </button>
    </form>
  );
}

/** The profile exists and Click to Pay wants a code: channel, code, another code. */
export function CodePage({
  view,
  message,
  fault,
}: {
  view: JourneyView;
  message: Message | undefined;
  fault?: string | undefined;
}) {
  const { journey, receipts, holder, contact } = view;
  const title = named('Welcome back', view);
  const owner = holder.name ? `${firstName(holder.name)}’s` : 'your';
  const aside = message ? <Inbox message={message} owner={owner} locale={journey.locale} /> : undefined;
  return (
    <Layout
      title={fault ? `Code not right: ${title}` : title}
      locale={journey.locale}
      foot={foot(view)}
      {...(aside && { aside })}
    >
      <h1>{title}</h1>
      <p class="lead">{`You already have a profile here. Confirm it’s you, then ${cardsJoin(receipts.length)} it.`}</p>
      <CardPills receipts={receipts} />
      <form id="resend" method="post" action={`/provision/${journey.id}/resend`}>
        <Channels contact={contact} chosen={journey.code?.channel ?? 'email'} />
      </form>
      <CodeForm journey={journey} fault={fault} />
      <CancelForm journeyId={journey.id} bankName={journey.bankName} />
    </Layout>
  );
}
