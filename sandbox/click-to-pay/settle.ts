import { outcomeByCode } from '@/sandbox/scenarios/outcomes';
import type { Journey, Receipt, Token } from '@/sandbox/store/records';
import { CLICK_TO_PAY_ID } from '@/sandbox/token-connect/token-requestors';
import type { World } from '@/sandbox/world';
import { contactOf } from './contact';
import { receiptsOf } from './journey-receipts';

/** Whose profile the cards of this journey join; empty where the token requestor knows nobody. */
export function ownerOf(world: World, journey: Journey): string {
  return contactOf(world, journey).email?.toLowerCase() ?? '';
}

/** A token unique reference: 48 characters, as those of the samples (spec 7). */
export function newReference(world: World, tokenRequestorId: string): string {
  const family = tokenRequestorId === CLICK_TO_PAY_ID ? 'DWSPMC' : 'DM4MMC';
  return `${family}0000000001${world.random(16).toString('hex')}`;
}

/** One card on its way into a profile. */
interface Settling {
  readonly receipt: Receipt;
  readonly journey: Journey;
  readonly owner: string;
}

function known(world: World, { receipt, owner }: Settling): Token | undefined {
  return world.store.token(receipt.tokenRequestorId, receipt.panHash, owner);
}

function newToken(world: World, { receipt, journey, owner }: Settling, waiting: boolean): Token {
  const token: Token = {
    tokenRequestorId: receipt.tokenRequestorId,
    panHash: receipt.panHash,
    owner,
    tokenUniqueReference: newReference(world, receipt.tokenRequestorId),
    last4: receipt.last4,
    bankName: journey.bankName,
    addedAtMs: world.now(),
    waiting,
  };
  world.store.saveToken(token);
  return token;
}

function approve(world: World, card: Settling, twice: boolean): readonly string[] {
  if (known(world, card) !== undefined) return ['DUPLICATE_REQUEST'];
  const result = `APPROVED|${newToken(world, card, false).tokenUniqueReference}`;
  return twice ? [result, result] : [result];
}

/** Waits for its cardholder: a token that cannot pay yet. One that is active already stays so. */
function postpone(world: World, card: Settling, word: string): readonly string[] {
  const token = known(world, card);
  if (token !== undefined && !token.waiting) return ['DUPLICATE_REQUEST'];
  return [`${word}|${(token ?? newToken(world, card, true)).tokenUniqueReference}`];
}

function decide(world: World, card: Settling): readonly string[] {
  const { behaviour } = outcomeByCode(card.receipt.outcomeCode);
  switch (behaviour.kind) {
    case 'no-result':
      return [];
    case 'result': {
      if (behaviour.withReference) return postpone(world, card, behaviour.word);
      // What is said to be there already is there, also on the profile's page.
      if (behaviour.word === 'DUPLICATE_REQUEST' && known(world, card) === undefined)
        newToken(world, card, false);
      return [behaviour.word];
    }
    case 'approved':
      return approve(world, card, behaviour.twice === true);
    default:
      // Outcomes of earlier hops that let the card through, such as "busy once".
      return approve(world, card, false);
  }
}

/**
 * Tokenises every card of the journey, each with its own outcome. A card that this
 * person's profile already holds is reported as a duplicate. Approval, also one that waits for one more step, consumes the receipt (spec 4.3).
 */
export function settle(world: World, journey: Journey): void {
  const owner = ownerOf(world, journey);
  for (const receipt of receiptsOf(world, journey)) {
    const results = [...decide(world, { receipt, journey, owner })];
    const consumed = results.some((result) => result.includes('|'));
    world.store.saveReceipt({ ...receipt, results, consumed });
  }
}

/** Gives every receipt of the journey the same result. Whether they can be used again is left as it was. */
export function reportAll(world: World, journey: Journey, result: 'CANCELLED' | 'DECLINED'): void {
  for (const receipt of receiptsOf(world, journey))
    world.store.saveReceipt({ ...receipt, results: [result] });
}

/** After too many wrong codes: declined, and no other hand-over of these receipts gets new tries. */
export function declineForGood(world: World, journey: Journey): void {
  reportAll(world, journey, 'DECLINED');
  for (const receipt of receiptsOf(world, journey)) world.store.saveReceipt({ ...receipt, consumed: true });
}
