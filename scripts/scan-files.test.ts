import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { seal } from '@/lib/sealing/seal';
import { closeDatabase, database, openDatabase } from '@/lib/db/client';
import { demoMessages } from '@/lib/db/schema';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { findPans } from './pan-scanner';
import { filesBelow, scanFile } from './scan-files';

setEnvironment();

const folder = mkdtempSync(join(tmpdir(), 'scan-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(closeDatabase);

const PAN = '5123450000000016';
const found = (text: string) => findPans(Buffer.from(text, 'utf8').toString('latin1'));
const base64 = (text: string) => Buffer.from(text).toString('base64');
const scanBelow = (path: string) => [...filesBelow(path)].flatMap((file) => scanFile(file));

describe('the scanner', () => {
  it.each([
    ['as it is', `{"pan":"${PAN}"}`, 'digits'],
    ['in the middle of bytes', `\0#${PAN}C\x01`, 'digits'],
    ['in the second range', 'x 2221000000000009 x', 'digits'],
    ['of 13 digits', 'x 5123450000000 x', 'digits'],
    ['of 19 digits', 'x 5123450000000000109 x', 'digits'],
    ['spaced', 'card 5123 4500 0000 0016.', 'grouped'],
    ['dashed', '5123-4500-0000-0016', 'grouped'],
    ['as UTF-16', Buffer.from(`ab${PAN}c`, 'utf16le').toString('latin1'), 'utf-16'],
    ['in hexadecimal', `x${Buffer.from(PAN).toString('hex')}y`, 'hex'],
    ['in hexadecimal after other bytes', Buffer.from(`pan: ${PAN}.`).toString('hex'), 'hex'],
    ['in spaced hexadecimal', Buffer.from(PAN).toString('hex').replace(/../g, '$& '), 'hex'],
    ['in base64', base64(PAN), 'base64'],
    ['in base64 at the second byte of three', base64(`"${PAN}"`), 'base64'],
    ['in base64 at the third byte of three', base64(`{"${PAN}"}`), 'base64'],
    [
      'in base64 within a document',
      base64(`{"account":{"accountNumber":"${PAN}","expiryMonth":"12"}}`),
      'base64',
    ],
  ])('PD-04: finds a number %s', (_title, text, form) => {
    expect(found(text).map((hit) => hit.form)).toEqual([form]);
  });

  it.each([
    ['a wrong check digit', PAN.replace(/6$/, '7')],
    ['another scheme', '4111111111111111'],
    ['a mask', '512345******0016'],
    ['a run of more than 19 digits', `${PAN}${PAN}`],
    ['the start of an account range in MDES', '5123451090000000000'],
    ['decimals', '0.5123450000000016'],
    ['a digest', `${'a1'.repeat(20)}5123450000000016${'0b'.repeat(4)}`],
    ['a UUID', '5123-5123-4500-0000-0016ab'],
    ['base64 of other digits', base64('4111111111111111')],
  ])('PD-04: is silent about %s', (_title, text) => {
    expect(found(text)).toEqual([]);
  });

  it('PD-04: names the byte, and answers no digits', () => {
    const hits = found(`0123456789 ${PAN}`);
    expect(hits).toEqual([{ offset: 11, form: 'digits' }]);
  });

  it('PD-04: finds a number wherever the seam of two pieces falls, once', () => {
    const file = join(folder, 'seams');
    for (let before = 0; before < 600; before += 7) {
      writeFileSync(file, `${'-'.repeat(before)}${PAN}${'-'.repeat(900)}`);
      expect(scanFile(file, 512).map(({ offset }) => offset)).toEqual([before]);
    }
    writeFileSync(file, '9'.repeat(400) + PAN + '9'.repeat(400));
    expect(scanFile(file, 512)).toEqual([]);
  });

  it('PD-04: random bytes hold none', () => {
    const file = join(folder, 'noise');
    writeFileSync(file, randomBytes(3 * 1024 * 1024));
    expect(scanFile(file, 1024 * 1024)).toEqual([]);
  });

  it('PD-04: reads folders to the bottom and follows no link', () => {
    const deep = join(folder, 'a', 'b');
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'log'), `pan=${PAN}\n`);
    symlinkSync(folder, join(deep, 'loop'));
    expect(scanBelow(join(folder, 'a'))).toEqual([{ file: join(deep, 'log'), offset: 4, form: 'digits' }]);
    expect(() => scanBelow(join(folder, 'missing'))).toThrow('ENOENT');
  });

  it('PD-01, PD-04: finds none in the files of the embedded database with cards in it, and one that was written in the clear', async () => {
    const directory = join(folder, 'data');
    await openDatabase({ kind: 'pglite', directory });
    const customer = await addTestCustomer([{}, { product: 'reserve' }, { product: 'together' }]);
    expect(customer.pans).toHaveLength(3);
    expect(seal(PAN, 'somewhere').includes(PAN)).toBe(false);
    await closeDatabase();
    expect(scanBelow(directory)).toEqual([]);

    await openDatabase({ kind: 'pglite', directory });
    const text = `your card ${customer.pans[0] ?? ''} is on its way`;
    const { id } = customer.actor.customer;
    await database().insert(demoMessages).values({ id: 'leak', customerId: id, text, at: new Date() });
    await closeDatabase();
    const places = scanBelow(directory).map(({ file }) => file);
    expect(places.some((file) => file.includes('pg_wal'))).toBe(true);
    expect(places.some((file) => file.includes('base'))).toBe(true);
  });
});
