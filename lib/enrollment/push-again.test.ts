import { beforeEach, describe, expect, it } from 'vitest';
import { onOneDatabase } from '@/lib/testing/database';
import {
  APPROVED,
  begin,
  consent,
  enrollmentNow,
  push,
  pushAndLeave,
  resultsQuery,
} from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer, type TestCustomer } from '@/lib/testing/test-customer';
import { confirmCode, pushAgain } from './push-cards';
import { changeCards } from './start-enrollment';
import { receiveReturn } from './receive-return';
import { settleOverdue } from './settle-overdue';
import { resendCode } from './step-up';

withSandbox();

const pushes = () => sandboxControl.journal({ op: 'push' });
const outcomesOf = async (customer: TestCustomer, enrollmentId: string) =>
  (await enrollmentNow(customer, enrollmentId)).cards.map(({ outcome, reasonCode }) => [outcome, reasonCode]);

onOneDatabase('a push', () => {
  beforeEach(() => sandboxControl.reset());

  it('PU-05: of other cards or another consent than the page with the code showed is refused, and nothing is sent', async () => {
    const customer = await addTestCustomer([{}, {}]);
    const enrollmentId = await begin(customer, { cardIds: customer.cardIds.slice(0, 1) });
    await consent(customer, enrollmentId);
    const { version: shown } = await enrollmentNow(customer, enrollmentId);
    const attempt = async (version: number) =>
      confirmCode(customer.actor, enrollmentId, await customer.code(), version);
    await consent(customer, enrollmentId, ['email']);
    await expect(attempt(shown)).rejects.toMatchObject({ code: 'STALE' });
    await changeCards(customer.actor, enrollmentId, customer.cardIds);
    await consent(customer, enrollmentId);
    await expect(attempt(shown)).rejects.toMatchObject({ code: 'STALE' });
    expect(await sandboxControl.journal({ op: 'push' })).toHaveLength(0);
    const now = await enrollmentNow(customer, enrollmentId);
    expect(now.state).toBe('consented');
    expect(await attempt(now.version)).toEqual({ state: 'pushed' });
    const [sent] = await sandboxControl.journal({ op: 'push' });
    expect(sent?.bodyDecrypted).toHaveLength(2);
  });

  describe('that nobody answered', () => {
    const unanswered = async (outcome = '500') => {
      const customer = await addTestCustomer([{ outcome }]);
      return { customer, enrollmentId: await push(customer) };
    };

    it('F21, PU-03: is repeated with the same request id and account ids', async () => {
      const { customer, enrollmentId } = await unanswered();
      const before = await enrollmentNow(customer, enrollmentId);
      await pushAgain(customer.actor, enrollmentId);
      const after = await enrollmentNow(customer, enrollmentId);
      expect(after.requestId).toBe(before.requestId);
      expect(after.cards.map((card) => card.pushAccountId)).toEqual(
        before.cards.map((card) => card.pushAccountId),
      );
      expect(after.attempt).toBe(2);
      const sent = await sandboxControl.journal({ op: 'push', requestId: before.requestId ?? '' });
      expect(sent).toHaveLength(2);
    });

    it('goes on when the repetition is answered', async () => {
      const customer = await addTestCustomer();
      await sandboxControl.outcome({ outcome: 'status-500', times: 1 });
      const enrollmentId = await push(customer);
      expect((await enrollmentNow(customer, enrollmentId)).state).toBe('unknown');
      expect(await pushAgain(customer.actor, enrollmentId)).toEqual({ state: 'pushed' });
    });

    it('AU-11: a quarter of an hour after the code nothing is repeated on it: it takes a new code and is a new push', async () => {
      const customer = await addTestCustomer();
      await sandboxControl.outcome({ outcome: 'status-500', times: 2 });
      const enrollmentId = await push(customer);
      const before = await enrollmentNow(customer, enrollmentId);
      await customer.advance(14 * 60);
      expect(await pushAgain(customer.actor, enrollmentId)).toEqual({ state: 'unknown' });
      await customer.advance(60);
      expect(await pushAgain(customer.actor, enrollmentId)).toEqual({ state: 'expired' });
      const expired = await enrollmentNow(customer, enrollmentId);
      expect(await sandboxControl.journal({ op: 'push', requestId: before.requestId ?? '' })).toHaveLength(2);
      await resendCode(customer.actor, expired);
      expect(await confirmCode(customer.actor, enrollmentId, await customer.code())).toEqual({
        state: 'pushed',
      });
      expect((await enrollmentNow(customer, enrollmentId)).requestId).not.toBe(before.requestId);
    });

    it('stays unknown when the repetition is not sent: the first one may have arrived', async () => {
      const customer = await addTestCustomer();
      await sandboxControl.outcome({ outcome: 'status-500', times: 1 });
      const enrollmentId = await push(customer);
      await sandboxControl.outcome({ outcome: 'gateway-401' });
      expect(await pushAgain(customer.actor, enrollmentId)).toEqual({ state: 'unknown' });
      const { requestId } = await enrollmentNow(customer, enrollmentId);
      await pushAgain(customer.actor, enrollmentId);
      expect((await enrollmentNow(customer, enrollmentId)).requestId).toBe(requestId);
    });

    it('PU-04: is repeated once by ten clicks', async () => {
      const { customer, enrollmentId } = await unanswered('504');
      const clicks = Array.from({ length: 10 }, () => pushAgain(customer.actor, enrollmentId));
      const states = (await Promise.all(clicks)).map(({ state }) => state);
      expect(states.every((state) => state === 'pushing' || state === 'unknown')).toBe(true);
      expect(await pushes()).toHaveLength(2);
    });
  });

  describe('that ran out of time', () => {
    it('F25: is made anew with a new code, a new request id and new account ids', async () => {
      const customer = await addTestCustomer();
      const enrollmentId = await push(customer);
      const before = await enrollmentNow(customer, enrollmentId);
      await customer.advance(16 * 60);
      await settleOverdue(customer.actor.customer.id);
      expect(await pushAgain(customer.actor, enrollmentId)).toEqual({ state: 'expired' });
      await resendCode(customer.actor, await enrollmentNow(customer, enrollmentId));
      expect(await confirmCode(customer.actor, enrollmentId, await customer.code())).toEqual({
        state: 'pushed',
      });
      const after = await enrollmentNow(customer, enrollmentId);
      expect(after.requestId).not.toBe(before.requestId);
      expect(after.cards[0]?.pushAccountId).not.toBe(before.cards[0]?.pushAccountId);
      expect(after.cards[0]?.receipt).not.toBe(before.cards[0]?.receipt);
    });

    it('CB-12: sends only the cards that are not saved yet, and keeps what was reported', async () => {
      const customer = await addTestCustomer([{}, { product: 'reserve' }]);
      const { enrollmentId, flow, receipts } = await pushAndLeave(customer);
      const query = resultsQuery(receipts.slice(0, 1), APPROVED);
      await receiveReturn({ query, actor: customer.actor, flow });
      await customer.advance(16 * 60);
      await settleOverdue(customer.actor.customer.id);
      await resendCode(customer.actor, await enrollmentNow(customer, enrollmentId));
      await confirmCode(customer.actor, enrollmentId, await customer.code());
      expect((await outcomesOf(customer, enrollmentId)).map(([outcome]) => outcome)).toEqual([
        'approved',
        'pushed',
      ]);
      const [last] = await pushes();
      expect(last?.bodyDecrypted).toHaveLength(1);
    });
  });
});
