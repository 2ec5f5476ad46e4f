import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Attributes whose text is shown or read out, of elements and of our own components. */
const SPOKEN =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|alt|title|placeholder|label|heading|lead|hint|error|caption|summary|\w+(Label|Title|Words|Text))$/;
/** What Next shows of a page in the tab and to a search engine. */
const METADATA = /^(title|description|applicationName)$/;
/** Two words that begin like a sentence, or one that ends like it. */
const SENTENCE = /^\p{Lu}[\p{L}’']*,? (?:.* )?\p{L}{2,}|^\p{Lu}\p{L}+[.!?]$/u;
const WORD = /\p{L}{2}/u;
/** Names, which no language translates. */
const NAMES = /\b(Click to Pay|Mastercard|JavaScript|PDF|JSON)\b/g;

const textOf = (node: ts.Node): string | null =>
  ts.isJsxText(node) ||
  ts.isStringLiteral(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node)
    ? node.text.replace(NAMES, '').trim()
    : null;

/** The texts that an expression can be: through its branches and its template, never into a call, which asks the catalogue. */
function* outcomes(node: ts.Node): Generator<ts.Node> {
  if (textOf(node) !== null) yield node;
  else if (ts.isConditionalExpression(node)) {
    yield* outcomes(node.whenTrue);
    yield* outcomes(node.whenFalse);
  } else if (ts.isTemplateExpression(node)) {
    yield node.head;
    for (const span of node.templateSpans) {
      yield* outcomes(span.expression);
      yield span.literal;
    }
  } else if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    if (kind !== ts.SyntaxKind.PlusToken && kind !== ts.SyntaxKind.AmpersandAmpersandToken) {
      if (kind !== ts.SyntaxKind.BarBarToken && kind !== ts.SyntaxKind.QuestionQuestionToken) return;
    }
    yield* outcomes(node.left);
    yield* outcomes(node.right);
  } else if (ts.isArrayLiteralExpression(node)) for (const one of node.elements) yield* outcomes(one);
  else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    yield* outcomes(node.expression);
  else if (ts.isJsxExpression(node) && node.expression !== undefined) yield* outcomes(node.expression);
}

/** Every text of a screen that a person would see or hear and that no catalogue holds. */
function hardCoded(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found = new Map<ts.Node, string>();
  const report = (node: ts.Node, shape: RegExp): void => {
    const text = textOf(node);
    if (text === null || !shape.test(text)) return;
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    found.set(node, `${file}:${String(line + 1)}: ${text}`);
  };
  const walk = (node: ts.Node): void => {
    if (ts.isJsxText(node)) report(node, WORD);
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent))
      for (const text of outcomes(node)) report(text, WORD);
    else if (
      ts.isJsxAttribute(node) &&
      node.initializer !== undefined &&
      SPOKEN.test(node.name.getText(tree))
    )
      for (const text of outcomes(node.initializer)) report(text, WORD);
    else if (ts.isPropertyAssignment(node) && METADATA.test(node.name.getText(tree)))
      for (const text of outcomes(node.initializer)) report(text, WORD);
    else report(node, SENTENCE);
    node.forEachChild(walk);
  };
  walk(tree);
  return [...found.values()];
}

function screens(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return screens(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [path] : [];
  });
}

/** Tools for whoever integrates, in English: what the sandbox received, its guide, its description. */
const FOR_DEVELOPERS = ['sandbox/control', 'sandbox/docs'];

describe('a screen', () => {
  it('holds no text of its own: what is shown or read out comes from the catalogue', () => {
    const bank = ['app', 'components'].flatMap(screens);
    const others = screens('sandbox').filter(
      (file) => file.endsWith('.tsx') && !FOR_DEVELOPERS.includes(file.split('/').slice(0, 2).join('/')),
    );
    expect(bank.length).toBeGreaterThan(150);
    expect(others.length).toBeGreaterThan(20);
    const found = [...bank, ...others].flatMap((file) => hardCoded(file, readFileSync(file, 'utf8')));
    expect(found).toEqual([]);
  });

  it.each([
    ['text', '<p>Your cards</p>'],
    ['a word', '<b>Cards</b>'],
    ['a text in braces', "<p>{'cards'}</p>"],
    ['a template', '<p>{`${count} cards`}</p>'],
    ['one branch', "<p>{known ? t('cards') : 'No cards'}</p>"],
    ['what stands in for nothing', "<p>{name ?? 'nobody'}</p>"],
    ['a joined text', "<p>{'For ' + name}</p>"],
    ['a label that is read out', '<nav aria-label="Menu" />'],
    ['a branch of a label', "<button aria-label={open ? 'Hide' : t('show')} />"],
    ['a picture', '<img alt={`Card of ${name}`} />'],
    ['a field', '<input placeholder="Six digits" title="Code" />'],
    ['a prop of our own', '<SubmitButton busyLabel="Sending" />'],
    ['a sentence in a list', "<List rows={[{ text: 'Check your cards' }]} />"],
    ['a sentence in a variable', "<p>{title}</p>; const title = 'Nothing came back.'"],
    ['a title of a page', "<p />; export const metadata = { title: 'Cards' }"],
    ['a name in a sentence', '<p>Go to Click to Pay</p>'],
  ])('is found out when it holds %s', (_what, source) => {
    expect(hardCoded('screen.tsx', source)).not.toEqual([]);
  });

  it('may hold classes, addresses, keys, names and marks', () => {
    const source = `
      <a className="mt-2 Flex" href="/cards" data-kind="Own" id="agree" aria-describedby="code-error">
        {t('cards.title')} · {t(open ? 'hide' : 'show')} •••• {rows.map((row) => <b key="row">{row.name}</b>)}
        {kind === 'wallet' && <i>Click to Pay</i>}
      </a>`;
    expect(hardCoded('screen.tsx', source)).toEqual([]);
  });
});
