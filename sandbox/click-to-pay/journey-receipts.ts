import type { Journey, Receipt } from '@/sandbox/store/records';
import type { World } from '@/sandbox/world';
import type { ReceiptResults } from './callback';

/** The journey's receipts, in the order they were handed over. */
export function receiptsOf(world: World, journey: Journey): readonly Receipt[] {
  return journey.receipts.flatMap((id) => world.store.receipt(id) ?? []);
}

/** The results as they stand on the receipts. */
export function resultsOf(world: World, journey: Journey): readonly ReceiptResults[] {
  return receiptsOf(world, journey).map(({ receipt, results }) => ({ receipt, values: results ?? [] }));
}
