import { expect, it } from 'vitest';
import { reserveTry } from '@/lib/auth/throttle.repo';
import { findOpenSession } from '@/lib/auth/session.repo';
import { database } from '@/lib/db/client';
import { consents, parkedReturns } from '@/lib/db/schema';
import { verifyChain } from '@/lib/audit/verify-chain';
import { receiveReturn } from '@/lib/enrollment/receive-return';
import { onEveryDatabase } from '@/lib/testing/database';
import { APPROVED, enrollmentNow, pushAndLeave, receiptsOf, resultsQuery } from '@/lib/testing/journey';
import { withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { purge } from './purge';

withSandbox();

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const NOTHING = {
  receipts: 0,
  parkedReturns: 0,
  demoMessages: 0,
  challenges: 0,
  signInFailures: 0,
  sessions: 0,
  audit: 0,
};
const later = (ms: number) => new Date(Date.now() + ms);

onEveryDatabase('GD-03: what has served is removed', () => {
  it('a day after its end and not before: receipts, parked returns, codes and their messages, failed sign-ins', async () => {
    const customer = await addTestCustomer();
    const { enrollmentId, flow, receipts } = await pushAndLeave(customer);
    await receiveReturn({ query: resultsQuery(receipts, APPROVED), actor: null, flow });
    await reserveTry('user', 'somebody', 5, new Date());
    expect(await purge(later(DAY - HOUR))).toEqual(NOTHING);
    // Receipts live for fifteen minutes and a code for five: a day after that.
    expect(await purge(later(DAY + 10 * 60_000))).toEqual({
      ...NOTHING,
      parkedReturns: 1,
      demoMessages: 1,
      challenges: 1,
      signInFailures: 1,
    });
    expect(await receiptsOf(customer, enrollmentId)).toEqual(receipts);
    expect(await purge(later(DAY + 16 * 60_000))).toEqual({ ...NOTHING, receipts: 1 });
    expect(await receiptsOf(customer, enrollmentId)).toEqual([]);
    expect(await enrollmentNow(customer, enrollmentId)).toMatchObject({
      handOffSealed: null,
      flowHash: null,
    });
    expect(await database().$count(parkedReturns)).toBe(0);
  });

  it('thirty days after its end: a session; the enrollment, the consent and the audit stay', async () => {
    const customer = await addTestCustomer();
    const { enrollmentId } = await pushAndLeave(customer);
    await purge(later(29 * DAY));
    expect(await findOpenSession(customer.actor.sessionHash)).not.toBeNull();
    expect(await purge(later(30 * DAY + HOUR))).toEqual({ ...NOTHING, sessions: 1 });
    expect(await findOpenSession(customer.actor.sessionHash)).toBeNull();
    expect((await enrollmentNow(customer, enrollmentId)).cards).toHaveLength(1);
    expect(await database().$count(consents)).toBe(1);
    expect(await verifyChain(database())).toMatchObject({ ok: true });
  });

  it('by the clock of the customer whose receipts they are', async () => {
    const customer = await addTestCustomer();
    await customer.advance(3 * 24 * 3600);
    const { enrollmentId, receipts } = await pushAndLeave(customer);
    await purge(later(DAY - HOUR));
    expect(await receiptsOf(customer, enrollmentId)).toEqual(receipts);
    await purge(later(DAY + HOUR));
    expect(await receiptsOf(customer, enrollmentId)).toEqual([]);
  });
});
