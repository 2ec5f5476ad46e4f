import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '@/lib/db/client';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { addTestCustomer, PASSWORD } from '@/lib/testing/test-customer';
import { signIn } from './sign-in';

setEnvironment();
const directory = mkdtempSync(path.join(tmpdir(), 'throttle-'));
afterAll(async () => {
  await closeDatabase();
  rmSync(directory, { recursive: true });
});

const code = (username: string, password: string) =>
  signIn({ username, password, address: null, userAgent: null }).then(
    () => 'ok',
    (error: unknown) => (error as { code?: string }).code,
  );

it('AU-06: five wrong tries block the account across a restart, on the embedded database', async () => {
  await openDatabase({ kind: 'pglite', directory });
  const [blocked, other] = [await addTestCustomer(), await addTestCustomer()];
  for (let i = 0; i < 5; i += 1) await code(blocked.username, 'wrong');
  await closeDatabase();
  await openDatabase({ kind: 'pglite', directory });
  expect(await code(blocked.username, PASSWORD)).toBe('WRONG_CREDENTIALS');
  expect(await code(other.username, PASSWORD)).toBe('ok');
});
