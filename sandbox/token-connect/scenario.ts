import { faultOf, type Fault } from '@/sandbox/control/orders';
import type { Args, Outcome } from '@/sandbox/scenarios/outcome';
import { outcomeOfCard } from '@/sandbox/scenarios/outcomes';
import type { World } from '@/sandbox/world';

/** The fault that a row plays in this call, or none: "once" is over after the first attempt of a request id. */
export function faultNow(world: World, outcome: Outcome, args: Args, requestId: string): Fault | undefined {
  const { behaviour } = outcome;
  if (behaviour.kind !== 'whole-call') return undefined;
  if (behaviour.oncePerRequest === true && !world.store.refuseOnce(requestId)) return undefined;
  if (behaviour.sameReceipts === true) world.orders.keepReceipts(requestId);
  return faultOf(outcome, args);
}

/** The fault of the first card that asks for one by its number. */
export function scenarioOf(
  world: World,
  requestId: string,
  accountNumbers: readonly string[],
): Fault | undefined {
  for (const accountNumber of accountNumbers) {
    const fault = faultNow(world, outcomeOfCard(accountNumber), {}, requestId);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
