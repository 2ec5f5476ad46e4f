import { beforeEach, describe, expect, it } from 'vitest';
import { onEveryDatabase } from '@/lib/testing/database';
import {
  APPROVED,
  auditOf,
  begin,
  consent,
  enrollmentNow,
  pushAndLeave,
  resultsQuery,
} from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer, type TestCustomer } from '@/lib/testing/test-customer';
import { database } from '@/lib/db/client';
import { auditEvents, enrollmentEvents } from '@/lib/db/schema';
import { confirmCode } from './push-cards';
import { receiveReturn } from './receive-return';
import { countRefusal, REFUSALS } from './refusal-limit';

withSandbox();

const readyToPush = async (customer: TestCustomer) => {
  const enrollmentId = await begin(customer);
  await consent(customer, enrollmentId);
  return { enrollmentId, code: await customer.code() };
};
const attempt = (customer: TestCustomer, { enrollmentId, code }: { enrollmentId: string; code: string }) =>
  confirmCode(customer.actor, enrollmentId, code).catch((error: unknown) => error);

onEveryDatabase('the limits of a customer', () => {
  beforeEach(() => sandboxControl.reset());

  it('PU-13: ten pushes an hour, however many tabs there are, and the code of the eleventh is not spent', async () => {
    const customer = await addTestCustomer([{ outcome: '401' }]);
    const tabs = [];
    for (let i = 0; i < 4; i += 1) tabs.push(await readyToPush(customer));
    const { id } = await enrollmentNow(customer, tabs[0]?.enrollmentId ?? '');
    const earlier = { enrollmentId: id, event: 'verified', toState: 'pushing', at: new Date() } as const;
    await database()
      .insert(enrollmentEvents)
      .values(Array.from({ length: 8 }, () => earlier));
    const answers = await Promise.all(tabs.map((tab) => attempt(customer, tab)));
    const late = tabs.filter((_, i) => answers[i] instanceof Error);
    expect(late).toHaveLength(2);
    for (const answer of answers.filter((found) => found instanceof Error))
      expect(answer).toMatchObject({ code: 'TOO_MANY_PUSHES' });
    expect(await sandboxControl.journal({ op: 'push' })).toHaveLength(2);

    const [next] = late;
    if (next === undefined) throw new Error('nobody was too late');
    expect((await enrollmentNow(customer, next.enrollmentId)).state).toBe('consented');
    expect(await auditOf(next.enrollmentId)).toEqual(['consent given', 'step_up sent']);
    const other = await addTestCustomer();
    expect(await attempt(other, await readyToPush(other))).toEqual({ state: 'pushed' });

    await customer.advance(60 * 60 + 1);
    expect(await attempt(customer, await readyToPush(customer))).toEqual({ state: 'consented' });
    expect(await sandboxControl.journal({ op: 'push' })).toHaveLength(4);
  });

  it('PU-13: after twenty returns that are not theirs a person waits and the audit grows no more; one that is theirs still counts', async () => {
    const customer = await addTestCustomer();
    const { enrollmentId, flow, receipts } = await pushAndLeave(customer);
    const forged = { query: resultsQuery(['MCC-FORGED'], APPROVED), actor: customer.actor, flow: undefined };
    for (let i = 0; i < 20; i += 1)
      expect(await receiveReturn(forged)).not.toHaveProperty('retryAfterSeconds');
    const size = () => database().$count(auditEvents);
    const before = await size();
    expect((await receiveReturn(forged)).retryAfterSeconds).toBeGreaterThan(500);
    expect(await size()).toBe(before);
    await receiveReturn({ query: resultsQuery(receipts, APPROVED), actor: customer.actor, flow });
    expect((await enrollmentNow(customer, enrollmentId)).state).toBe('reported');
  });

  it('PU-13: who is not signed in is counted by address', async () => {
    const from = (address: string) =>
      receiveReturn({ query: resultsQuery(['MCC-X'], APPROVED), actor: null, flow: undefined, address });
    for (let i = 0; i < REFUSALS.address; i += 1) await from('192.0.2.7');
    expect(await from('192.0.2.7')).toHaveProperty('retryAfterSeconds');
    expect(await from('192.0.2.8')).not.toHaveProperty('retryAfterSeconds');
  });
});

describe('PU-13: the count of refused returns', () => {
  it('begins anew after ten minutes, and says how long is left', () => {
    for (let i = 0; i < 20; i += 1) expect(countRefusal('customer', 'someone', i)).toBeNull();
    expect(countRefusal('customer', 'someone', 300_000)).toBe(300);
    expect(countRefusal('customer', 'someone', 600_000)).toBeNull();
  });
});
