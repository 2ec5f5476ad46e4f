/** Products of the published test cards: the digit after `512345`. */
const TEST_CARD_PRODUCTS = {
  '0': { title: 'everyday debit', receiptPrefix: 'DMC' },
  '1': { title: 'reserve credit', receiptPrefix: 'MCC' },
  '2': { title: 'together debit', receiptPrefix: 'DMC' },
  '3': { title: 'online virtual', receiptPrefix: 'DMC' },
  '9': { title: 'a range that no token requestor accepts', receiptPrefix: 'MCC' },
} as const;

const TEST_BIN = '512345';
const SHAPE = /^512345([01239])(\d{3})\d{5}\d$/;

/** What three digits and a product digit of a published test card say. */
export interface TestCard {
  readonly product: string;
  /** Three digits, looked up in the table of outcomes. */
  readonly outcomeCode: string;
}

/** The check digit of Luhn's formula for the digits before it (ISO/IEC 7812-1, annex B). */
function luhnCheckDigit(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** True when the last digit is the check digit of the others. */
export function passesLuhn(digits: string): boolean {
  return luhnCheckDigit(digits.slice(0, -1)) === digits.slice(-1);
}

/** Builds a published test card number: 16 digits, `512345` + product + outcome + serial + check digit. */
export function testCardNumber(product: string, outcomeCode: string, serial: number): string {
  const head = `${TEST_BIN}${product}${outcomeCode}${String(serial).padStart(5, '0')}`;
  return head + luhnCheckDigit(head);
}

/** Reads the product and the outcome off a card number, or nothing when it is no published test card. */
export function readTestCard(accountNumber: string): TestCard | undefined {
  const match = SHAPE.exec(accountNumber);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return { product: match[1], outcomeCode: match[2] };
}

/** The prefix MDES puts before a receipt: credit, debit (spec 4.3). Foreign cards read as credit. */
export function receiptPrefix(accountNumber: string): string {
  const product = readTestCard(accountNumber)?.product;
  for (const [digit, { receiptPrefix: prefix }] of Object.entries(TEST_CARD_PRODUCTS)) {
    if (digit === product) return prefix;
  }
  return 'MCC';
}

/** Product digits with their titles, for the printed table. */
export function testCardProducts(): readonly { digit: string; title: string }[] {
  return Object.entries(TEST_CARD_PRODUCTS).map(([digit, { title }]) => ({ digit, title }));
}
