import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashPassword } from '@/lib/auth/password';
import { runBundle, type BuiltPortal } from './portal';
import type { Answer } from './ask';

/** Names as `name="…"` and values of the hidden fields of a page's first form: what a browser without JavaScript sends. */
function hiddenFields(html: string): [string, string][] {
  const form = /<form[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  return [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)].map(
    ([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')],
  );
}

/** A form as `multipart/form-data`. */
export function multipart(fields: readonly (readonly [string, string])[]): {
  body: string;
  headers: Record<string, string>;
} {
  const boundary = `----test${String(randomInt(2 ** 40))}`;
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    body: `${parts.join('')}--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

/** Posts a page's first form with these fields, as a browser without JavaScript does. */
async function postForm(
  portal: BuiltPortal,
  target: string,
  fields: Record<string, string>,
  cookie = '',
): Promise<Answer> {
  const page = await portal.ask(target, { headers: { cookie } });
  const form = multipart([...hiddenFields(page.body), ...Object.entries(fields)]);
  return portal.ask(target, { method: 'POST', body: form.body, headers: { ...form.headers, cookie } });
}

export interface ImportedCustomer {
  username: string;
  familyName: string;
  password: string;
  last4: string;
  accountNumber: string;
}

function luhn(body: string): string {
  const sum = [...body].reverse().reduce((total, char, index) => {
    const value = Number(char) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${String((10 - (sum % 10)) % 10)}`;
}

/** A customer with one card, brought in by the bank's own import. */
export async function importCustomer(
  portal: BuiltPortal,
  range = { prefix: '530000', start: '530000000' },
  more: { oidcSubject?: string } = {},
): Promise<ImportedCustomer> {
  const letters = Array.from({ length: 9 }, () => String.fromCharCode(97 + randomInt(26))).join('');
  // Not of the demo's range, which production refuses; no bank issues below 5300 00 either.
  const serial = String(randomInt(1e9)).padStart(9, '0');
  const accountNumber = luhn(`${range.prefix}${serial}`.slice(0, 15));
  const customer = {
    username: `u${letters}`,
    familyName: `Q${letters}`,
    password: 'a password for tests only',
    accountNumber,
    last4: accountNumber.slice(-4),
  };
  const file = path.join(portal.env['DATA_DIR'] ?? '', `${letters}.json`);
  const entry = {
    username: customer.username,
    passwordHash: await hashPassword(customer.password),
    givenName: 'Robin',
    familyName: customer.familyName,
    country: 'GBR',
    locale: 'en_GB',
    email: `${letters}@example.com`,
    ...more,
    cards: [
      {
        accountNumber,
        accountRange: range.start,
        product: 'everyday',
        name: 'Debit',
        expiryMonth: 8,
        expiryYear: 2031,
      },
    ],
  };
  writeFileSync(file, JSON.stringify([entry]), { mode: 0o600 });
  const { code, output } = await runBundle('customers-import', portal.env, [file]);
  if (code !== 0) throw new Error(`the import failed: ${output}`);
  return customer;
}

/** Signs in through the page's own form; answers the whole answer and the session's cookie as `name=value`. */
export async function signIn(
  portal: BuiltPortal,
  customer: Pick<ImportedCustomer, 'username' | 'password'>,
): Promise<{ answer: Answer; cookie: string }> {
  const { username, password } = customer;
  const answer = await postForm(portal, '/login', { username, password });
  const cookie = answer.setCookies.find((line) => line.startsWith('__Host-session='))?.split(';')[0] ?? '';
  return { answer, cookie };
}
