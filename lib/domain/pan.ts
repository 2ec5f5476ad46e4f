const MASK = '•'.repeat(12);

/** The text was not a primary account number. It never carries the text itself. */
export class InvalidPanError extends Error {
  override readonly name = 'InvalidPanError';
  constructor(reason: 'not 9 to 19 digits' | 'the check digit is wrong') {
    super(`not a card number: ${reason}`);
  }
}

/**
 * A primary account number that cannot be printed by accident.
 *
 * Every implicit way out (string conversion, JSON, `util.inspect`, spreading, structured clone) yields the mask or
 * nothing; `reveal()` is the only way to the digits, so that its callers can be counted.
 */
export class Pan {
  readonly #digits: string;

  private constructor(digits: string) {
    this.#digits = digits;
  }

  /**
   * Reads 9 to 19 digits (MDES Token Connect, `cardAccountData.accountNumber`) with a correct Luhn check digit.
   * @throws {InvalidPanError} when the text is anything else; the message does not repeat it.
   */
  static parse(digits: string): Pan {
    if (!/^[0-9]{9,19}$/.test(digits)) throw new InvalidPanError('not 9 to 19 digits');
    if (luhnSum(digits) % 10 !== 0) throw new InvalidPanError('the check digit is wrong');
    return new Pan(digits);
  }

  /** The four digits that may be shown to the cardholder. */
  get last4(): string {
    return this.#digits.slice(-4);
  }

  /** All digits, in the clear. Only for sealing at rest and for the encrypted part of a push. */
  reveal(): string {
    return this.#digits;
  }

  toString(): string {
    return MASK + this.last4;
  }

  toJSON(): string {
    return this.toString();
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** ISO/IEC 7812-1 annex B: from the right, every second digit is doubled and its digits are added. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}
