import { afterEach, beforeEach, expect, it } from 'vitest';
import { onOneDatabase } from '@/lib/testing/database';
import { begin, consent, enrollmentNow, push, story } from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { usePolicy, WAIVED_IN } from '@/lib/testing/use-policy';
import { messagesOf } from '@/lib/demo/data.demo';
import { loadLeave, loadOutcome } from './enrollment-view';
import { confirmCode } from './push-cards';
import { sendAgain } from './send-again';

withSandbox();

const pushes = () => sandboxControl.journal({ op: 'push' });

onOneDatabase('one press sends a slip again whose time ran out', () => {
  beforeEach(() => sandboxControl.reset());
  afterEach(() => usePolicy(null));

  it('AU-11: with one new code, however often it is pressed, and the code sends the same slip', async () => {
    const customer = await addTestCustomer();
    const enrollmentId = await push(customer);
    expect((await loadOutcome(customer.actor, enrollmentId)).timeLeft?.secondsLeft).toBeGreaterThan(890);
    expect(await loadLeave(customer.actor, await enrollmentNow(customer, enrollmentId))).toMatchObject({
      againBy: 'code',
    });
    await customer.advance(16 * 60);
    expect(await loadOutcome(customer.actor, enrollmentId)).toMatchObject({
      state: 'expired',
      timeLeft: null,
      againByCode: true,
    });
    const before = await messagesOf(customer.actor.customer.id);
    expect(await sendAgain(customer.actor, enrollmentId)).toEqual({ state: 'expired' });
    expect(await sendAgain(customer.actor, enrollmentId)).toEqual({ state: 'expired' });
    expect(await messagesOf(customer.actor.customer.id)).toHaveLength(before.length + 1);
    await confirmCode(customer.actor, enrollmentId, await customer.code());
    const sent = await pushes();
    expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(2);
    expect((await enrollmentNow(customer, enrollmentId)).state).toBe('pushed');
  });

  it('without a code where the policy asks for none', async () => {
    usePolicy(WAIVED_IN('NZL'));
    const customer = await addTestCustomer([{}], { country: 'NZL' });
    const enrollmentId = await begin(customer);
    await consent(customer, enrollmentId);
    expect(await loadLeave(customer.actor, await enrollmentNow(customer, enrollmentId))).toMatchObject({
      againBy: 'nothing',
    });
    await customer.advance(16 * 60);
    expect((await loadOutcome(customer.actor, enrollmentId)).againByCode).toBe(false);
    expect(await sendAgain(customer.actor, enrollmentId)).toEqual({ state: 'pushed' });
    expect(await messagesOf(customer.actor.customer.id)).toEqual([]);
    expect(await pushes()).toHaveLength(2);
    expect((await story(enrollmentId)).at(-1)).toBe('receipts_returned');
  });
});
