import { eq, sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client';
import { auditEvents, sessions } from '@/lib/db/schema';
import { sha256 } from '@/lib/sealing/seal';
import { onEveryDatabase } from '@/lib/testing/database';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { statementsOf } from '@/lib/testing/statements';
import { addTestCustomer, type TestCustomer } from '@/lib/testing/test-customer';
import { signedInDevices, signOutDevice, signOutOtherDevices } from './devices';
import { openSession, replaceSession, sessionIdOf, startSession } from './session';
import { replaceOpenSession } from './session.repo';

setEnvironment();

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1';

/** Signs the same person in on another browser. */
const elsewhere = ({ actor }: TestCustomer, userAgent: string | null = PHONE) =>
  startSession({ id: actor.customer.id, clockOffsetMs: 0 }, { address: '192.0.2.1', userAgent });
const othersOf = async ({ actor }: TestCustomer) =>
  (await signedInDevices(actor)).filter(({ current }) => !current);
const revocations = () =>
  database().select().from(auditEvents).where(eq(auditEvents.outcome, 'revoked')).orderBy(auditEvents.seq);

/** Whether a statement waits for a lock of another transaction (PostgreSQL). */
async function isSomebodyWaiting(): Promise<boolean> {
  const found = await database().execute(sql`select 1 from pg_locks where not granted`);
  return (found as unknown as { rows: unknown[] }).rows.length > 0;
}

onEveryDatabase('ASVS 7.5.2: signed-in devices', (kind) => {
  it('are this person’s open sessions, this device first, in words and without an id', async () => {
    const [robin, other] = [await addTestCustomer(), await addTestCustomer()];
    const [phone, unknown] = [await elsewhere(robin), await elsewhere(robin, null)];
    await elsewhere(other);
    const devices = await signedInDevices(robin.actor);
    expect(devices.map(({ browser, system, current }) => [browser, system, current])).toEqual(
      expect.arrayContaining([
        [null, null, true],
        ['Safari', 'iPhone', false],
        [null, null, false],
      ]),
    );
    expect(devices).toHaveLength(3);
    expect(devices[0]?.current).toBe(true);
    const told = JSON.stringify(devices);
    for (const token of [robin.token, phone, unknown]) {
      const id = await sessionIdOf(token);
      const open = await openSession(token, false);
      expect(told).not.toContain(id);
      expect(told).not.toContain(open?.idHash);
    }
    expect(new Set(devices.map(({ handle }) => handle)).size).toBe(3);
  });

  it('leave the list with the session: ended, idle for too long, replaced', async () => {
    const robin = await addTestCustomer();
    await elsewhere(robin);
    const [away] = await othersOf(robin);
    await database()
      .update(sessions)
      .set({ lastActiveAt: new Date(Date.now() - 31 * 60_000) })
      .where(eq(sessions.handle, away?.handle ?? ''));
    expect(await othersOf(robin)).toEqual([]);
    const token = await replaceSession(robin.actor.sessionHash, robin.actor.customer.id, new Date());
    const open = await openSession(token ?? '', false);
    const renewed = { ...robin.actor, sessionHash: open?.idHash ?? '' };
    expect(await signedInDevices(renewed)).toMatchObject([{ current: true }]);
  });

  it('can be signed out one by one: the cookie there is dead at once, the others live, the audit knows who did it', async () => {
    const robin = await addTestCustomer();
    const [phone, laptop] = [await elsewhere(robin), await elsewhere(robin, 'Firefox/145.0 Windows')];
    const chosen = (await othersOf(robin)).find(({ system }) => system === 'iPhone');
    const ended = await openSession(phone, false);
    await signOutDevice(robin.actor, chosen?.handle ?? '');
    expect(await openSession(phone, true)).toBeNull();
    expect(await openSession(laptop, true)).not.toBeNull();
    expect(await openSession(robin.token, true)).not.toBeNull();
    expect(await revocations()).toMatchObject([
      {
        actor: robin.actor.customer.id,
        sessionHash: robin.actor.sessionHash,
        object: ended?.idHash,
        action: 'session_end',
      },
    ]);
  });

  it('can still be signed out under the handle that was shown, when a step-up has renewed the session meanwhile', async () => {
    const robin = await addTestCustomer();
    const stolen = await openSession(await elsewhere(robin), false);
    const [shown] = await othersOf(robin);
    const renewed = await replaceSession(stolen?.idHash ?? '', robin.actor.customer.id, new Date());
    await signOutDevice(robin.actor, shown?.handle ?? '');
    expect(await openSession(renewed ?? '', true)).toBeNull();
  });

  it('can be signed out all at once, but for the one that asks and those of other people', async () => {
    const [robin, other] = [await addTestCustomer(), await addTestCustomer()];
    const tokens = [await elsewhere(robin), await elsewhere(robin), await elsewhere(robin)];
    expect(await signOutOtherDevices(robin.actor)).toBe(3);
    for (const token of tokens) expect(await openSession(token, true)).toBeNull();
    expect(await openSession(robin.token, true)).not.toBeNull();
    expect(await openSession(other.token, true)).not.toBeNull();
    expect(await revocations()).toHaveLength(3);
    expect(await signOutOtherDevices(robin.actor)).toBe(0);
  });

  it('AU-03: a session that is just being replaced is not passed over', async () => {
    const robin = await addTestCustomer();
    const stolen = (await openSession(await elsewhere(robin), false))?.idHash ?? '';
    const idHash = sha256('a new id');
    let revoking: Promise<number> | undefined;
    await database().transaction(async (tx) => {
      const fresh = { idHash, now: new Date(), codeVerified: false };
      await replaceOpenSession(tx, robin.actor.customer.id, stolen, fresh);
      revoking = signOutOtherDevices(robin.actor);
      // On the embedded database there is one connection, and the second transaction waits outside.
      if (kind === 'postgres') await vi.waitUntil(isSomebodyWaiting);
    });
    expect(await revoking).toBe(1);
    expect((await signedInDevices(robin.actor)).map(({ current }) => current)).toEqual([true]);
  });

  it('AZ-02: a handle of somebody else, one that has ended and one that never was: same answer by the same statements', async () => {
    const [robin, other] = [await addTestCustomer(), await addTestCustomer()];
    const strangers = await elsewhere(other);
    const [foreign] = await othersOf(other);
    await elsewhere(robin);
    const [gone] = await othersOf(robin);
    await signOutDevice(robin.actor, gone?.handle ?? '');
    const answers: unknown[] = [];
    for (const handle of [foreign?.handle ?? '', gone?.handle ?? '', 'never-given-out']) {
      const statements = await statementsOf(() =>
        expect(signOutDevice(robin.actor, handle)).rejects.toMatchObject({ code: 'NOT_FOUND' }),
      );
      answers.push(statements);
    }
    expect(answers[0]).toEqual(expect.arrayContaining([expect.stringContaining('update "sessions"')]));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await openSession(strangers, true)).not.toBeNull();
  });
});
