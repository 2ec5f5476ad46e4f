import { passesLuhn } from '@/sandbox/scenarios/test-cards';

const NUMBERS = new Set(['accountNumber', 'financialAccountId', 'accountPan']);
/** A long run of digits that is not part of a hex string; it may follow a percent escape such as `%3D`, even a nested one. */
const LONG_RUN = /(?<=^|[^0-9A-Za-z]|%(?:25)*[0-9A-Fa-f]{2})\d{13,40}(?![0-9A-Za-z])/g;
/** `"accountNumber": "..."` in text that is not parsed. */
const NAMED = /("(?:accountNumber|financialAccountId)"\s*:\s*")([^"]*)(")/g;

/** All but the last four characters as dots: `••••••••••••4417`. */
function maskNumber(number: string): string {
  return '•'.repeat(Math.max(0, number.length - 4)) + number.slice(-4);
}

/** True when any 13 to 19 digits in the run have a fitting check digit: an escape like `%20` may lead the run. */
function holdsCard(run: string): boolean {
  // Starts of account ranges are padded with zeros to 19 digits and stand for nobody's card.
  if (/^\d{9,12}0{7,10}$/.test(run)) return false;
  for (let start = 0; start + 13 <= run.length; start += 1) {
    for (let length = 13; length <= 19 && start + length <= run.length; length += 1) {
      if (passesLuhn(run.slice(start, start + length))) return true;
    }
  }
  return false;
}

/** Text with every card number masked: named ones always, other runs of digits when their check digit fits. */
export function maskText(text: string): string {
  return text
    .replace(
      NAMED,
      (_all, before: string, number: string, after: string) => before + maskNumber(number) + after,
    )
    .replace(LONG_RUN, (run) => (holdsCard(run) ? maskNumber(run) : run));
}

/** A copy of a JSON value with every card number masked. */
export function maskJson(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map(maskJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      NUMBERS.has(name) && (typeof member === 'string' || typeof member === 'number')
        ? maskNumber(String(member))
        : maskJson(member),
    ]),
  );
}
