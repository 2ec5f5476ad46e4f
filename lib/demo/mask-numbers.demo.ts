import { Pan } from '@/lib/domain/pan';

/** A long run of digits that is not part of a hexadecimal string; it may follow a percent escape such as `%3D`. */
const LONG_RUN = /(?<=^|[^0-9A-Za-z]|%(?:25)*[0-9A-Fa-f]{2})\d{13,40}(?![0-9A-Za-z])/g;
/** Starts of account ranges are padded with zeros to 19 digits and stand for nobody's card. */
const RANGE_START = /^\d{9,12}0{7,10}$/;

function isCardNumber(digits: string): boolean {
  try {
    Pan.parse(digits);
    return true;
  } catch {
    return false;
  }
}

function holdsCard(run: string): boolean {
  if (RANGE_START.test(run)) return false;
  for (let start = 0; start + 13 <= run.length; start += 1) {
    for (let length = 13; length <= 19 && start + length <= run.length; length += 1) {
      if (isCardNumber(run.slice(start, start + length))) return true;
    }
  }
  return false;
}

/** Text with every run of digits that could hold a card number cut to its last four, before anything keeps or shows it (PD-03). */
export function maskNumbers(text: string): string {
  return text.replace(LONG_RUN, (run) => (holdsCard(run) ? '•'.repeat(run.length - 4) + run.slice(-4) : run));
}
