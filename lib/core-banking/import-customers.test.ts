import { expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { cards, customers } from '@/lib/db/schema';
import { mintCard } from '@/lib/demo/mint-card.demo';
import { onEveryDatabase } from '@/lib/testing/database';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { databaseCoreBanking, panPlace } from './database-adapter';
import { importCustomers } from './import-customers';
import { seal } from '@/lib/sealing/seal';

setEnvironment();

const now = new Date('2026-11-22T10:00:00Z');
const card = () => mintCard({ product: 'everyday', outcome: '000' });
const person = (username: string, change: object = {}) => ({
  username,
  givenName: 'Ana',
  familyName: 'Silva',
  country: 'PRT',
  locale: 'pt_PT',
  cards: [card()],
  ...change,
});
const run = (value: unknown) => importCustomers(JSON.stringify(value, null, 2), now);

onEveryDatabase('the import of customers', () => {
  it('brings customers with their cards, numbers sealed before they are stored', async () => {
    const ana = person('Ana.Silva', {
      addressLine1: 'Rua 1',
      email: 'ana@example.com',
      mobileDialInCode: '351',
      mobileNumber: '912345678',
    });
    expect(await run([ana])).toEqual({ imported: 1, refused: [] });
    const [row] = await database().select().from(customers);
    const [stored] = await database().select().from(cards);
    expect(row).toMatchObject({ username: 'ana.silva', passwordHash: null, clockOffsetMs: 0 });
    const number = ana.cards[0]?.accountNumber ?? '';
    expect(stored).toMatchObject({
      last4: number.slice(-4),
      product: 'everyday',
      status: 'active',
      position: 0,
    });
    const dump = JSON.stringify(stored) + (stored?.panSealed.toString('latin1') ?? '');
    expect(dump).not.toContain(number);
    const pan = await databaseCoreBanking.pan(row?.id ?? '', stored?.id ?? '');
    expect(pan?.reveal()).toBe(number);
    expect(await databaseCoreBanking.pan('somebody else', stored?.id ?? '')).toBeNull();
    expect(await databaseCoreBanking.customer(row?.id ?? '')).toMatchObject({
      address: { line1: 'Rua 1', line2: null },
      mobile: { countryDialInCode: '351', phoneNumber: '912345678' },
    });
  });

  it('PD-01: cards whose sealed numbers were swapped cannot be opened', async () => {
    await run([person('ana'), person('bea')]);
    const [a, b] = await database().select().from(cards);
    if (a === undefined || b === undefined) throw new Error('two cards expected');
    await database().update(cards).set({ panSealed: b.panSealed });
    await expect(databaseCoreBanking.pan(a.customerId, a.id)).rejects.toThrow();
    expect(seal('x', panPlace(a.id)).equals(seal('x', panPlace(b.id)))).toBe(false);
  });

  it('refuses an entry whole, names its line and field, and never what it held', async () => {
    const secret = '4999999999999999';
    const text = [
      '[',
      JSON.stringify(person('good-one')) + ',',
      JSON.stringify(person('no-luhn', { cards: [{ ...card(), accountNumber: secret }] })) + ',',
      '7,',
      '"text, with { and [ and \\" in it",',
      '{',
      '  "username": "x"',
      '},',
      JSON.stringify(person('letters', { cards: [{ ...card(), accountNumber: `${secret}X` }] })) + ',',
      JSON.stringify(person('number-as-key', { [secret]: 1 })) + ',',
      JSON.stringify(person('unknown-field', { cards: [{ ...card(), securityCode: '123' }] })) + ',',
      JSON.stringify(person('good-two')),
      ']',
    ].join('\n');
    const report = await importCustomers(text, now);
    expect(report.imported).toBe(2);
    expect(report.refused.map(({ line }) => line)).toEqual([3, 4, 5, 6, 9, 10, 11]);
    const said = report.refused.map(({ faults }) => faults.join(' | '));
    expect(said[0]).toMatch(/account number is not valid/);
    expect(said[3]).toMatch(/username: .*givenName: .*cards: /);
    expect(said[4]).toBe('cards.0.accountNumber: must be 9 to 19 digits');
    expect(said[5]).toMatch(/entry: /);
    expect(said[6]).toMatch(/cards\.0: /);
    expect(said.join(' ')).not.toContain(secret);
    expect(await database().select().from(customers)).toHaveLength(2);
  });

  it('refuses a number or a name that is somebody’s already, also within one file', async () => {
    const shared = card();
    const report = await run([
      person('first', { cards: [shared] }),
      person('second', { cards: [shared] }),
      person('third', { cards: [card(), card(), shared] }),
      person('FIRST'),
      person('fourth', { oidcSubject: 's' }),
      person('fifth', { oidcSubject: 's' }),
    ]);
    expect(report.imported).toBe(2);
    expect(report.refused.map(({ faults }) => faults)).toEqual([
      ['cards: an account number is registered already'],
      ['cards: an account number is registered already'],
      ['username or oidcSubject: taken already'],
      ['username or oidcSubject: taken already'],
    ]);
    const twice = card();
    expect((await run([person('sixth', { cards: [twice, twice] })])).imported).toBe(0);
    expect(await database().select().from(cards)).toHaveLength(2);
  });

  it.each(['', '{}', 'null', '[', '{"customers": []}', 'not json'])(
    'takes nothing but a JSON array: %j',
    async (text) => {
      expect(await importCustomers(text, now)).toEqual({
        imported: 0,
        refused: [{ line: 1, faults: ['the file must be a JSON array of customers'] }],
      });
    },
  );

  it('reads a file with a byte order mark', async () => {
    expect(await importCustomers(`\ufeff${JSON.stringify([person('bom')])}`, now)).toMatchObject({
      imported: 1,
    });
  });
});
