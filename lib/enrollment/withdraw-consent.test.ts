import { expect, it } from 'vitest';
import { loadCardsPage } from '@/lib/cards/cards-view';
import { database } from '@/lib/db/client';
import { consents } from '@/lib/db/schema';
import { onOneDatabase } from '@/lib/testing/database';
import {
  APPROVED,
  auditOf,
  begin,
  enrollmentNow,
  pushAndLeave,
  resultsQuery,
  story,
} from '@/lib/testing/journey';
import { withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { loadConsentRecord } from './consent-record';
import { loadOutcome } from './enrollment-view';
import { receiveReturn } from './receive-return';
import { withdrawConsent } from './withdraw-consent';

withSandbox();

async function reported(words = APPROVED) {
  const customer = await addTestCustomer();
  const { enrollmentId, flow, receipts } = await pushAndLeave(customer);
  await receiveReturn({ query: resultsQuery(receipts, words), actor: customer.actor, flow });
  return { customer, enrollmentId };
}

onOneDatabase('GD-02: consent is withdrawn as easily as it was given', () => {
  it('ends the enrollment, keeps the record as it was, and offers the card anew', async () => {
    const { customer, enrollmentId } = await reported();
    const before = await loadConsentRecord(customer.actor, enrollmentId);
    expect(before).toMatchObject({
      canWithdraw: true,
      withdrawnAt: null,
      fields: ['name', 'address', 'email', 'mobile'],
    });
    const [saved] = (await loadCardsPage(customer.actor)).cards;
    expect(saved?.clickToPay.kind).toBe('saved');

    await withdrawConsent(customer.actor, enrollmentId);

    expect((await enrollmentNow(customer, enrollmentId)).state).toBe('withdrawn');
    expect((await story(enrollmentId)).at(-1)).toBe('consent_withdrawn');
    expect((await auditOf(enrollmentId)).at(-1)).toBe('withdraw ok');
    const after = await loadConsentRecord(customer.actor, enrollmentId);
    expect(after.withdrawnAt).not.toBeNull();
    expect(after).toEqual({ ...before, canWithdraw: false, withdrawnAt: after.withdrawnAt });
    const [offered] = (await loadCardsPage(customer.actor)).cards;
    expect(offered?.clickToPay.kind).toBe('can_add');
  });

  it('is one withdrawal however often it is asked, and nothing can be pushed or withdrawn after it', async () => {
    const { customer, enrollmentId } = await reported('DECLINED');
    await withdrawConsent(customer.actor, enrollmentId);
    await withdrawConsent(customer.actor, enrollmentId);
    expect((await story(enrollmentId)).filter((event) => event === 'consent_withdrawn')).toHaveLength(1);
    expect((await loadOutcome(customer.actor, enrollmentId)).actions).toEqual(['start_again']);
  });

  it('is refused before anything was reported, and for anybody else as for a miss', async () => {
    const { enrollmentId } = await reported();
    const stranger = await addTestCustomer();
    const draft = await begin(stranger);
    await expect(withdrawConsent(stranger.actor, draft)).rejects.toMatchObject({ code: 'STEP_SKIPPED' });
    for (const id of [enrollmentId, 'no-such-enrollment']) {
      await expect(withdrawConsent(stranger.actor, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(loadConsentRecord(stranger.actor, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(loadConsentRecord(stranger.actor, draft)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('GD-01: a record cannot be changed, not even by the bank', async () => {
    await reported();
    await expect(database().update(consents).set({ text: 'another' })).rejects.toThrow();
  });
});
