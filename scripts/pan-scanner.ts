/**
 * Finds card numbers in the clear in bytes of any kind (PD-04): 13 to 19 digits that begin as Mastercard's do and have a correct
 * check digit, as they are, in groups, as UTF-16, in hexadecimal or in base64. Text is Latin-1, one character a byte.
 */
export interface Hit {
  /** Bytes from the beginning. */
  offset: number;
  form: 'digits' | 'grouped' | 'utf-16' | 'hex' | 'base64';
}

/** The longest form of a number, with room for what stands around it: chunks overlap by as much. */
export const LONGEST_BYTES = 128;

const DIGITS = /(?<!\d)\d{13,19}(?!\d)/g;
// One kind of separator; a group of a UUID has hexadecimal neighbours.
const GROUPED = /(?<!\d)(?<![0-9a-f]-)\d{4}([ -])\d{4}\1\d{4}\1\d{1,4}(?:\1\d{1,3})?(?!\d)(?!-[0-9a-f])/g;
const UTF_16 = /(?<!\d\0)\d(?:\0\d){12,18}(?!\0\d)/g;
const HEX = /(?:3\d[ :]?){12,}3\d/g;
/** Three digits in base64: each of the four characters can only be one of these. */
const BASE64 = /(?:[MNO][DTjz][AEIMQUYcgk][w-z0-5]){3,}/g;
const BASE64_BEFORE_AND_AFTER = 4;
/** A digest in lower-case hexadecimal may hold a run of digits by chance. */
const DIGEST = /[0-9a-f]{32,}/g;

/** Every number in `text`, in order. Never returns digits. */
export function findPans(text: string): Hit[] {
  const hits: Hit[] = [
    ...plainHits(text),
    ...matches(text, GROUPED).filter(isPanAfter(/[ -]/g)).map(toHit('grouped')),
    ...matches(text, UTF_16).filter(isPanAfter(/\0/g)).map(toHit('utf-16')),
    ...matches(text, HEX).filter(isHexPan).map(toHit('hex')),
    ...matches(text, BASE64).filter(isBase64Pan(text)).map(toHit('base64')),
  ];
  return hits.sort((a, b) => a.offset - b.offset);
}

interface Match {
  offset: number;
  found: string;
}

function matches(text: string, pattern: RegExp): Match[] {
  return Array.from(text.matchAll(pattern), (match) => ({ offset: match.index, found: match[0] }));
}

const toHit =
  (form: Hit['form']) =>
  ({ offset }: Match): Hit => ({ offset, form });

const isPanAfter =
  (separators: RegExp) =>
  ({ found }: Match) =>
    isPan(found.replace(separators, ''));

function plainHits(text: string): Hit[] {
  const candidates = matches(text, DIGITS).filter(({ found }) => isPan(found));
  if (candidates.length === 0) return [];
  const digests = matches(text, DIGEST).filter(({ found }) => /[a-f]/.test(found));
  return candidates
    .filter(({ offset }) => !isFraction(text, offset))
    .filter(({ offset }) => !digests.some((digest) => offset >= digest.offset && offset < end(digest)))
    .map(toHit('digits'));
}

const end = ({ offset, found }: Match) => offset + found.length;

/** `0.5212345678901234`: the decimals of a computed number. */
const isFraction = (text: string, offset: number) =>
  /\d\.$/.test(text.slice(Math.max(0, offset - 2), offset));

function isHexPan({ found }: Match): boolean {
  return isPan(found.replace(/[ :]/g, '').replace(/3(\d)/g, '$1'));
}

/** What surrounds the triples may complete the number: a few characters more on both sides are decoded too. */
const isBase64Pan =
  (text: string) =>
  ({ offset, found }: Match): boolean => {
    const from = Math.max(0, offset - BASE64_BEFORE_AND_AFTER);
    const lead = offset - from;
    const around = text.slice(from, offset + found.length + BASE64_BEFORE_AND_AFTER);
    // A shorter lead means that the text begins here: the triples keep their phase.
    const decoded = Buffer.from(lead === BASE64_BEFORE_AND_AFTER ? around : around.slice(lead), 'base64');
    return matches(decoded.toString('latin1'), DIGITS).some((match) => isPan(match.found));
  };

/** Mastercard's ranges (51 to 55, 2221 to 2720) and ISO/IEC 7812-1 annex B. The start of an account range, padded with zeros, is no number of a card. */
function isPan(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false;
  if (digits.length === 19 && digits.endsWith('0000000')) return false;
  const four = Number(digits.slice(0, 4));
  if (!((four >= 5100 && four <= 5599) || (four >= 2221 && four <= 2720))) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.at(-1 - i));
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
