import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Customer } from '@/lib/core-banking/core-banking';
import type { SharedField } from '@/lib/domain/read-models';
import { countryName } from '@/lib/i18n/country-name';
import type { PushInput, TokenRequestor } from '@/lib/token-connect/client';

/** Our word for a field, and MDES's (spec 3.4, supportedAccountHolderData). */
const ACCEPTED_AS: Record<SharedField, TokenRequestor['supportedAccountHolderData'][number]> = {
  name: 'NAME',
  address: 'ADDRESS',
  email: 'EMAIL_ADDRESS',
  mobile: 'MOBILE_PHONE_NUMBER',
};
const FIELDS = Object.keys(ACCEPTED_AS) as SharedField[];
/** The name belongs to the card; everything else is the person's to keep (experience: "do not share" where optional). */
const ALWAYS_SENT: readonly SharedField[] = ['name'];

export interface OfferedField {
  field: SharedField;
  /** In reading order, what would be sent. */
  lines: string[];
  optional: boolean;
}

/** The fields that this token requestor accepts and that the bank has: exactly what review shows, and all that may be sent (GD-04). */
export function offeredFields(customer: Customer, requestor: TokenRequestor): OfferedField[] {
  return FIELDS.filter((field) => requestor.supportedAccountHolderData.includes(ACCEPTED_AS[field]))
    .map((field) => ({ field, lines: linesOf(customer, field), optional: !ALWAYS_SENT.includes(field) }))
    .filter(({ lines }) => lines.length > 0);
}

/** Everything that the bank could share of this customer, whoever asks for it. */
export function profileOf(customer: Customer): { field: SharedField; lines: string[] }[] {
  return FIELDS.map((field) => ({ field, lines: linesOf(customer, field) }));
}

/** What a field holds for this customer, as lines; empty where the bank has nothing. */
export function linesOf(customer: Customer, field: SharedField): string[] {
  const present = (values: (string | null | undefined)[]) =>
    values.filter((value): value is string => Boolean(value));
  switch (field) {
    case 'name':
      return [`${customer.givenName} ${customer.familyName}`];
    case 'address': {
      const { address } = customer;
      if (address === null) return [];
      const street = present([address.line1, address.line2]).join(', ');
      const place = present([address.city, address.countrySubdivision, address.postalCode]).join(' ');
      return present([street, present([place, countryName(customer.country, customer.locale)]).join(', ')]);
    }
    case 'email':
      return present([customer.email]);
    case 'mobile':
      return customer.mobile === null ? [] : [readableMobile(customer.mobile)];
  }
}

/** Grouped as the country does; the wire has dial-in code and number apart (spec 3.4). */
function readableMobile({ countryDialInCode, phoneNumber }: NonNullable<Customer['mobile']>): string {
  const whole = `+${countryDialInCode}${phoneNumber}`;
  return parsePhoneNumberFromString(whole)?.formatInternational() ?? `+${countryDialInCode} ${phoneNumber}`;
}

/** The account holder data of the push: only what was agreed (GD-04). */
export function accountHolderData(
  customer: Customer,
  shared: readonly SharedField[],
): PushInput['accountHolder'] {
  const data: PushInput['accountHolder'] = {};
  if (shared.includes('name')) data.name = `${customer.givenName} ${customer.familyName}`;
  if (shared.includes('address') && customer.address !== null)
    data.address = addressOf(customer, customer.address);
  if (shared.includes('email') && customer.email !== null) data.email = customer.email;
  if (shared.includes('mobile') && customer.mobile !== null) data.mobile = customer.mobile;
  return data;
}

function addressOf(
  customer: Customer,
  address: NonNullable<Customer['address']>,
): NonNullable<PushInput['accountHolder']['address']> {
  const { line1, line2, city, countrySubdivision, postalCode } = address;
  return {
    line1,
    ...(line2 === null ? {} : { line2 }),
    ...(city === null ? {} : { city }),
    ...(countrySubdivision === null ? {} : { countrySubdivision }),
    ...(postalCode === null ? {} : { postalCode }),
    country: customer.country,
  };
}
