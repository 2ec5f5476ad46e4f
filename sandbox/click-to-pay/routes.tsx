/** @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { z } from 'zod';
import { backToBank, page, seeOther } from '@/sandbox/pages/respond';
import type { Journey } from '@/sandbox/store/records';
import { CLICK_TO_PAY_ID } from '@/sandbox/token-connect/token-requestors';
import type { World } from '@/sandbox/world';
import { AboutPage } from './about-page';
import { callbackAddress, formActionSource } from './callback';
import { contactOf, holderOf } from './contact';
import { CancelledPage, DonePage, LockedPage, RefusalPage, refusalWords } from './end-pages';
import { judgeHandOver, type Refusal } from './hand-over';
import { noteHandOver, noteReturn } from './journal-notes';
import { cancel, finish, giveContact, hasProfile, openJourney, standingOf } from './journey';
import { CodePage, ContactPage, DetailsPage, type Faults, type JourneyView } from './journey-pages';
import { resendCode, tryCode } from './one-time-code';
import { receiptsOf, resultsOf } from './journey-receipts';

const COOKIE = 'c2p_remembered';
const COOKIE_SECONDS = 180 * 86_400;

const typedContact = z.object({
  email: z
    .string()
    .trim()
    .min(6)
    .max(320)
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/),
  mobile: z
    .string()
    .trim()
    .regex(/^\+?[\d ()-]{6,24}$/)
    .optional(),
});

function viewOf(world: World, journey: Journey): JourneyView {
  const receipts = receiptsOf(world, journey);
  return {
    journey,
    receipts,
    holder: holderOf(receipts),
    contact: contactOf(world, journey),
    knownProfile: hasProfile(world, journey),
  };
}

function refuse(refusal: Refusal): Promise<Response> {
  return page(<RefusalPage refusal={refusal} />, { status: refusalWords(refusal.reason).status });
}

interface Extra {
  readonly codeFault?: string;
  readonly contactFaults?: Faults;
  readonly typed?: Readonly<Record<string, string>>;
}

/** The page of the stage a journey is in; reloading it shows the same. */
function journeyPage(world: World, journey: Journey, extra: Extra = {}): Promise<Response> {
  const view = viewOf(world, journey);
  const message = world.store
    .allMessages()
    .find(({ receipts }) => receipts.join() === journey.receipts.join());
  const pages = {
    contact: () => <ContactPage view={view} faults={extra.contactFaults ?? {}} typed={extra.typed ?? {}} />,
    details: () => <DetailsPage view={view} />,
    code: () => <CodePage view={view} message={message} fault={extra.codeFault} />,
    locked: () => <LockedPage view={view} />,
    done: () => <DonePage view={view} />,
    cancelled: () => <CancelledPage view={view} />,
  };
  return page(pages[journey.stage](), { formAction: formActionSource(journey.callbackURL) });
}

function refusalOf(world: World, journey: Journey): Refusal | undefined {
  const standing = standingOf(world, journey);
  if (standing === 'open') return undefined;
  const results = standing === 'used' ? resultsOf(world, journey) : [];
  const { locale, bankName, callbackURL } = journey;
  return { reason: standing, locale, bankName, returnTo: callbackAddress(callbackURL, results) };
}

function rememberCookie(browserToken: string): Readonly<Record<string, string>> {
  return {
    'set-cookie': `${COOKIE}=${browserToken}; Max-Age=${COOKIE_SECONDS}; Path=/provision; HttpOnly; SameSite=Lax`,
  };
}

const END_STAGES: ReadonlySet<Journey['stage']> = new Set(['done', 'cancelled', 'locked']);

/** Runs one step of an unfinished journey; everything else is sent to the page that tells how it stands. */
async function step(
  world: World,
  c: Context,
  stage: Journey['stage'] | 'any',
  run: (journey: Journey, form: Record<string, string>) => Promise<Response> | Response,
): Promise<Response> {
  const journey = world.store.journey(c.req.param('id') ?? '');
  if (journey === undefined) return refuse({ reason: 'nothing-handed-over', locale: 'en_US' });
  const here = `/provision/${journey.id}`;
  if (END_STAGES.has(journey.stage) || (stage !== 'any' && journey.stage !== stage)) return seeOther(here);
  const refusal = refusalOf(world, journey);
  if (refusal !== undefined) return refuse(refusal);
  const body = await c.req.parseBody();
  const form = Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  return run(journey, form);
}

function complete(world: World, journey: Journey, remember: boolean): Response {
  const { browserToken } = finish(world, journey, remember);
  return seeOther(`/provision/${journey.id}`, browserToken === undefined ? {} : rememberCookie(browserToken));
}

const CODE_FAULTS: Readonly<Record<string, (left: number) => string>> = {
  wrong: (left) => `That code is not right. ${left === 1 ? 'One try is' : `${left} tries are`} left.`,
  expired: () => 'That code is too old. Send a new one.',
};

/** After a wrong code the browser is sent to the page again, so that reloading it costs no try. */
function codeStep(world: World, journey: Journey, form: Record<string, string>): Response {
  const verdict = tryCode(world, journey, form['code'] ?? '');
  if (verdict === 'right') return complete(world, journey, form['remember'] === 'yes');
  const here = `/provision/${journey.id}`;
  return seeOther(verdict === 'locked' ? here : `${here}?code=${verdict}`);
}

function codeFault(notice: string | undefined, journey: Journey): Extra {
  const words = notice !== undefined && Object.hasOwn(CODE_FAULTS, notice) ? CODE_FAULTS[notice] : undefined;
  return words === undefined || journey.stage !== 'code' ? {} : { codeFault: words(journey.triesLeft) };
}

function contactStep(
  world: World,
  journey: Journey,
  form: Record<string, string>,
  browserToken: string | undefined,
): Promise<Response> | Response {
  const parsed = typedContact.safeParse(form);
  const asked = contactOf(world, journey).mobile === undefined;
  const faults: Record<string, string> = {};
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => path[0]));
    if (fields.has('email')) faults['email'] = 'Enter an e-mail address like name@example.com.';
    if (fields.has('mobile')) faults['mobile'] = 'Enter a mobile number with its country code.';
  }
  if (asked && !form['mobile']?.trim()) faults['mobile'] = 'Enter a mobile number with its country code.';
  if (!parsed.success || Object.keys(faults).length > 0)
    return journeyPage(world, journey, { contactFaults: faults, typed: form });
  giveContact(world, journey, parsed.data, browserToken);
  return seeOther(`/provision/${journey.id}`);
}

function handedOver(world: World, c: Context): Promise<Response> | Response {
  const url = new URL(c.req.url);
  const result = judgeHandOver(world, CLICK_TO_PAY_ID, url.searchParams);
  noteHandOver(
    world,
    c.req.raw,
    result,
    'refused' in result ? refusalWords(result.refused.reason).status : 303,
  );
  if ('refused' in result) return refuse(result.refused);
  const journey = openJourney(world, CLICK_TO_PAY_ID, result.accepted, getCookie(c, COOKIE));
  return seeOther(`/provision/${journey.id}`);
}

/** Click to Pay: where a browser with a hand-over arrives, what it goes through, and the way back. */
export function clickToPayRoutes(world: World): Hono {
  const app = new Hono();
  app.get('/', (c) => handedOver(world, c));
  app.get('/:id', (c) => {
    const journey = world.store.journey(c.req.param('id'));
    if (journey === undefined) return refuse({ reason: 'nothing-handed-over', locale: 'en_US' });
    const refusal = END_STAGES.has(journey.stage) ? undefined : refusalOf(world, journey);
    return refusal ? refuse(refusal) : journeyPage(world, journey, codeFault(c.req.query('code'), journey));
  });
  app.post('/:id/contact', (c) =>
    step(world, c, 'contact', (journey, form) => contactStep(world, journey, form, getCookie(c, COOKIE))),
  );
  app.post('/:id/continue', (c) =>
    step(world, c, 'details', (journey, form) => complete(world, journey, form['remember'] === 'yes')),
  );
  app.post('/:id/code', (c) => step(world, c, 'code', (journey, form) => codeStep(world, journey, form)));
  app.post('/:id/resend', (c) =>
    step(world, c, 'code', (journey, form) => {
      resendCode(world, journey, form['channel'] === 'mobile' ? 'mobile' : 'email');
      return seeOther(`/provision/${journey.id}`);
    }),
  );
  app.post('/:id/cancel', (c) => {
    const journey = world.store.journey(c.req.param('id'));
    if (journey === undefined) return refuse({ reason: 'nothing-handed-over', locale: 'en_US' });
    const locked = journey.stage === 'locked';
    const open = locked || (journey.stage !== 'done' && standingOf(world, journey) !== 'used');
    return goBack(world, c, open ? cancel(world, journey) : journey);
  });
  app.get('/:id/return', (c) => {
    const journey = world.store.journey(c.req.param('id'));
    if (journey === undefined) return refuse({ reason: 'nothing-handed-over', locale: 'en_US' });
    return END_STAGES.has(journey.stage) ? goBack(world, c, journey) : seeOther(`/provision/${journey.id}`);
  });
  return app;
}

function goBack(world: World, c: Context, journey: Journey): Response {
  const address = callbackAddress(journey.callbackURL, resultsOf(world, journey));
  noteReturn(world, c.req.raw, journey, address);
  return backToBank(address);
}

/** The page that explains Click to Pay. */
export function aboutPage(locale: string | undefined): Promise<Response> {
  return page(<AboutPage locale={locale && /^[a-z]{2}_[A-Z]{2}$/.test(locale) ? locale : 'en_US'} />);
}
