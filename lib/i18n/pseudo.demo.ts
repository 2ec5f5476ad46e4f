/**
 * A language for tests, made from English: every letter has an accent, every sentence is in brackets and about a third longer.
 * What still reads as English on a screen did not come from the catalogue, and what does not fit now will not fit in German.
 * It stands in no list of languages, and a production build has neither this nor an ear for its tag (docs/adr/0002).
 */
export type Pseudo = 'en-XA';

/** The pseudo-language when a tag asks for it (`en-XA`, `en_XA`), else null. */
export function pseudoOf(tag: string | null | undefined): Pseudo | null {
  return /^en[-_]XA$/.test(tag ?? '') ? 'en-XA' : null;
}

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = [...'åƀçđéƒĝĥîĵķļɱñöþɋŕšŧûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŦÛṼŴẊÝŽ'];
const LONGER = 0.35;

const ACCENTS = new Map([...PLAIN].map((letter, index) => [letter, ACCENTED[index] ?? letter]));
/** What starts a choice between branches, what names one, and what stands for itself: a value, a tag, quoted braces. */
const CHOICE = /\{\w+, (?:plural|select|selectordinal),/y;
const BRANCH = /\s*(?:=\d+|\w+) \{/y;
const VERBATIM = /\{\w+(?:, (?:number|date|time)[^}]*)?\}|<\/?\w+\/?>|'[{}<>#][^']*'/y;

/** Puts accents on the words of ICU MessageFormat; arguments, names of branches and tags stay as they are. */
function accented(sentence: string): string {
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(sentence)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const message = (): string => {
    let said = '';
    while (at < sentence.length && sentence[at] !== '}') {
      const choice = take(CHOICE);
      said += choice === '' ? take(VERBATIM) || letter() : choice + branches();
    }
    return said;
  };
  const letter = (): string => {
    const plain = sentence.charAt(at);
    at += 1;
    return ACCENTS.get(plain) ?? plain;
  };
  const branches = (): string => {
    let said = '';
    for (let name = take(BRANCH); name !== ''; name = take(BRANCH)) said += name + message() + take(/\}/y);
    return said + take(/\s*\}/y);
  };
  return message();
}

/** One sentence of the catalogue in the pseudo-language. */
export function pseudoSentence(sentence: string): string {
  const words = accented(sentence);
  if (words === sentence) return sentence;
  const spoken = sentence.replace(/\{[^{}]*\}/g, '').length;
  return `[${words} ${'·ö'.repeat(Math.ceil((spoken * LONGER) / 2))}]`;
}

/** A catalogue in the pseudo-language, of the same shape. */
export function pseudo<T>(messages: T): T {
  if (typeof messages === 'string') return pseudoSentence(messages) as T;
  if (typeof messages !== 'object' || messages === null) return messages;
  return Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, pseudo(value)])) as T;
}
