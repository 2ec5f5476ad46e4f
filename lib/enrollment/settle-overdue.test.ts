import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { actorFromToken } from '@/lib/auth/actor';
import { database } from '@/lib/db/client';
import { demoMessages } from '@/lib/db/schema';
import { onOneDatabase } from '@/lib/testing/database';
import {
  APPROVED,
  auditOf,
  begin,
  consent,
  enrollmentNow,
  push,
  pushAndLeave,
  resultsQuery,
  story,
} from '@/lib/testing/journey';
import { withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer, moveClockOnly } from '@/lib/testing/test-customer';
import { loadActivity, loadActivityDetail } from './activity-view';
import { leave } from './leave';
import { confirmCode } from './push-cards';
import { receiveReturn } from './receive-return';
import { settleOverdue } from './settle-overdue';

withSandbox();

onOneDatabase('time that ran out', () => {
  it('F25, CB-14: expires receipts at the end of their fifteen minutes, and deletes the hand-off', async () => {
    const customer = await addTestCustomer();
    const { enrollmentId } = await pushAndLeave(customer);
    await moveClockOnly(customer, 14 * 60);
    expect(await settleOverdue()).toBe(0);
    await moveClockOnly(customer, 15 * 60 + 1);
    expect(await settleOverdue()).toBe(1);
    expect(await enrollmentNow(customer, enrollmentId)).toMatchObject({
      state: 'expired',
      handOffSealed: null,
    });
    expect((await auditOf(enrollmentId)).at(-1)).toBe('push expired');
    expect(await settleOverdue()).toBe(0);
  });

  it('RE-05: a clock that jumps an hour ahead and back revives no session and extends no receipt', async () => {
    const customer = await addTestCustomer();
    const { enrollmentId, flow, receipts } = await pushAndLeave(customer);
    await moveClockOnly(customer, 3600);
    expect(await actorFromToken(customer.token)).toBeNull();
    expect(await settleOverdue()).toBe(1);
    await moveClockOnly(customer, 0);
    expect(await actorFromToken(customer.token)).toBeNull();
    await expect(leave(customer.actor, enrollmentId, flow)).rejects.toMatchObject({ code: 'STEP_SKIPPED' });
    await receiveReturn({ query: resultsQuery(receipts, APPROVED), actor: customer.actor, flow });
    expect(await enrollmentNow(customer, enrollmentId)).toMatchObject({
      state: 'expired',
      handOffSealed: null,
      cards: [{ outcome: 'unknown' }],
    });
  });

  it('RE-05: a clock that jumps back leaves the newest code in force', async () => {
    const customer = await addTestCustomer();
    const enrollmentId = await begin(customer);
    await consent(customer, enrollmentId);
    const actor = { ...customer.actor, clock: () => new Date(Date.now() - 3_600_000) };
    await consent({ ...customer, actor }, enrollmentId, ['email']);
    const sent = await database().select().from(demoMessages);
    const [earliest] = sent.sort((a, b) => a.at.getTime() - b.at.getTime());
    const code =
      /\b(\d{3}) (\d{3})\b/
        .exec(earliest?.text ?? '')
        ?.slice(1)
        .join('') ?? '';
    expect(await confirmCode(actor, enrollmentId, code)).toEqual({ state: 'pushed' });
  });

  it('is each customer’s own: another clock is not moved along', async () => {
    const [one, other] = [await addTestCustomer(), await addTestCustomer()];
    const left = await push(other);
    await push(one);
    await moveClockOnly(one, 3600);
    expect(await settleOverdue()).toBe(1);
    expect((await enrollmentNow(other, left)).state).toBe('pushed');
  });

  it('RE-02: a push cut short by a crash is unknown, keeps its request id, and is offered again', async () => {
    const customer = await addTestCustomer();
    const enrollmentId = await push(customer);
    const { requestId } = await enrollmentNow(customer, enrollmentId);
    await database().execute(
      sql`update enrollments set state = 'pushing', hand_off_sealed = null, receipts_expire_at = null`,
    );
    expect(await settleOverdue()).toBe(0);
    await database().execute(sql`update enrollments set pushed_at = pushed_at - interval '21 seconds'`);
    const [row] = await loadActivity(customer.actor);
    expect(row).toMatchObject({ state: 'unknown', resumeHref: `/tokenization-results/${enrollmentId}` });
    expect(await loadActivityDetail(customer.actor, enrollmentId)).toMatchObject({
      state: 'unknown',
      failure: 'timeout',
      actions: ['push_again', 'cancel'],
    });
    expect((await enrollmentNow(customer, enrollmentId)).requestId).toBe(requestId);
    expect(await auditOf(enrollmentId)).toContain('push cut_short');
  });

  it('a customer’s clock in the future does not cut a running push short', async () => {
    const customer = await addTestCustomer();
    await push(customer);
    await database().execute(sql`update enrollments set state = 'pushing'`);
    await moveClockOnly(customer, 3600);
    expect(await settleOverdue()).toBe(0);
  });

  it('settled by ten processes at once is settled once', async () => {
    const customer = await addTestCustomer();
    const enrollmentId = await push(customer);
    await moveClockOnly(customer, 3600);
    const settled = await Promise.all(Array.from({ length: 10 }, () => settleOverdue()));
    expect(settled.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect((await story(enrollmentId)).filter((event) => event === 'receipts_expired')).toHaveLength(1);
  });

  it('leaves drafts and given consents as they are, however old', async () => {
    const customer = await addTestCustomer();
    const enrollmentId = await begin(customer);
    await consent(customer, enrollmentId);
    await begin(customer);
    await moveClockOnly(customer, 30 * 24 * 3600);
    expect(await settleOverdue()).toBe(0);
  });
});
