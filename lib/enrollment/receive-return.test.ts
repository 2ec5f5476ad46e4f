import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { parkedReturns } from '@/lib/db/schema';
import { onEveryDatabase } from '@/lib/testing/database';
import {
  APPROVED,
  auditOf,
  enrollmentNow,
  push,
  pushAndLeave,
  resultsQuery,
  story,
} from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer, type TestCustomer } from '@/lib/testing/test-customer';
import { cancelEnrollment } from './cancel-enrollment';
import { leave } from './leave';
import {
  applyParkedReturn,
  NEUTRAL_PATH,
  PARKED_PATH,
  parkedReturnOf,
  receiveReturn,
  resumeParkedReturn,
} from './receive-return';
import { settleOverdue } from './settle-overdue';

withSandbox();

const away = async (cards = 1) => {
  const customer = await addTestCustomer(Array.from({ length: cards }, () => ({})));
  return { customer, ...(await pushAndLeave(customer)) };
};
const outcomes = async (customer: TestCustomer, enrollmentId: string) =>
  (await enrollmentNow(customer, enrollmentId)).cards.map(({ outcome }) => outcome);
const callbacks = async (enrollmentId: string) =>
  (await auditOf(enrollmentId)).filter((line) => line.startsWith('callback'));

onEveryDatabase('coming back', () => {
  describe('a return', () => {
    beforeEach(() => sandboxControl.reset());

    it('by the owner in the browser that left is applied and led to a clean address', async () => {
      const { customer, enrollmentId, flow, receipts } = await away();
      const onward = await receiveReturn({
        query: resultsQuery(receipts, APPROVED),
        actor: customer.actor,
        flow,
      });
      expect(onward).toEqual({ path: `/tokenization-results/${enrollmentId}` });
      expect(await enrollmentNow(customer, enrollmentId)).toMatchObject({
        state: 'reported',
        handOffSealed: null,
        cards: [{ outcome: 'approved', source: 'browser', tokenUniqueReference: APPROVED.slice(9) }],
      });
    });

    it('CB-02: fifty parallel returns make one transition, one audit entry and fifty equal answers', async () => {
      const { customer, enrollmentId, flow, receipts } = await away(2);
      const one = { query: resultsQuery(receipts, APPROVED), actor: customer.actor, flow };
      const answers = await Promise.all(Array.from({ length: 50 }, () => receiveReturn(one)));
      expect(new Set(answers.map(({ path }) => path))).toEqual(
        new Set([`/tokenization-results/${enrollmentId}`]),
      );
      expect((await story(enrollmentId)).filter((event) => event === 'results_reported')).toHaveLength(1);
      expect(await callbacks(enrollmentId)).toEqual(['callback applied']);
      expect(await outcomes(customer, enrollmentId)).toEqual(['approved', 'approved']);
    });

    it('CB-03: that contradicts the first changes nothing and is audited; an equal one is nothing new', async () => {
      const { customer, enrollmentId, flow, receipts } = await away();
      const come = (word: string) =>
        receiveReturn({ query: resultsQuery(receipts, word), actor: customer.actor, flow });
      await come(APPROVED);
      const { version } = await enrollmentNow(customer, enrollmentId);
      await come(APPROVED);
      expect(await callbacks(enrollmentId)).toEqual(['callback applied']);
      for (const word of ['DECLINED', 'CANCELLED', 'APPROVED|ANOTHERREFERENCE', 'nonsense']) await come(word);
      expect(await callbacks(enrollmentId)).toEqual([
        'callback applied',
        ...Array.from({ length: 4 }, () => 'callback conflict'),
      ]);
      const after = await enrollmentNow(customer, enrollmentId);
      expect(after).toMatchObject({
        version,
        state: 'reported',
        cards: [{ outcome: 'approved', tokenUniqueReference: APPROVED.slice(9) }],
      });
    });

    it('CB-03: that adds one card and contradicts another is applied to the first and audited for the second', async () => {
      const { customer, enrollmentId, flow, receipts } = await away(2);
      const { actor } = customer;
      await receiveReturn({ query: resultsQuery(receipts.slice(0, 1), APPROVED), actor, flow });
      await receiveReturn({ query: resultsQuery(receipts, 'DECLINED'), actor, flow });
      expect(await outcomes(customer, enrollmentId)).toEqual(['approved', 'declined']);
      expect(await callbacks(enrollmentId)).toEqual([
        'callback applied',
        'callback conflict',
        'callback applied',
      ]);
    });

    it('CB-04: that a stranger tried first is still the owner’s', async () => {
      const { customer, enrollmentId, flow, receipts } = await away();
      const stranger = await addTestCustomer();
      const query = resultsQuery(receipts, 'DECLINED');
      const before = await enrollmentNow(customer, enrollmentId);
      for (const strangersFlow of [undefined, 'a'.repeat(32), flow])
        expect(await receiveReturn({ query, actor: stranger.actor, flow: strangersFlow })).toEqual({
          path: NEUTRAL_PATH,
        });
      expect(await receiveReturn({ query, actor: null, flow: undefined })).toEqual({ path: NEUTRAL_PATH });
      expect(await enrollmentNow(customer, enrollmentId)).toEqual(before);
      await receiveReturn({ query: resultsQuery(receipts, APPROVED), actor: customer.actor, flow });
      expect(await outcomes(customer, enrollmentId)).toEqual(['approved']);
    });

    it('CB-12: with one result of two waits for the other', async () => {
      const { customer, enrollmentId, flow, receipts } = await away(2);
      const { actor } = customer;
      await receiveReturn({ query: resultsQuery(receipts.slice(0, 1), APPROVED), actor, flow });
      expect((await enrollmentNow(customer, enrollmentId)).state).toBe('with_token_requestor');
      expect(await outcomes(customer, enrollmentId)).toEqual(['approved', 'pushed']);
      await receiveReturn({ query: resultsQuery(receipts.slice(1), 'DECLINED'), actor, flow });
      expect((await enrollmentNow(customer, enrollmentId)).state).toBe('reported');
      expect(await outcomes(customer, enrollmentId)).toEqual(['approved', 'declined']);
    });

    it.each([
      ['CANCELED', 'cancelled', 'cancelled'],
      ['CANCELLED', 'cancelled', 'cancelled'],
      ['DECLINED', 'reported', 'declined'],
      ['DUPLICATE_REQUEST', 'reported', 'duplicate'],
      ['REQUIRE_ADDITIONAL_AUTHENTICATION|REF', 'reported', 'needs_authentication'],
      ['ERROR', 'reported', 'error'],
      ['FAILED', 'reported', 'error'],
      ['PENDING_REVIEW', 'reported', 'unknown'],
      ['APPROVED', 'reported', 'unknown'],
    ])('F24, CB-05: %s is %s', async (word, state, outcome) => {
      const { customer, enrollmentId, flow, receipts } = await away();
      await receiveReturn({ query: resultsQuery(receipts, word), actor: customer.actor, flow });
      expect(await enrollmentNow(customer, enrollmentId)).toMatchObject({ state, cards: [{ outcome }] });
    });

    it('without results leads to the browser’s own enrollment and changes nothing', async () => {
      const { customer, enrollmentId, flow } = await away();
      const before = await enrollmentNow(customer, enrollmentId);
      const own = `/tokenization-results/${enrollmentId}`;
      for (const query of ['', '?', '?results[]=APPROVED|X', '?results[MCC-UNKNOWN]=APPROVED|X', '?%00=%ff'])
        expect(await receiveReturn({ query, actor: customer.actor, flow })).toEqual({ path: own });
      expect(await receiveReturn({ query: '', actor: null, flow })).toEqual({
        path: `/login?next=${encodeURIComponent(own)}`,
      });
      expect(await enrollmentNow(customer, enrollmentId)).toEqual(before);
    });

    it('AZ-02: with an unknown receipt and no flow leads to the neutral page, like a stranger’s', async () => {
      const customer = await addTestCustomer();
      const query = '?results[MCC-00000000-0000-0000-0000-000000000000]=APPROVED|X';
      expect(await receiveReturn({ query, actor: customer.actor, flow: undefined })).toEqual({
        path: NEUTRAL_PATH,
      });
      expect(await receiveReturn({ query, actor: null, flow: 'b'.repeat(32) })).toEqual({
        path: NEUTRAL_PATH,
      });
    });

    it('that names receipts of two enrollments is applied to neither', async () => {
      const { customer, ...first } = await away();
      const second = await pushAndLeave(customer);
      const query = resultsQuery([...first.receipts, ...second.receipts], APPROVED);
      await receiveReturn({ query, actor: customer.actor, flow: second.flow });
      expect(await outcomes(customer, first.enrollmentId)).toEqual(['pushed']);
      expect(await outcomes(customer, second.enrollmentId)).toEqual(['pushed']);
    });

    it('CB-14: after the receipts ran out is recorded as late and never a success', async () => {
      const { customer, enrollmentId, flow, receipts } = await away();
      await customer.advance(15 * 60 + 1);
      const late = { query: resultsQuery(receipts, APPROVED), actor: customer.actor, flow };
      await receiveReturn(late);
      const enrollment = await enrollmentNow(customer, enrollmentId);
      expect(enrollment).toMatchObject({
        state: 'expired',
        handOffSealed: null,
        cards: [{ outcome: 'unknown', source: 'browser' }],
      });
      expect(enrollment.lateResultAt).not.toBeNull();
      await receiveReturn(late);
      expect(await callbacks(enrollmentId)).toEqual(['callback late']);
    });

    it('CB-14: is late also when the expiry was settled before; long after, it is nothing', async () => {
      const { customer, enrollmentId, flow, receipts } = await away();
      await customer.advance(20 * 60);
      await settleOverdue(customer.actor.customer.id);
      await customer.advance(26 * 60);
      await receiveReturn({ query: resultsQuery(receipts, APPROVED), actor: customer.actor, flow });
      expect(await enrollmentNow(customer, enrollmentId)).toMatchObject({
        state: 'expired',
        lateResultAt: null,
      });
      await customer.advance(-10 * 60);
      await receiveReturn({ query: resultsQuery(receipts, APPROVED), actor: customer.actor, flow });
      expect((await enrollmentNow(customer, enrollmentId)).lateResultAt).not.toBeNull();
    });

    it('after the person cancelled at the bank changes nothing and is audited', async () => {
      const { customer, enrollmentId, flow, receipts } = await away();
      await cancelEnrollment(customer.actor, enrollmentId);
      await receiveReturn({ query: resultsQuery(receipts, APPROVED), actor: customer.actor, flow });
      expect(await enrollmentNow(customer, enrollmentId)).toMatchObject({
        state: 'cancelled',
        cards: [{ outcome: 'cancelled' }],
      });
      expect(await callbacks(enrollmentId)).toEqual(['callback conflict']);
    });

    describe('without the session', () => {
      it('CB-10: is parked sealed, and applied when its owner signs in on that browser', async () => {
        const { customer, enrollmentId, flow, receipts } = await away();
        const query = resultsQuery(receipts, APPROVED);
        const { path } = await receiveReturn({ query, actor: null, flow });
        expect(path).toBe(`/login?next=${encodeURIComponent(PARKED_PATH)}`);
        expect(await outcomes(customer, enrollmentId)).toEqual(['pushed']);
        const [parked] = await database().select().from(parkedReturns);
        expect(parked?.querySealed.toString('latin1')).not.toContain(receipts[0]);
        expect(await resumeParkedReturn(customer.actor, flow, '/cards')).toBeNull();
        expect(await resumeParkedReturn(customer.actor, flow, PARKED_PATH)).toBe(
          `/tokenization-results/${enrollmentId}`,
        );
        expect(await outcomes(customer, enrollmentId)).toEqual(['approved']);
        expect(await database().select().from(parkedReturns)).toEqual([]);
      });

      it('CB-10: is nobody else’s when another customer signs in on that browser', async () => {
        const { customer, enrollmentId, flow, receipts } = await away();
        await receiveReturn({ query: resultsQuery(receipts, APPROVED), actor: null, flow });
        const other = await addTestCustomer();
        expect(await resumeParkedReturn(other.actor, flow, PARKED_PATH)).toBeNull();
        expect(await parkedReturnOf(other.actor, flow)).toBeNull();
        expect(await applyParkedReturn(other.actor, flow)).toEqual({ path: NEUTRAL_PATH });
        expect(await outcomes(customer, enrollmentId)).toEqual(['pushed']);
        expect(await resumeParkedReturn(customer.actor, flow, PARKED_PATH)).not.toBeNull();
      });
    });

    describe('on another browser of the owner', () => {
      it('CB-01: is parked, asked about, and applied by one answer', async () => {
        const { customer, enrollmentId, receipts } = await away();
        const { actor } = customer;
        const query = resultsQuery(receipts, APPROVED);
        const { path, newFlow } = await receiveReturn({ query, actor, flow: undefined });
        expect(path).toBe(PARKED_PATH);
        expect(newFlow).toMatch(/^[A-Za-z0-9_-]{32}$/);
        expect(await outcomes(customer, enrollmentId)).toEqual(['pushed']);
        const { reference } = await enrollmentNow(customer, enrollmentId);
        expect(await parkedReturnOf(actor, newFlow)).toEqual({ enrollmentId, reference, sameBrowser: false });
        expect(await resumeParkedReturn(actor, newFlow, PARKED_PATH)).toBeNull();
        expect(await applyParkedReturn(actor, newFlow)).toEqual({
          path: `/tokenization-results/${enrollmentId}`,
        });
        expect(await outcomes(customer, enrollmentId)).toEqual(['approved']);
        expect(await applyParkedReturn(actor, newFlow)).toEqual({ path: NEUTRAL_PATH });
      });

      it('keeps the flow cookie that the browser has', async () => {
        const { customer, receipts } = await away();
        const query = resultsQuery(receipts, APPROVED);
        const flow = 'c'.repeat(32);
        expect(await receiveReturn({ query, actor: customer.actor, flow })).toEqual({ path: PARKED_PATH });
      });

      it('CB-01: is parked where nobody has left yet', async () => {
        const customer = await addTestCustomer();
        const enrollmentId = await push(customer);
        const receipts = (await enrollmentNow(customer, enrollmentId)).cards.map(
          ({ receipt }) => receipt ?? '',
        );
        const query = resultsQuery(receipts, APPROVED);
        const { path } = await receiveReturn({ query, actor: customer.actor, flow: undefined });
        expect(path).toBe(PARKED_PATH);
        expect(await outcomes(customer, enrollmentId)).toEqual(['pushed']);
      });
    });
  });

  describe('leaving', () => {
    it('binds the enrollment to the browser that left last; a double click is no error', async () => {
      const { customer, enrollmentId, flow, receipts } = await away();
      const leaving = Array.from({ length: 5 }, () => leave(customer.actor, enrollmentId, flow));
      expect(new Set((await Promise.all(leaving)).map((left) => left.flow))).toEqual(new Set([flow]));
      const elsewhere = await leave(customer.actor, enrollmentId, 'not a flow cookie');
      expect(elsewhere.flow).not.toBe(flow);
      await receiveReturn({
        query: resultsQuery(receipts, APPROVED),
        actor: customer.actor,
        flow: elsewhere.flow,
      });
      expect(await outcomes(customer, enrollmentId)).toEqual(['approved']);
    });

    it('ends with the receipts, and with the answer', async () => {
      const { customer, enrollmentId, flow, receipts } = await away();
      await customer.advance(15 * 60);
      await expect(leave(customer.actor, enrollmentId, flow)).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
      await customer.advance(-15 * 60);
      await receiveReturn({ query: resultsQuery(receipts, APPROVED), actor: customer.actor, flow });
      await expect(leave(customer.actor, enrollmentId, flow)).rejects.toMatchObject({ code: 'STEP_SKIPPED' });
      const stranger = await addTestCustomer();
      await expect(leave(stranger.actor, enrollmentId, flow)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });
});
