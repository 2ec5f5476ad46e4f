import { outcomeByCode } from '@/sandbox/scenarios/outcomes';
import type { Journey } from '@/sandbox/store/records';
import { CLICK_TO_PAY_ID } from '@/sandbox/token-connect/token-requestors';
import { wordsFor } from '@/sandbox/words/words';
import { randomId, receiptNow, type World } from '@/sandbox/world';
import { activateWaiting, leadsToActivation } from './activation';
import { contactOf, holderOf } from './contact';
import type { HandOver } from './hand-over';
import { sendCode } from './one-time-code';
import { receiptsOf } from './journey-receipts';
import { rememberBrowser, rememberedIn } from './remembered';
import { reportAll, settle } from './settle';

const TRIES = 3;
const RESENDS = 3;

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

function asksForCode(world: World, journey: Journey): boolean {
  return receiptsOf(world, journey).some(({ outcomeCode }) => {
    const { behaviour } = outcomeByCode(outcomeCode);
    return behaviour.kind === 'approved' && behaviour.code;
  });
}

/** The stage after the contact is known: a code where Click to Pay wants one and does not know the browser, else the confirmation page. */
export function advance(world: World, journey: Journey, browserToken: string | undefined): Journey {
  const { email } = contactOf(world, journey);
  if (email === undefined) return world.store.saveJourney({ ...journey, stage: 'contact' });
  const recognised = rememberedIn(world, browserToken)?.email === email.toLowerCase();
  if (!asksForCode(world, journey) || recognised)
    return world.store.saveJourney({ ...journey, stage: 'details', recognised });
  return sendCode(world, { ...journey, stage: 'code', recognised: false }, 'email');
}

/** After other outcomes were chosen: on to the stage they ask for. Somebody who was sent a code and still needs one keeps it. */
export function replan(world: World, journey: Journey, browserToken: string | undefined): Journey {
  return journey.stage === 'code' && asksForCode(world, journey)
    ? journey
    : advance(world, journey, browserToken);
}

/** A visit that has just begun; not saved yet. */
export function newJourney(world: World, tokenRequestorId: string, handOver: HandOver): Journey {
  return {
    id: randomId(world),
    tokenRequestorId,
    bankName: handOver.bankName ?? wordsFor(handOver.locale).common.yourBank,
    receipts: handOver.receipts.map(({ receipt }) => receipt),
    callbackURL: handOver.callbackURL,
    locale: handOver.locale,
    rememberOffered: handOver.extFlow,
    activation: handOver.activation,
    checkedAtMs: world.now(),
    stage: 'details',
    recognised: false,
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

function keepProfile(world: World, journey: Journey, email: string): void {
  const { mobile } = contactOf(world, journey);
  const known = world.store.profile(email);
  const { name } = holderOf(receiptsOf(world, journey));
  world.store.saveProfile({
    email,
    createdAtMs: world.now(),
    ...known,
    ...(name && { name }),
    ...(mobile && { mobile }),
  });
}

/**
 * Adds the cards, and creates or extends the profile. `remember` is the name of the browser where the person asked to be
 * remembered; returns the token for its cookie.
 */
export function finish(
  world: World,
  journey: Journey,
  remember: string | undefined,
): { browserToken?: string } {
  settle(world, journey);
  const stage = leadsToActivation(world, journey) ? 'activation' : 'done';
  world.store.saveJourney({ ...journey, stage });
  const { email } = contactOf(world, journey);
  if (email === undefined || journey.tokenRequestorId !== CLICK_TO_PAY_ID) return {};
  if (world.store.tokensOf(CLICK_TO_PAY_ID, email.toLowerCase()).length === 0) return {};
  keepProfile(world, journey, email);
  return remember === undefined || !journey.rememberOffered
    ? {}
    : { browserToken: rememberBrowser(world, email, remember) };
}

/** The last step of a card that waits for its cardholder: done here, or left to the bank. */
export function prove(world: World, journey: Journey, proved: boolean): Journey {
  if (proved) activateWaiting(world, journey);
  return world.store.saveJourney({ ...journey, stage: 'done' });
}

/** Leaves without adding anything: one `CANCELLED` per receipt (decisions 1). */
export function cancel(world: World, journey: Journey): Journey {
  reportAll(world, journey, 'CANCELLED');
  return world.store.saveJourney({ ...journey, stage: 'cancelled' });
}
