import { OUTCOMES } from './outcomes';
import { testCardNumber, testCardProducts } from './test-cards';

/** The published table of test cards as Markdown, one example number (everyday debit, serial 1) per outcome. */
export function outcomesTable(): string {
  const rows = OUTCOMES.map(
    ({ code, hop, title, sentence }) =>
      `| \`${code}\` | \`${testCardNumber('0', code, 1)}\` | ${hop} | ${title} | ${sentence} |`,
  );
  const products = testCardProducts().map(({ digit, title }) => `\`${digit}\` ${title}`);
  return [
    '| digits | example | where | outcome | what happens |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    `A test card is \`512345\` + product + outcome + five digits of your own + check digit. Products: ${products.join(', ')}.`,
    'Any other outcome digits are simply added.',
    '',
  ].join('\n');
}
