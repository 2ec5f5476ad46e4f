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

/** In pieces, so that a line can break between them as it can between words. */
const padding = (plain: string): string => '·ö·ö·ö '.repeat(Math.ceil((plain.length * LONGER) / 7)).trimEnd();

/** One sentence of the catalogue in the pseudo-language. */
export function pseudoSentence(sentence: string): string {
  const words = accented(sentence);
  return words === sentence ? sentence : `[${words} ${padding(sentence.replace(/\{[^{}]*\}/g, ''))}]`;
}

/** What the build makes of a sentence with values (`icu-minify`): text, `[value]`, `[value, kind, branches]`, `[tag, ...inside]`. */
type Node = string | number | [name: string, ...rest: unknown[]];

function pseudoNode(node: Node): Node {
  if (typeof node === 'string') return accented(node);
  if (typeof node === 'number' || node.length === 1) return node;
  const [name, kind, branches] = node;
  if (typeof kind !== 'number' || kind === 0)
    return [name, ...node.slice(1).map((inside) => pseudoNode(inside as Node))];
  if (typeof branches !== 'object' || branches === null || kind > 3) return node;
  const spoken = Object.entries(branches).map(([branch, said]: [string, Node | Node[]]) => [
    branch,
    Array.isArray(said) ? (said as Node[]).map(pseudoNode) : pseudoNode(said),
  ]);
  return [name, kind, Object.fromEntries(spoken)];
}

function pseudoParsed(nodes: Node[]): Node[] {
  const spoken = nodes.map(pseudoNode);
  const plain = nodes.filter((node) => typeof node === 'string').join('');
  const unchanged = JSON.stringify(spoken) === JSON.stringify(nodes);
  return unchanged ? nodes : ['[', ...spoken, ` ${padding(plain)}]`];
}

/** A catalogue in the pseudo-language, of the same shape: as it was written, or as the build parsed it. */
export function pseudo<T>(messages: T): T {
  if (typeof messages === 'string') return pseudoSentence(messages) as T;
  if (Array.isArray(messages)) return pseudoParsed(messages as Node[]) as T;
  if (typeof messages !== 'object' || messages === null) return messages;
  return Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, pseudo(value)])) as T;
}
