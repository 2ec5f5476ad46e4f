import { passesLuhn } from '@/sandbox/scenarios/test-cards';
import { both, digits, list, object, text, type Report, type Rule } from './field-rules';

const MOST_ACCOUNTS = 5;
const DAY_MS = 86_400_000;
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2})$/;
/** Numbers of Mastercard's published samples that are no valid card numbers and worked all the same (spec 9.2). */
const PUBLISHED_SAMPLES = new Set(['5123456789012345', '5123456789065478', '5412346789012345']);

const accountNumber: Rule = both(digits(9, 19), (value, field, report) => {
  const number = String(value);
  if (!passesLuhn(number) && !PUBLISHED_SAMPLES.has(number))
    report('INVALID_FIELD_VALUE', field, 'the check digit (Luhn) does not fit');
});

const month: Rule = both(digits(2, 2), (value, field, report) => {
  if (Number(value) < 1 || Number(value) > 12) report('INVALID_FIELD_VALUE', field, 'wants 01 to 12');
});

/** Month and year come together, and the month may not be over (spec 3.4). */
function cardAccountData(nowMs: number): Rule {
  const shape = object({ accountNumber }, { expiryMonth: month, expiryYear: digits(2, 2) });
  return both(shape, (value, _field, report) => {
    const { expiryMonth, expiryYear } = value as { expiryMonth?: string; expiryYear?: string };
    if (expiryMonth === undefined && expiryYear === undefined) return;
    if (expiryMonth === undefined)
      return report('MISSING_REQUIRED_FIELD', 'expiryMonth', 'expiryYear came without it');
    if (expiryYear === undefined)
      return report('MISSING_REQUIRED_FIELD', 'expiryYear', 'expiryMonth came without it');
    const endsMs = Date.UTC(2000 + Number(expiryYear), Number(expiryMonth), 1);
    if (endsMs <= nowMs) report('INVALID_FIELD_VALUE', 'expiryYear', 'the card has expired');
  });
}

function dataValidUntilTimestamp(nowMs: number): Rule {
  return both(text(20, 29, TIMESTAMP), (value, field, report) => {
    const untilMs = Date.parse(String(value));
    if (Number.isNaN(untilMs)) return report('INVALID_FIELD_FORMAT', field, 'there is no such day or hour');
    if (untilMs <= nowMs) report('INVALID_FIELD_VALUE', field, 'lies in the past');
    if (untilMs > nowMs + 30 * DAY_MS) report('INVALID_FIELD_VALUE', field, 'lies more than 30 days ahead');
  });
}

const address = object(
  {},
  {
    line1: text(1, 64),
    line2: text(1, 64),
    city: text(1, 32),
    countrySubdivision: text(1, 12),
    postalCode: text(1, 16),
    country: text(3, 3, /^[A-Z]{3}$/),
  },
);

const accountHolderData = object(
  {},
  {
    accountHolderName: text(1, 27),
    accountHolderAddress: address,
    accountHolderEmailAddress: text(6, 320, /^[^\s@]+@[^\s@]+\.[^\s@]+$/),
    accountHolderMobilePhoneNumber: object({ countryDialInCode: digits(1, 4), phoneNumber: digits(1, 20) }),
  },
);

const financialAccountData = object({
  financialAccountId: text(9, 64),
  interbankCardAssociationId: digits(3, 11),
  countryCode: text(3, 3, /^[A-Z]{3}$/),
});

/** One account: exactly one funding source (spec 3.4). */
function fundingAccountData(nowMs: number): Rule {
  const shape = object(
    {},
    {
      dataValidUntilTimestamp: dataValidUntilTimestamp(nowMs),
      cardAccountData: cardAccountData(nowMs),
      financialAccountData,
      accountHolderData,
    },
  );
  return both(shape, (value, _field, report) => {
    const { cardAccountData: card, financialAccountData: bank } = value as FundingAccountData;
    if (card === undefined && bank === undefined)
      report('MISSING_REQUIRED_FIELD', 'cardAccountData', 'one funding source is required');
    if (card !== undefined && bank !== undefined)
      report('INVALID_FIELD_VALUE', 'financialAccountData', 'a card came with it; send one funding source');
  });
}

function uniqueIds(value: unknown, _field: string, report: Report): void {
  const ids = (value as readonly FundingAccount[]).map((account) => account.pushAccountId);
  if (new Set(ids).size !== ids.length)
    report('INVALID_FIELD_VALUE', 'pushAccountId', 'the same id stands at two accounts');
}

/** The decrypted array of a push of several accounts: one to five (spec 3.4; five receipts per redirect, spec 4.1). */
export function fundingAccountsRule(nowMs: number): Rule {
  const item = object({ pushAccountId: text(1, 36), fundingAccountData: fundingAccountData(nowMs) });
  return both(list(1, MOST_ACCOUNTS, item), uniqueIds);
}

/** The decrypted object of the deprecated push of one account (spec 4.4). */
export const fundingAccountRule = fundingAccountData;

export interface AccountHolderData {
  readonly accountHolderName?: string;
  readonly accountHolderAddress?: {
    readonly line1?: string;
    readonly line2?: string;
    readonly city?: string;
    readonly countrySubdivision?: string;
    readonly postalCode?: string;
    readonly country?: string;
  };
  readonly accountHolderEmailAddress?: string;
  readonly accountHolderMobilePhoneNumber?: {
    readonly countryDialInCode: string;
    readonly phoneNumber: string;
  };
}

export interface FundingAccountData {
  readonly cardAccountData?: {
    readonly accountNumber: string;
    readonly expiryMonth?: string;
    readonly expiryYear?: string;
  };
  readonly financialAccountData?: { readonly financialAccountId: string };
  readonly accountHolderData?: AccountHolderData;
}

/** An account once its rule found nothing wrong. */
export interface FundingAccount {
  readonly pushAccountId: string;
  readonly fundingAccountData: FundingAccountData;
}
