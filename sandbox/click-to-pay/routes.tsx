/** @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono';
import { formFields } from '@/sandbox/pages/form-fields';
import { backToBank, page, seeOther } from '@/sandbox/pages/respond';
import type { Journey } from '@/sandbox/store/records';
import { CLICK_TO_PAY_ID } from '@/sandbox/token-connect/token-requestors';
import { wordsFor } from '@/sandbox/words/words';
import type { World } from '@/sandbox/world';
import { AboutPage } from './about-page';
import { contactOf } from './contact';
import { cookieFor, cookieOf, noCookie } from './cookies';
import { refusalStatus } from './end-pages';
import { judgeHandOver } from './hand-over';
import { HeldPage } from './held-page';
import { localeOf } from './language';
import { noteHandOver, noteReturn } from './journal-notes';
import { advance, cancel, finish, giveContact, openJourney, prove, standingOf } from './journey';
import { END_STAGES, journeyPage, refusalOf, refuse, type Extra } from './journey-page';
import { playChoices, stripFor } from './presenter';
import { resendCode, tryCode } from './one-time-code';
import { browserName, hashOf } from './remembered';
import { heldBack, returnAddress } from './return-address';
import { startSession } from './session';
import { readEmail, readMobile } from './typed-contact';

type Form = Readonly<Record<string, string | undefined>>;
type Answer = Promise<Response> | Response;

/** One request for one journey. */
interface Visit {
  readonly world: World;
  readonly c: Context;
  readonly journey: Journey;
  readonly form: Form;
}

const unknownJourney = (c: Context) => refuse({ reason: 'nothing-handed-over', locale: localeOf(c) });
const pathOf = ({ id }: Journey): string => `/provision/${id}`;

/** Runs one step of an unfinished journey; everything else is sent to the page that tells how it stands. */
async function step(
  world: World,
  c: Context,
  stage: Journey['stage'],
  run: (visit: Visit) => Answer,
): Promise<Response> {
  const journey = world.store.journey(c.req.param('id') ?? '');
  if (journey === undefined) return unknownJourney(c);
  if (journey.stage !== stage) return seeOther(pathOf(journey));
  const refusal = refusalOf(world, journey);
  return refusal === undefined ? run({ world, c, journey, form: await formFields(c) }) : refuse(refusal);
}

/** Adds the cards. A right code has also signed the person in, here and at the checkout. */
function complete({ world, c, journey, form }: Visit, proved: boolean): Response {
  const remember = form['remember'] === 'yes' ? browserName(c.req.header('user-agent')) : undefined;
  const { browserToken } = finish(world, journey, remember);
  const { email } = contactOf(world, journey);
  const session = proved && email !== undefined ? [cookieFor('session', startSession(world, email))] : [];
  const remembered = browserToken === undefined ? [] : [cookieFor('remembered', browserToken)];
  return seeOther(pathOf(journey), { cookies: [...session, ...remembered] });
}

/** After a wrong code the browser is sent to the page again, so that reloading it costs no try. */
function codeStep(visit: Visit): Response {
  const { world, journey, form } = visit;
  const verdict = tryCode(world, journey, form['code'] ?? '');
  if (verdict === 'right') return complete(visit, true);
  return seeOther(verdict === 'locked' ? pathOf(journey) : `${pathOf(journey)}?code=${verdict}`);
}

function codeFault(notice: string | undefined, journey: Journey): Extra {
  const { code } = wordsFor(journey.locale);
  if (journey.stage !== 'code') return {};
  if (notice === 'wrong') return { codeFault: code.wrong(journey.triesLeft) };
  return notice === 'expired' ? { codeFault: code.expired } : {};
}

function contactStep({ world, c, journey, form }: Visit): Answer {
  const { common } = wordsFor(journey.locale);
  const email = readEmail(form['email']);
  const known = contactOf(world, journey).mobile;
  const mobile = known === undefined ? readMobile(form['mobile']) : undefined;
  if (email === undefined || (known === undefined && mobile === undefined)) {
    const contactFaults = {
      ...(email === undefined && { email: common.badEmail }),
      ...(known === undefined && mobile === undefined && { mobile: common.badMobile }),
    };
    const typed = { email: form['email'] ?? '', mobile: form['mobile'] ?? '' };
    return journeyPage(world, journey, { contactFaults, typed, tools: stripFor(world, c, journey) });
  }
  giveContact(world, journey, { email, mobile }, cookieOf(c, 'remembered'));
  return seeOther(pathOf(journey));
}

/** "Not you?": the browser is forgotten on both sides, and the person is asked as if it were new. */
function forgetStep({ world, c, journey }: Visit): Response {
  const browserToken = cookieOf(c, 'remembered');
  if (browserToken !== undefined) world.store.forget(hashOf(browserToken));
  advance(world, journey, undefined);
  return seeOther(pathOf(journey), { cookies: [noCookie('remembered'), noCookie('session')] });
}

function proveStep({ world, journey, form }: Visit): Response {
  const { at } = form;
  if ((at === 'website' || at === 'app') && journey.activation[at])
    world.store.saveJourney({ ...journey, provesAt: at });
  if (at === 'later') prove(world, journey, false);
  return seeOther(pathOf(journey));
}

/** Only from the bank's own place, which the person has to have opened. */
function provedStep({ world, journey, form }: Visit): Response {
  if (journey.provesAt === undefined) return seeOther(pathOf(journey));
  if (form['proved'] === 'yes') prove(world, journey, true);
  else world.store.saveJourney({ ...journey, provesAt: undefined });
  return seeOther(pathOf(journey));
}

function handedOver(world: World, c: Context): Answer {
  const result = judgeHandOver(world, CLICK_TO_PAY_ID, new URL(c.req.url).searchParams);
  const status = 'refused' in result ? refusalStatus(result.refused.reason) : 303;
  noteHandOver(world, c.req.raw, result, status);
  if ('refused' in result)
    return result.refused.reason === 'nothing-handed-over' ? unknownJourney(c) : refuse(result.refused);
  const journey = openJourney(world, CLICK_TO_PAY_ID, result.accepted, cookieOf(c, 'remembered'));
  return seeOther(pathOf(journey), { cookies: [cookieFor('language', journey.locale)] });
}

function goBack(world: World, c: Context, journey: Journey): Answer {
  const held = heldBack(world, journey);
  if (held !== undefined) return page(<HeldPage journey={journey} why={held} />);
  const address = returnAddress(world, journey);
  noteReturn(world, c.req.raw, journey, address);
  return backToBank(address);
}

function cancelled(world: World, c: Context, journey: Journey): Answer {
  // After the last wrong code the receipts are used up, yet the person may still say that they left.
  const open =
    journey.stage === 'locked' || (journey.stage !== 'done' && standingOf(world, journey) !== 'used');
  return goBack(world, c, open ? cancel(world, journey) : journey);
}

/** Click to Pay: where a browser with a hand-over arrives, what it goes through, and the way back. */
export function clickToPayRoutes(world: World): Hono {
  const app = new Hono();
  const withJourney = (c: Context, run: (journey: Journey) => Answer) => {
    const journey = world.store.journey(c.req.param('id') ?? '');
    return journey === undefined ? unknownJourney(c) : run(journey);
  };
  app.get('/', (c) => handedOver(world, c));
  app.get('/:id', (c) =>
    withJourney(c, (journey) => {
      const refusal = refusalOf(world, journey);
      if (refusal) return refuse(refusal);
      const { tools, code } = c.req.query();
      if (tools === 'off') return seeOther(pathOf(journey), { cookies: [cookieFor('tools', 'off')] });
      if (tools === 'on') return seeOther(pathOf(journey), { cookies: [noCookie('tools')] });
      return journeyPage(world, journey, { ...codeFault(code, journey), tools: stripFor(world, c, journey) });
    }),
  );
  app.post('/:id/contact', (c) => step(world, c, 'contact', contactStep));
  app.post('/:id/forget', (c) => step(world, c, 'details', forgetStep));
  app.post('/:id/continue', (c) => step(world, c, 'details', (visit) => complete(visit, false)));
  app.post('/:id/code', (c) => step(world, c, 'code', codeStep));
  app.post('/:id/resend', (c) =>
    step(world, c, 'code', ({ journey, form }) => {
      resendCode(world, journey, form['channel'] === 'mobile' ? 'mobile' : 'email');
      return seeOther(pathOf(journey));
    }),
  );
  app.post('/:id/play', (c) =>
    withJourney(c, async (journey) => {
      playChoices(world, c, journey, await formFields(c));
      return seeOther(pathOf(journey));
    }),
  );
  app.post('/:id/prove', (c) => step(world, c, 'activation', proveStep));
  app.post('/:id/proved', (c) => step(world, c, 'activation', provedStep));
  app.post('/:id/cancel', (c) => withJourney(c, (journey) => cancelled(world, c, journey)));
  app.get('/:id/return', (c) =>
    withJourney(c, (journey) =>
      END_STAGES.has(journey.stage) ? goBack(world, c, journey) : seeOther(pathOf(journey)),
    ),
  );
  return app;
}

/** The page that explains Click to Pay. */
export function aboutPage(c: Context): Promise<Response> {
  return page(<AboutPage locale={localeOf(c)} />);
}
