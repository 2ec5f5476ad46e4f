import type { Pan } from '@/lib/domain/pan';
import { abbreviateName } from './abbreviate-name';
import { InvalidInputError } from './errors';

export interface PushAccount {
  /** 1 to 36 characters, unique inside the request. */
  pushAccountId: string;
  pan: Pan;
  /** `month` 1 to 12; `year` with four digits or two. */
  expiry?: { month: number; year: number };
}

/** Only what the token requestor accepts and the cardholder agreed to share; absent and empty mean the same. */
export interface AccountHolder {
  name?: string;
  address?: {
    line1: string;
    line2?: string;
    city?: string;
    countrySubdivision?: string;
    postalCode?: string;
    /** ISO 3166-1 alpha-3. */
    country: string;
  };
  email?: string;
  mobile?: { countryDialInCode: string; phoneNumber: string };
}

type Wire = Record<string, unknown>;

/**
 * The array that is encrypted (spec section 3.4). Lengths are enforced here: the name is abbreviated, free text of
 * the address is cut, anything else out of bounds refuses the push, because a cut code or number is a wrong one.
 * @throws {InvalidInputError} naming the field, never its value.
 */
export function buildPushPayload(
  accounts: PushAccount[],
  holder: AccountHolder,
  dataValidUntil: Date,
): object[] {
  const accountHolderData = buildAccountHolderData(holder);
  return accounts.map(({ pushAccountId, pan, expiry }) => ({
    pushAccountId,
    fundingAccountData: {
      // Three fraction digits; MDES refuses more.
      dataValidUntilTimestamp: dataValidUntil.toISOString(),
      cardAccountData: { accountNumber: pan.reveal(), ...buildExpiry(expiry) },
      ...(accountHolderData ? { accountHolderData } : {}),
    },
  }));
}

/** Whether anything about the account holder goes out: the value of `accountHolderDataSupplied`. */
export function suppliesAccountHolderData(holder: AccountHolder): boolean {
  return buildAccountHolderData(holder) !== undefined;
}

function buildExpiry(expiry: PushAccount['expiry']): Wire {
  if (!expiry) return {};
  const { month, year } = expiry;
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new InvalidInputError('expiryMonth');
  if (!Number.isInteger(year) || year < 0 || year > 2099) throw new InvalidInputError('expiryYear');
  return { expiryMonth: twoDigits(month), expiryYear: twoDigits(year % 100) };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function buildAccountHolderData(holder: AccountHolder): Wire | undefined {
  const email = holder.email?.trim();
  const data = withoutEmpty({
    accountHolderName: abbreviateName(holder.name ?? ''),
    accountHolderAddress: buildAddress(holder.address),
    accountHolderEmailAddress: email && bounded('accountHolderEmailAddress', email, /^.{6,320}$/),
    accountHolderMobilePhoneNumber: buildMobile(holder.mobile),
  });
  return Object.keys(data).length > 0 ? data : undefined;
}

function buildAddress(address: AccountHolder['address']): Wire | undefined {
  if (!address) return undefined;
  const subdivision = address.countrySubdivision?.trim();
  const postalCode = address.postalCode?.trim();
  return withoutEmpty({
    line1: cut(address.line1, 64),
    line2: cut(address.line2, 64),
    city: cut(address.city, 32),
    countrySubdivision: subdivision && bounded('countrySubdivision', subdivision, /^.{1,12}$/),
    postalCode: postalCode && bounded('postalCode', postalCode, /^.{1,16}$/),
    country: bounded('country', address.country, /^[A-Z]{3}$/),
  });
}

function buildMobile(mobile: AccountHolder['mobile']): Wire | undefined {
  if (!mobile) return undefined;
  const dialIn = mobile.countryDialInCode.trim().replace(/^(\+|00)/, '');
  const number = mobile.phoneNumber.replace(/[ ()./-]/g, '');
  if (number === '') return undefined;
  return {
    countryDialInCode: bounded('countryDialInCode', dialIn, /^\d{1,4}$/),
    phoneNumber: bounded('phoneNumber', number, /^\d{1,20}$/),
  };
}

function bounded(field: string, value: string, shape: RegExp): string {
  if (!shape.test(value)) throw new InvalidInputError(field);
  return value;
}

/** Cut at a whole character, so that no half of a surrogate pair goes out. */
function cut(value: string | undefined, max: number): string {
  let text = '';
  for (const character of value?.trim() ?? '') {
    if (text.length + character.length > max) break;
    text += character;
  }
  return text.trimEnd();
}

/** The wire's minimum length is 1 everywhere: an empty member must be absent. */
function withoutEmpty(members: Wire): Wire {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== ''),
  );
}
