/** A list put together from small words, as the start of a sentence. */
export function sentenceCase(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase() + rest.join('');
}
