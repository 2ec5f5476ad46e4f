/**
 * On which line each value of a JSON text begins, by its path (`rules.1.markets`; the whole is the empty path): so that a fault
 * can be named by line. The text must have been parsed already; nothing is judged here.
 */
export function linesOfJson(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  let at = 0;
  let line = 1;
  const skip = () => {
    for (; at < text.length && /[\s,:]/.test(text[at] ?? ''); at += 1) if (text[at] === '\n') line += 1;
  };
  const token = (): string => {
    const found = /^(?:"(?:[^"\\]|\\.)*"|[^\s,:[\]{}]+)/.exec(text.slice(at))?.[0] ?? '';
    at += Math.max(1, found.length);
    return found;
  };
  const value = (path: string): void => {
    skip();
    lines.set(path, line);
    const open = text[at];
    if (open !== '{' && open !== '[') {
      token();
      return;
    }
    at += 1;
    for (let index = 0; ; index += 1) {
      skip();
      if (at >= text.length) return;
      if (text[at] === '}' || text[at] === ']') break;
      const key = open === '{' ? String(JSON.parse(token())) : String(index);
      value(path === '' ? key : `${path}.${key}`);
    }
    at += 1;
  };
  value('');
  return lines;
}

/** Line of a path, or of the nearest value around it: what is missing has no line of its own. */
export function lineOf(lines: Map<string, number>, path: readonly PropertyKey[]): number {
  const known = path.map(String);
  while (known.length > 0 && !lines.has(known.join('.'))) known.pop();
  return lines.get(known.join('.')) ?? 1;
}
