import { ADDED_OUTCOME, CLICK_TO_PAY_OUTCOMES, RETURN_OUTCOMES } from './click-to-pay-outcomes';
import { ELIGIBILITY_OUTCOMES, LOGO_OUTCOMES } from './eligibility-outcomes';
import { HOSTILE_DESTINATIONS } from './hostile-destinations';
import type { Outcome } from './outcome';
import { ANSWERS } from './push-answers';
import { CALL_REFUSALS, CARD_REFUSALS } from './push-refusals';
import { readTestCard } from './test-cards';
import { WEATHER } from './push-weather';

/**
 * The one table of outcomes: test cards, choices on the pages, the control API's names and the README's list are all drawn
 * from it.
 */
export const OUTCOMES: readonly Outcome[] = [
  ...CLICK_TO_PAY_OUTCOMES,
  ...RETURN_OUTCOMES,
  ...CARD_REFUSALS,
  ...CALL_REFUSALS,
  ...WEATHER,
  ...ANSWERS,
  ...HOSTILE_DESTINATIONS,
  ...ELIGIBILITY_OUTCOMES,
  ...LOGO_OUTCOMES,
];

const BY_CODE = new Map(OUTCOMES.flatMap((outcome) => (outcome.code ? [[outcome.code, outcome]] : [])));
const BY_NAME = new Map(OUTCOMES.map((outcome) => [outcome.name, outcome]));

/** The outcome with these three digits; any other digits play `000`. */
export function outcomeByCode(code: string): Outcome {
  return BY_CODE.get(code) ?? ADDED_OUTCOME;
}

/** The outcome that the control API knows by this name. */
export function outcomeByName(name: string): Outcome | undefined {
  return BY_NAME.get(name);
}

/** The outcome a card number stands for; numbers outside the published test cards are simply added. */
export function outcomeOfCard(accountNumber: string): Outcome {
  return outcomeByCode(readTestCard(accountNumber)?.outcomeCode ?? '');
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_unused, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The known name that is nearest to a mistyped one. */
export function nearestName(typed: string): string {
  const ranked = OUTCOMES.map(({ name }) => ({ name, far: distance(typed.slice(0, 60), name) }));
  return ranked.reduce((best, one) => (one.far < best.far ? one : best)).name;
}
