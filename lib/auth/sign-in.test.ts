import { asc, sql } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client';
import { auditEvents, signInFailures } from '@/lib/db/schema';
import { AppError } from '@/lib/errors/app-error';
import { onOneDatabase } from '@/lib/testing/database';
import { collectLogLines } from '@/lib/testing/log-lines';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { forgetPreviousKeys, newDataKey } from '@/lib/testing/rotate-key';
import { statementsOf } from '@/lib/testing/statements';
import { addTestCustomer, PASSWORD } from '@/lib/testing/test-customer';
import * as password from './password';
import { openSession } from './session';
import { signIn } from './sign-in';
import { reserveTry } from './throttle.repo';

setEnvironment({ SIGN_IN_FAILURES_PER_ADDRESS: '12' });
const lines = collectLogLines();

const words = (error: unknown) =>
  error instanceof AppError
    ? `${error.code}${error.triesLeft === undefined ? '' : ` ${error.triesLeft} left`}`
    : String(error);
/** What the form is told, in full. */
const said = (username: string, given: string, address: string | null = null) =>
  signIn({ username, password: given, address, userAgent: 'test' }).then(() => 'ok', words);
const attempt = async (...given: Parameters<typeof said>) => (await said(...given)).split(' ')[0];
const later = (minutes: number) =>
  database().execute(
    sql`update sign_in_failures set first_at = first_at - ${minutes} * interval '1 minute', blocked_until = blocked_until - ${minutes} * interval '1 minute'`,
  );

describe('passwords', () => {
  it('AU-10: are kept as argon2id with at least 19 MiB and two passes', async () => {
    const phc = await password.hashPassword('correct horse');
    const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(phc) ?? [];
    expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
    expect(Number(passes)).toBeGreaterThanOrEqual(2);
    expect(await password.verifyPassword(phc, 'correct horse')).toBe(true);
    expect(await password.verifyPassword(phc, 'correct horse ')).toBe(false);
  });

  it('AU-08: cost the same work for nobody, and never fit; a broken hash fits nothing', async () => {
    expect(await password.verifyPassword(null, 'nobody has this password')).toBe(false);
    expect(await password.verifyPassword('$argon2id$broken', 'x')).toBe(false);
  });
});

onOneDatabase('signing in', () => {
  it('opens a session, for the name in any case and with blanks around', async () => {
    const { username, actor } = await addTestCustomer();
    const token = await signIn({
      username: ` ${username.toUpperCase()} `,
      password: PASSWORD,
      address: null,
      userAgent: null,
    });
    expect((await openSession(token, true))?.customerId).toBe(actor.customer.id);
  });

  it('works for a name that was imported in capitals', async () => {
    const username = `Anna.${Date.now()}`;
    await addTestCustomer([{}], { username });
    expect(await attempt(username, PASSWORD)).toBe('ok');
  });

  it('AU-08: fails alike for nobody, a wrong password and a blocked account', async () => {
    const { username } = await addTestCustomer();
    const answers = [await attempt('nobody', 'x'), await attempt(username, 'x')];
    for (let i = 0; i < 5; i += 1) await attempt(username, 'x');
    answers.push(await attempt(username, PASSWORD));
    expect(answers).toEqual(['WRONG_CREDENTIALS', 'WRONG_CREDENTIALS', 'WRONG_CREDENTIALS']);
  });

  it('AU-06: is blocked for half an hour after five failures, for every process that asks this database', async () => {
    const { username } = await addTestCustomer();
    for (let i = 0; i < 5; i += 1) await attempt(username, 'wrong');
    expect(await attempt(username, PASSWORD)).toBe('WRONG_CREDENTIALS');
    await later(29);
    expect(await attempt(username, PASSWORD)).toBe('WRONG_CREDENTIALS');
    await later(2);
    expect(await attempt(username, PASSWORD)).toBe('ok');
  });

  it('AU-08: takes one way for nobody, a wrong password and a blocked account: same statements, one look at a hash, same words', async () => {
    const { username } = await addTestCustomer();
    const verify = vi.spyOn(password, 'verifyPassword');
    const ways: { statements: string[]; looks: number; words: string[] }[] = [];
    for (const name of ['nobody-has-this', username]) {
      for (const tries of [1, 2, 3, 4, 5, 6, 7]) {
        const before = verify.mock.calls.length;
        const words: string[] = [];
        const statements = await statementsOf(async () => {
          // The sixth and later are blocked; the very password changes nothing about it.
          words.push(await said(name, tries > 5 ? PASSWORD : 'wrong', '192.0.2.20'));
        });
        ways.push({ statements, looks: verify.mock.calls.length - before, words });
      }
    }
    expect(ways[0]?.statements.length).toBeGreaterThan(5);
    for (const way of ways) {
      expect(way.statements).toEqual(ways[0]?.statements);
      expect(way.looks).toBe(1);
    }
    expect(ways.slice(0, 7).map(({ words }) => words)).toEqual(ways.slice(7).map(({ words }) => words));
  });

  it('AU-06: says at the fourth wrong try that one is left, and once blocked nothing that others are not told', async () => {
    const { username } = await addTestCustomer();
    for (const name of [username, `no-${username}`]) {
      const words = [];
      for (let i = 0; i < 7; i += 1) words.push(await said(name, 'wrong'));
      const plain = 'WRONG_CREDENTIALS';
      expect(words).toEqual([plain, plain, plain, `${plain} 1 left`, plain, plain, plain]);
    }
  });

  it('AU-06: gives no further tries while data keys rotate', async () => {
    const { username } = await addTestCustomer();
    for (let i = 0; i < 3; i += 1) await attempt(username, 'wrong');
    newDataKey();
    expect(await said(username, 'wrong')).toBe('WRONG_CREDENTIALS 1 left');
    const keysAgain = forgetPreviousKeys();
    await attempt(username, 'wrong');
    expect(await attempt(username, PASSWORD)).toBe('WRONG_CREDENTIALS');
    keysAgain();
  });

  it('AU-06: forgets failures when the right password comes in time', async () => {
    const { username } = await addTestCustomer();
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < 4; i += 1) await attempt(username, 'wrong');
      expect(await attempt(username, PASSWORD)).toBe('ok');
    }
  });

  it('AU-07: fifty guesses at once have five tries', async () => {
    const { username } = await addTestCustomer();
    const verify = vi.spyOn(password, 'verifyPassword');
    await Promise.all(Array.from({ length: 50 }, (_, i) => attempt(username, `guess ${i}`)));
    const looked = verify.mock.calls.filter(([phc]) => phc !== null);
    expect(looked).toHaveLength(5);
    expect(await attempt(username, PASSWORD)).toBe('WRONG_CREDENTIALS');
  });

  it('counts failures per address over all names, and successes not at all', async () => {
    const { username } = await addTestCustomer();
    const address = '192.0.2.7';
    for (let i = 0; i < 20; i += 1) expect(await attempt(username, PASSWORD, address)).toBe('ok');
    for (let i = 0; i < 12; i += 1) await attempt(`nobody${i}`, 'x', address);
    expect(await attempt(username, PASSWORD, address)).toBe('WRONG_CREDENTIALS');
    expect(await attempt(username, PASSWORD, '192.0.2.8')).toBe('ok');
  });

  it('keeps neither names nor addresses beside the counts', async () => {
    await attempt('somebody', 'x', '192.0.2.9');
    const rows = await database().select().from(signInFailures);
    expect(rows).toHaveLength(2);
    for (const { subject } of rows) expect(subject).toMatch(/^(user|address):[0-9a-f]{64}$/);
  });

  it('OP-01: leaves a trace of each try, without the password or the name, in audit and log', async () => {
    const { username, actor } = await addTestCustomer();
    const before = await database().$count(auditEvents);
    lines.length = 0;
    await attempt(username, 'Secret-1', '192.0.2.10');
    await attempt('nobody-at-all', 'Secret-1', '192.0.2.10');
    await attempt(username, PASSWORD, '192.0.2.10');
    const trail = await database().select().from(auditEvents).orderBy(asc(auditEvents.seq)).offset(before);
    expect(
      trail
        .filter(({ action }) => action === 'sign_in')
        .map(({ actor: who, outcome, address }) => [who, outcome, address]),
    ).toEqual([
      [actor.customer.id, 'failed', '192.0.2.10'],
      ['anonymous', 'failed', '192.0.2.10'],
      [actor.customer.id, 'ok', '192.0.2.10'],
    ]);
    const said = JSON.stringify(trail) + lines.join('');
    for (const secret of ['Secret-1', PASSWORD, 'nobody-at-all', username])
      expect(said).not.toContain(secret);
  });

  it('AU-07: a try is taken by one statement, so that no two get the same one', async () => {
    const now = new Date();
    const taken = await Promise.all(Array.from({ length: 30 }, () => reserveTry('user', 'x', 5, now)));
    expect(taken.filter((left) => left !== null).sort()).toEqual([0, 1, 2, 3, 4]);
  });
});
