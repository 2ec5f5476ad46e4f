import type { Receipt } from '@/sandbox/store/records';
import { receiptNow, type World } from '@/sandbox/world';
import type { Behaviour, Outcome } from './outcome';

/** Behaviours that a receipt carries with it; the others belong to calls that are over when there is a receipt. */
const CARRIED: ReadonlySet<Behaviour['kind']> = new Set([
  'approved',
  'result',
  'no-result',
  'lie',
  'expired-on-arrival',
]);

/** True when this row can still be chosen for a card that has its receipt already. */
export function isCarried({ behaviour }: Outcome): boolean {
  return CARRIED.has(behaviour.kind);
}

/** From now on this receipt plays that row of the table, whatever the card's number says. Over and used ones stay as they are. */
export function chooseOutcome(world: World, receipt: Receipt, outcome: Outcome): boolean {
  const nowMs = receiptNow(world, receipt);
  if (receipt.consumed || nowMs >= receipt.expiresAtMs || outcome.code === undefined || !isCarried(outcome))
    return false;
  const expired = outcome.behaviour.kind === 'expired-on-arrival';
  world.store.saveReceipt({ ...receipt, outcomeCode: outcome.code, ...(expired && { expiresAtMs: nowMs }) });
  return true;
}
