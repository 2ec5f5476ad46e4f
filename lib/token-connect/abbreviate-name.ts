/** `accountHolderName` on the wire (spec section 3.4), counted in UTF-16 units as the other side most likely does. */
const MAX_LENGTH = 27;

/**
 * A person's name in at most 27 characters, as people shorten it themselves: middle names become initials, then go,
 * then the first name becomes an initial; only then is the family name cut.
 */
export function abbreviateName(name: string): string {
  const full = name.trim().replace(/\s+/g, ' ');
  if (full.length <= MAX_LENGTH) return full;
  const words = full.split(' ');
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  const initials = words.slice(1, -1).map(initial);
  const candidates = [
    [first, ...initials, last].join(' '),
    `${first} ${last}`,
    `${initial(first)} ${last}`,
  ].map((candidate) => candidate.trim());
  const fitting =
    words.length > 1 ? candidates.find((candidate) => candidate.length <= MAX_LENGTH) : undefined;
  return fitting ?? cutWhole(words.length > 1 ? `${initial(first)} ${last}` : full);
}

function initial(word: string): string {
  return Array.from(word)[0] ?? '';
}

function cutWhole(text: string): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > MAX_LENGTH) break;
    kept += character;
  }
  return kept.trimEnd();
}
