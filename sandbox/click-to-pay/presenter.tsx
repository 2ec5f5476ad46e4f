/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import { chooseOutcome, isCarried } from '@/sandbox/scenarios/choose-outcome';
import type { Hop } from '@/sandbox/scenarios/outcome';
import { outcomeByCode, OUTCOMES } from '@/sandbox/scenarios/outcomes';
import type { Journey, Receipt } from '@/sandbox/store/records';
import { CLICK_TO_PAY_ID } from '@/sandbox/token-connect/token-requestors';
import type { World } from '@/sandbox/world';
import { cookieOf } from './cookies';
import { replan } from './journey';
import { receiptsOf } from './journey-receipts';
import { PresenterStrip, type Choice } from './presenter-strip';

const BEFORE: ReadonlySet<Journey['stage']> = new Set(['contact', 'details', 'code']);
const wasAdded = ({ results }: Receipt): boolean => results?.[0]?.startsWith('APPROVED|') === true;

const choicesAt = (...hops: readonly Hop[]): readonly Choice[] =>
  OUTCOMES.filter(
    (outcome): outcome is Choice => outcome.code !== undefined && hops.includes(outcome.hop),
  ).filter(isCarried);

/** Rows of the table that can still happen: all of them before the cards are added, afterwards only lies about them. */
function choicesFor(journey: Journey): readonly Choice[] {
  if (BEFORE.has(journey.stage)) return choicesAt('hand-over', 'click-to-pay', 'return');
  if (journey.stage !== 'done') return [];
  return choicesAt('return').filter(({ behaviour }) => behaviour.kind === 'lie');
}

/** Cards for which something can still be chosen. */
function choosable(world: World, journey: Journey): readonly Receipt[] {
  const receipts = receiptsOf(world, journey);
  return journey.stage === 'done' ? receipts.filter(wasAdded) : receipts;
}

/** The strip of this page, or nothing: where it is hidden from an audience, or nothing is left to choose. */
export function stripFor(world: World, c: Context, journey: Journey, path = '/provision'): unknown {
  const choices = choicesFor(journey);
  const receipts = choosable(world, journey);
  if (cookieOf(c, 'tools') === 'off' || choices.length === 0 || receipts.length === 0) return undefined;
  return <PresenterStrip journey={journey} receipts={receipts} choices={choices} path={path} />;
}

/** Plays what was chosen, card by card; rows that are not offered here change nothing. */
export function playChoices(
  world: World,
  c: Context,
  journey: Journey,
  form: Readonly<Record<string, string | undefined>>,
): void {
  const codes = new Set(choicesFor(journey).map(({ code }) => code));
  for (const receipt of choosable(world, journey)) {
    const code = form[receipt.receipt] ?? '';
    if (!codes.has(code)) continue;
    if (journey.stage === 'done') world.store.saveReceipt({ ...receipt, outcomeCode: code });
    else chooseOutcome(world, receipt, outcomeByCode(code));
  }
  // Click to Pay alone has a profile, which decides what it asks for next.
  if (journey.tokenRequestorId === CLICK_TO_PAY_ID && BEFORE.has(journey.stage))
    replan(world, journey, cookieOf(c, 'remembered'));
}
