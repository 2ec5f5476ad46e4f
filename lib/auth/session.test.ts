import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { expect, it } from 'vitest';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { auditEvents, sessions } from '@/lib/db/schema';
import { sha256 } from '@/lib/sealing/seal';
import { onEveryDatabase } from '@/lib/testing/database';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { addTestCustomer, moveClockOnly } from '@/lib/testing/test-customer';
import { nextAuthOptions } from './next-auth-options';
import {
  finishSession,
  openSession,
  replaceSession,
  sessionCookie,
  sessionIdOf,
  startSession,
} from './session';

setEnvironment({ SESSION_IDLE_MINUTES: '5' });

const rowOf = async (idHash: string) =>
  (await database().select().from(sessions).where(eq(sessions.idHash, idHash)))[0];

onEveryDatabase('a session', () => {
  it('is open for the cookie that it was made with, which holds its id and nothing else', async () => {
    const { token, actor } = await addTestCustomer();
    const open = await openSession(token, true);
    expect(open).toMatchObject({ customerId: actor.customer.id, idHash: actor.sessionHash });
    const sessionId = await sessionIdOf(token);
    expect(sha256(sessionId ?? '')).toBe(actor.sessionHash);
    expect(await rowOf(sessionId ?? '')).toBeUndefined();
  });

  it('AU-01: has a cookie that scripts do not see and that ends with the browser', () => {
    expect(sessionCookie()).toEqual({
      name: 'session',
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: false },
    });
  });

  it('AU-02: is a new one for each sign-in, whatever the browser had before', async () => {
    const { token, actor } = await addTestCustomer();
    const again = await startSession(
      { id: actor.customer.id, clockOffsetMs: 0 },
      { address: null, userAgent: null },
    );
    expect(await sessionIdOf(again)).not.toBe(await sessionIdOf(token));
  });

  it('AU-02: has another id after a step-up: the old cookie is dead, the sign-in is the same one', async () => {
    const customer = await addTestCustomer();
    const { actor, token } = customer;
    await moveClockOnly(customer, 100);
    const before = await rowOf(actor.sessionHash);
    const fresh = (await replaceSession(actor.sessionHash, actor.customer.id, actor.clock())) ?? '';
    expect(await openSession(token, true)).toBeNull();
    const open = await openSession(fresh, true);
    expect(open?.customerId).toBe(actor.customer.id);
    expect(await rowOf(actor.sessionHash)).toMatchObject({ endReason: 'replaced' });
    const { handle, createdAt, userAgent, address } = before ?? {};
    expect(await rowOf(open?.idHash ?? '')).toMatchObject({ handle, createdAt, userAgent, address });
    expect(await sessionIdOf(fresh)).not.toBe(await sessionIdOf(token));
  });

  it('AU-02: of twenty step-ups at once one makes the new id, and one that has ended has none', async () => {
    const { actor } = await addTestCustomer();
    const replace = () => replaceSession(actor.sessionHash, actor.customer.id, new Date());
    const tokens = (await Promise.all(Array.from({ length: 20 }, replace))).filter((token) => token !== null);
    expect(tokens).toHaveLength(1);
    const open = await openSession(tokens[0], true);
    const renewed = await database()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, 'session_renewed'));
    expect(renewed).toMatchObject([{ sessionHash: open?.idHash, object: actor.sessionHash }]);
    await finishSession(open?.idHash ?? '', actor.customer.id, 'signed_out', new Date());
    expect(await replaceSession(open?.idHash ?? '', actor.customer.id, new Date())).toBeNull();
  });

  it('AU-04: does not get another twelve hours from a step-up', async () => {
    const customer = await addTestCustomer();
    const hour = 3600;
    let token = customer.token;
    for (let seconds = 0; seconds < 12 * hour; seconds += 280) {
      await moveClockOnly(customer, seconds);
      const open = await openSession(token, true);
      expect(open).not.toBeNull();
      if (open !== null && seconds % 2800 === 0)
        token = (await replaceSession(open.idHash, open.customerId, open.clock())) ?? '';
    }
    await moveClockOnly(customer, 12 * hour + 2);
    expect(await openSession(token, true)).toBeNull();
  });

  it('is nobody’s for a cookie that is missing, made up, of another key, or without a row', async () => {
    const { token } = await addTestCustomer();
    const foreign = await encode({
      token: { sid: await sessionIdOf(token) },
      secret: 'another secret of thirty-two letters',
    });
    const made = await encode({ token: { sid: 'nothing' }, secret: config().authSecret });
    const without = await encode({ token: { name: 'x' }, secret: config().authSecret });
    for (const cookie of [undefined, '', 'x', `${token}x`, foreign, made, without])
      expect(await openSession(cookie, true)).toBeNull();
  });

  it('AU-03: is dead for every copy of its cookie after signing out, which is recorded once', async () => {
    const { token, actor } = await addTestCustomer();
    for (let i = 0; i < 2; i += 1)
      await finishSession(actor.sessionHash, actor.customer.id, 'signed_out', new Date());
    expect(await openSession(token, true)).toBeNull();
    const ends = await database().select().from(auditEvents).where(eq(auditEvents.action, 'sign_out'));
    expect(ends).toHaveLength(1);
    expect(await rowOf(actor.sessionHash)).toMatchObject({ endReason: 'signed_out' });
  });

  it('AU-03: ends on the server when next-auth signs out, and then has no name for anybody', async () => {
    const { token, actor } = await addTestCustomer();
    const sid = await sessionIdOf(token);
    const options = nextAuthOptions();
    const ask = () =>
      options.callbacks?.session?.({
        session: { expires: 'later', user: { name: 'next-auth', email: 'a@b.example' } },
        token: { sid },
      } as never);
    expect(await ask()).toEqual({ expires: 'later', user: { name: actor.customer.givenName } });
    await options.events?.signOut?.({ token: { sid }, session: null } as never);
    expect(await openSession(token, true)).toBeNull();
    expect(await ask()).toEqual({ expires: 'later' });
  });

  it('AU-04: ends after five minutes without an act of the person', async () => {
    const customer = await addTestCustomer();
    await moveClockOnly(customer, 240);
    expect(await openSession(customer.token, false)).not.toBeNull();
    await moveClockOnly(customer, 302);
    expect(await openSession(customer.token, true)).toBeNull();
    await moveClockOnly(customer, 0);
    expect(await openSession(customer.token, true)).toBeNull();
    expect(await rowOf(customer.actor.sessionHash)).toMatchObject({ endReason: 'idle' });
  });

  it('AU-04: is extended by acts, and not by polls or by next-auth’s own look at it', async () => {
    const customer = await addTestCustomer();
    const sid = await sessionIdOf(customer.token);
    for (let seconds = 30; seconds < 300; seconds += 30) {
      await moveClockOnly(customer, seconds);
      expect(await openSession(customer.token, false)).not.toBeNull();
      await nextAuthOptions().callbacks?.session?.({ session: { expires: '' }, token: { sid } } as never);
    }
    await moveClockOnly(customer, 302);
    expect(await openSession(customer.token, false)).toBeNull();

    const active = await addTestCustomer();
    for (let seconds = 200; seconds <= 1_000; seconds += 200) {
      await moveClockOnly(active, seconds);
      expect(await openSession(active.token, true)).not.toBeNull();
    }
  });

  it('AU-04: ends after twelve hours, however busy the person is', async () => {
    const customer = await addTestCustomer();
    const hour = 3600;
    for (let seconds = 0; seconds < 12 * hour; seconds += 280) {
      await moveClockOnly(customer, seconds);
      expect(await openSession(customer.token, true)).not.toBeNull();
    }
    await moveClockOnly(customer, 12 * hour + 2);
    expect(await openSession(customer.token, true)).toBeNull();
    expect(await rowOf(customer.actor.sessionHash)).toMatchObject({ endReason: 'too_old' });
  });
});
