import { hashPassword } from '@/lib/auth/password';
import { addCustomer, DuplicateCardError, DuplicateCustomerError } from '@/lib/core-banking/add-customer';
import { findByUsername } from '@/lib/auth/session.repo';
import { mintCard, type CardWish } from './mint-card.demo';

/** Published with the README: demo people exist in a demo build alone (AU-14). */
export const DEMO_PASSWORD = 'try-click-to-pay';

interface Persona {
  username: string;
  givenName: string;
  familyName: string;
  story: string;
  country: string;
  locale: string;
  address: { addressLine1: string; addressLine2?: string; city: string; postalCode: string };
  mobile: [dialIn: string, number: string];
  cards: CardWish[];
}

const person = (
  username: string,
  name: [string, string],
  story: string,
  home: Pick<Persona, 'country' | 'locale' | 'address' | 'mobile'>,
  cards: CardWish[],
): Persona => ({ username, givenName: name[0], familyName: name[1], story, ...home, cards });

const bristol = {
  country: 'GBR',
  locale: 'en_GB',
  address: { addressLine1: '14 Lantern Row', addressLine2: 'Flat 3', city: 'Bristol', postalCode: 'BS1 4QA' },
};
const leeds = {
  country: 'GBR',
  locale: 'en_GB',
  address: { addressLine1: '8 Kiln Street', city: 'Leeds', postalCode: 'LS2 7EW' },
};
const dublin = {
  country: 'IRL',
  locale: 'en_IE',
  address: { addressLine1: '21 Harbour Lane', city: 'Dublin', postalCode: 'D02 X285' },
};
const dubai = {
  country: 'ARE',
  locale: 'en_AE',
  address: { addressLine1: '5 Palm Court', city: 'Dubai', postalCode: '00000' },
};

const wellington = {
  country: 'NZL',
  locale: 'en_NZ',
  address: { addressLine1: '3 Ferry Road', city: 'Wellington', postalCode: '6011' },
};

/** One story each. The three digits of a card decide what happens to it. */
export const PERSONAS: Persona[] = [
  person(
    'maya',
    ['Maya', 'Lindqvist'],
    'First time. One card goes straight in.',
    { ...leeds, mobile: ['44', '7700900114'] },
    [{ product: 'everyday', outcome: '000', expiry: '08/29', serial: '00441' }],
  ),
  person(
    'tom',
    ['Tom', 'Okafor'],
    'Has a Click to Pay profile, so it asks for a code.',
    { ...leeds, mobile: ['44', '7700900127'] },
    [
      { product: 'everyday', outcome: '101', expiry: '01/30', serial: '00218' },
      {
        product: 'together',
        outcome: '102',
        expiry: '06/28',
        serial: '00733',
        note: 'Profile known, no code asked',
      },
    ],
  ),
  person(
    'elena',
    ['Elena', 'Rossi'],
    'Six cards, four different answers.',
    { ...bristol, mobile: ['44', '7700900188'] },
    [
      { product: 'everyday', outcome: '000', expiry: '08/29', serial: '00612' },
      {
        product: 'together',
        outcome: '201',
        expiry: '02/30',
        serial: '00285',
        note: 'Shared with Luca Rossi',
      },
      { product: 'reserve', outcome: '203', expiry: '11/28', serial: '00904' },
      { product: 'online', outcome: '202', expiry: '05/28', serial: '00305', note: 'For shopping online' },
      { product: 'everyday', outcome: '102', expiry: '03/29', serial: '00177' },
      { product: 'online', outcome: '000', expiry: '10/26', serial: '00770' },
    ],
  ),
  person(
    'sam',
    ['Sam', 'Whitaker'],
    'Cancels half way, then comes back.',
    { ...bristol, mobile: ['44', '7700900153'] },
    [
      { product: 'everyday', outcome: '000', expiry: '09/29', serial: '00521' },
      { product: 'reserve', outcome: '000', expiry: '04/29', serial: '00368' },
    ],
  ),
  person(
    'priya',
    ['Priya', 'Nair'],
    'The answer never arrives.',
    { ...leeds, mobile: ['44', '7700900166'] },
    [
      { product: 'everyday', outcome: '205', expiry: '07/29', serial: '00446' },
      {
        product: 'online',
        outcome: '206',
        expiry: '12/28',
        serial: '00812',
        note: 'Its hand-over has run out on arrival',
      },
    ],
  ),
  person(
    'yusuf',
    ['Yusuf', 'Haddad'],
    'Keeps his details private, so Click to Pay asks.',
    { ...dubai, mobile: ['971', '501234567'] },
    [{ product: 'reserve', outcome: '000', expiry: '10/29', serial: '00529' }],
  ),
  person(
    'nora',
    ['Nora', 'Bergin'],
    'Two cards go, one is refused.',
    { ...dublin, mobile: ['353', '851234567'] },
    [
      { product: 'everyday', outcome: '000', expiry: '08/28', serial: '00633' },
      { product: 'together', outcome: '301', expiry: '02/29', serial: '00941' },
    ],
  ),
  person(
    'leo',
    ['Leo', 'Marsh'],
    'Bad weather: every card fails in its own way.',
    { ...bristol, mobile: ['44', '7700900142'] },
    [
      {
        product: 'everyday',
        outcome: '504',
        expiry: '08/29',
        serial: '00319',
        note: 'Mastercard never answers',
      },
      { product: 'reserve', outcome: '429', expiry: '08/29', serial: '00527', note: 'Mastercard is busy' },
      {
        product: 'together',
        outcome: '603',
        expiry: '08/29',
        serial: '00738',
        note: 'A stranger’s address comes back',
      },
      {
        product: 'online',
        outcome: '204',
        expiry: '08/29',
        serial: '00946',
        note: 'Click to Pay breaks down',
      },
    ],
  ),
  person(
    'ada',
    ['Ada', 'Quinn'],
    'Cards that cannot go, and why.',
    { ...dublin, mobile: ['353', '857654321'] },
    [
      { product: 'reserve', outcome: '000', expiry: '08/29', serial: '00165', status: 'blocked' },
      { product: 'online', outcome: '000', expiry: '01/26', serial: '00274' },
      { product: 'together', outcome: '000', expiry: '08/29', serial: '00383', eligible: false },
      { product: 'everyday', outcome: '208', expiry: '08/29', serial: '00492' },
    ],
  ),
  person(
    'hana',
    ['Hana', 'Walker'],
    'Needs no code where she lives.',
    { ...wellington, mobile: ['64', '211234567'] },
    [
      { product: 'everyday', outcome: '000', expiry: '05/29', serial: '00254' },
      { product: 'reserve', outcome: '000', expiry: '07/28', serial: '00867' },
      {
        product: 'together',
        outcome: '000',
        expiry: '03/30',
        serial: '00346',
        note: 'A third card asks for a code',
      },
    ],
  ),
];

/** Adds the published personas that are not there yet. Run by the server of a demo build at every start. */
export async function seedPersonas(now: Date): Promise<void> {
  let passwordHash: string | undefined;
  for (const persona of PERSONAS) {
    if ((await findByUsername(persona.username)) !== null) continue;
    passwordHash ??= await hashPassword(DEMO_PASSWORD);
    const { username, givenName, familyName, country, locale, address, mobile, cards } = persona;
    const [mobileDialInCode, mobileNumber] = mobile;
    const email = `${givenName}.${familyName}@example.com`.toLowerCase();
    await addCustomer(
      {
        username,
        passwordHash,
        givenName,
        familyName,
        country,
        locale,
        ...address,
        email,
        mobileDialInCode,
        mobileNumber,
        cards: cards.map(mintCard),
      },
      now,
    ).catch((error: unknown) => {
      // Another portal process on the same database was faster.
      if (!(error instanceof DuplicateCustomerError || error instanceof DuplicateCardError)) throw error;
    });
  }
}
