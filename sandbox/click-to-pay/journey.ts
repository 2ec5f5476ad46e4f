import { createHash } from 'node:crypto';
import { outcomeByCode } from '@/sandbox/scenarios/outcomes';
import type { Journey } from '@/sandbox/store/records';
import { CLICK_TO_PAY_ID } from '@/sandbox/token-connect/token-requestors';
import { randomId, receiptNow, type World } from '@/sandbox/world';
import { contactOf, holderOf } from './contact';
import type { HandOver } from './hand-over';
import { sendCode } from './one-time-code';
import { receiptsOf } from './journey-receipts';
import { reportAll, settle } from './settle';

const TRIES = 3;
const RESENDS = 3;
const REMEMBER_MS = 180 * 86_400_000;

/** Where a journey stands for its cards: may it go on? */
export type Standing = 'open' | 'expired' | 'used';

/** True when this person has a Click to Pay profile, by the table of outcomes or by an earlier visit. */
export function hasProfile(world: World, journey: Journey): boolean {
  const { email } = contactOf(world, journey);
  if (email !== undefined && world.store.profile(email) !== undefined) return true;
  return receiptsOf(world, journey).some(({ outcomeCode }) => {
    const { behaviour } = outcomeByCode(outcomeCode);
    if (behaviour.kind === 'approved') return behaviour.profile === 'existing';
    return behaviour.kind === 'result' && behaviour.word === 'DUPLICATE_REQUEST';
  });
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** True when this browser was remembered for this person and may skip the code. */
function isRemembered(world: World, email: string | undefined, browserToken: string | undefined): boolean {
  if (email === undefined || browserToken === undefined) return false;
  const browser = world.store.remembered(hashOf(browserToken));
  return browser !== undefined && browser.untilMs > world.now() && browser.email === email.toLowerCase();
}

function asksForCode(world: World, journey: Journey): boolean {
  return receiptsOf(world, journey).some(({ outcomeCode }) => {
    const { behaviour } = outcomeByCode(outcomeCode);
    return behaviour.kind === 'approved' && behaviour.code;
  });
}

/** The stage after the contact is known: a code where Click to Pay wants one, else the confirmation page. */
function advance(world: World, journey: Journey, browserToken: string | undefined): Journey {
  const { email } = contactOf(world, journey);
  if (email === undefined) return world.store.saveJourney({ ...journey, stage: 'contact' });
  if (!asksForCode(world, journey) || isRemembered(world, email, browserToken)) {
    return world.store.saveJourney({ ...journey, stage: 'details' });
  }
  return sendCode(world, { ...journey, stage: 'code' }, 'email');
}

/** A visit that has just begun; not saved yet. */
export function newJourney(world: World, tokenRequestorId: string, handOver: HandOver): Journey {
  return {
    id: randomId(world),
    tokenRequestorId,
    bankName: handOver.bankName,
    receipts: handOver.receipts.map(({ receipt }) => receipt),
    callbackURL: handOver.callbackURL,
    locale: handOver.locale,
    rememberOffered: handOver.extFlow,
    checkedAtMs: world.now(),
    stage: 'details',
    triesLeft: TRIES,
    resendsLeft: RESENDS,
  };
}

/** Starts a visit at Click to Pay. `browserToken` is what an earlier visit left with a remembered browser. */
export function openJourney(
  world: World,
  tokenRequestorId: string,
  handOver: HandOver,
  browserToken: string | undefined,
): Journey {
  return advance(world, world.store.saveJourney(newJourney(world, tokenRequestorId, handOver)), browserToken);
}

/** Takes the e-mail and mobile number that the person typed. */
export function giveContact(
  world: World,
  journey: Journey,
  contact: { email: string; mobile?: string | undefined },
  browserToken: string | undefined,
): Journey {
  const { email, mobile } = contact;
  return advance(world, { ...journey, email, ...(mobile !== undefined && { mobile }) }, browserToken);
}

/** Whether the cards of an unfinished journey can still be added. */
export function standingOf(world: World, journey: Journey): Standing {
  const receipts = receiptsOf(world, journey);
  if (receipts.some((receipt) => receipt.consumed)) return 'used';
  const lost = receipts.length < journey.receipts.length;
  return lost || receipts.some((receipt) => receiptNow(world, receipt) >= receipt.expiresAtMs)
    ? 'expired'
    : 'open';
}

/** Adds the cards, and creates or extends the profile. Returns the token for a browser that asked to be remembered. */
export function finish(world: World, journey: Journey, remember: boolean): { browserToken?: string } {
  settle(world, journey);
  world.store.saveJourney({ ...journey, stage: 'done' });
  const { email } = contactOf(world, journey);
  const added = receiptsOf(world, journey).some((receipt) => receipt.consumed);
  if (email === undefined || !added || journey.tokenRequestorId !== CLICK_TO_PAY_ID) return {};
  if (world.store.profile(email) === undefined) {
    const { name } = holderOf(receiptsOf(world, journey));
    world.store.saveProfile({ email, ...(name && { name }), createdAtMs: world.now() });
  }
  if (!remember || !journey.rememberOffered) return {};
  const browserToken = world.random(32).toString('base64url');
  world.store.remember({
    tokenHash: hashOf(browserToken),
    email: email.toLowerCase(),
    untilMs: world.now() + REMEMBER_MS,
  });
  return { browserToken };
}

/** Leaves without adding anything: one `CANCELLED` per receipt (decisions 1). */
export function cancel(world: World, journey: Journey): Journey {
  reportAll(world, journey, 'CANCELLED');
  return world.store.saveJourney({ ...journey, stage: 'cancelled' });
}
