import { OUTCOMES } from './outcomes';
import { testCardNumber, testCardProducts } from './test-cards';

/** The published table of outcomes as Markdown, one example number (everyday debit, serial 1) where a card plays it. */
export function outcomesTable(): string {
  const rows = OUTCOMES.map(({ code, name, hop, title, sentence }) => {
    const card = code === undefined ? '| |' : `| \`${code}\` | \`${testCardNumber('0', code, 1)}\``;
    return `${card} | \`${name}\` | ${hop} | ${title} | ${sentence} |`;
  });
  const products = testCardProducts().map(({ digit, title }) => `\`${digit}\` ${title}`);
  return [
    '| digits | example | name | where | outcome | what happens |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    `A test card is \`512345\` + product + outcome + five digits of your own + check digit. Products: ${products.join(', ')}.`,
    'Any other outcome digits are simply added. Rows without digits happen before a card number is known: order them by name.',
    '',
  ].join('\n');
}
