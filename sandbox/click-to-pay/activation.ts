import type { Journey, Receipt } from '@/sandbox/store/records';
import { CLICK_TO_PAY_ID } from '@/sandbox/token-connect/token-requestors';
import type { World } from '@/sandbox/world';
import { receiptsOf } from './journey-receipts';
import { ownerOf } from './settle';

const WAITING = 'REQUIRE_ADDITIONAL_AUTHENTICATION';

function waits({ results }: Receipt): boolean {
  return results?.[0]?.split('|')[0] === WAITING;
}

/**
 * Whether Click to Pay itself goes on with a card that waits for its cardholder. It does when the bank allowed its
 * website or its app to be opened from here; with both flags false it returns after the tokenizations (spec 4.3).
 */
export function leadsToActivation(world: World, journey: Journey): boolean {
  const { app, website } = journey.activation;
  const here = journey.tokenRequestorId === CLICK_TO_PAY_ID;
  return here && (app || website) && receiptsOf(world, journey).some(waits);
}

/** The cardholder proved who they are: the waiting tokens become active, and their results say so. */
export function activateWaiting(world: World, journey: Journey): void {
  for (const receipt of receiptsOf(world, journey).filter(waits)) {
    const token = world.store.token(journey.tokenRequestorId, receipt.panHash, ownerOf(world, journey));
    if (token === undefined) continue;
    world.store.saveToken({ ...token, waiting: false });
    const results = [`APPROVED|${token.tokenUniqueReference}`];
    world.store.saveReceipt({ ...receipt, results });
  }
}
