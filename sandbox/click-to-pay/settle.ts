import { outcomeByCode } from '@/sandbox/scenarios/outcomes';
import type { Journey, Receipt } from '@/sandbox/store/records';
import { CLICK_TO_PAY_ID } from '@/sandbox/token-connect/token-requestors';
import type { World } from '@/sandbox/world';
import { contactOf } from './contact';
import { receiptsOf } from './journey-receipts';

/** A token unique reference: 48 characters, as those of the samples (spec 7). */
function newReference(world: World, tokenRequestorId: string): string {
  const family = tokenRequestorId === CLICK_TO_PAY_ID ? 'DWSPMC' : 'DM4MMC';
  return `${family}0000000001${world.random(16).toString('hex')}`;
}

function approve(world: World, receipt: Receipt, owner: string, twice: boolean): readonly string[] {
  const { tokenRequestorId, panHash } = receipt;
  if (world.store.token(tokenRequestorId, panHash, owner) !== undefined) return ['DUPLICATE_REQUEST'];
  const tokenUniqueReference = newReference(world, tokenRequestorId);
  world.store.saveToken({ tokenRequestorId, panHash, owner, tokenUniqueReference });
  const result = `APPROVED|${tokenUniqueReference}`;
  return twice ? [result, result] : [result];
}

function decide(world: World, receipt: Receipt, owner: string): readonly string[] {
  const { behaviour } = outcomeByCode(receipt.outcomeCode);
  switch (behaviour.kind) {
    case 'no-result':
      return [];
    case 'result': {
      const { word, withReference } = behaviour;
      return [withReference ? `${word}|${newReference(world, receipt.tokenRequestorId)}` : word];
    }
    case 'approved':
      return approve(world, receipt, owner, behaviour.twice === true);
    default:
      // Outcomes of earlier hops that let the card through, such as "busy once".
      return approve(world, receipt, owner, false);
  }
}

/**
 * Tokenises every card of the journey, each with its own outcome. A card that this
 * person's profile already holds is reported as a duplicate. Approval, also one that waits for one more step, consumes the receipt (spec 4.3).
 */
export function settle(world: World, journey: Journey): void {
  const owner = contactOf(world, journey).email?.toLowerCase() ?? '';
  for (const receipt of receiptsOf(world, journey)) {
    const results = [...decide(world, receipt, owner)];
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
