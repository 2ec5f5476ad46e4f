import { expect, it } from 'vitest';
import { consentText } from '@/lib/consent/consent-text-view';
import { sha256 } from '@/lib/sealing/seal';
import { onOneDatabase } from '@/lib/testing/database';
import { APPROVED, begin, enrollmentNow, pushAndLeave, resultsQuery } from '@/lib/testing/journey';
import { withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { database } from '@/lib/db/client';
import { auditEvents } from '@/lib/db/schema';
import { exportOf } from './customer-export';
import { receiveReturn } from './receive-return';

withSandbox();

onOneDatabase('GD-01: the export of a customer', () => {
  it('tells person, cards, enrollments, the very text that was agreed to, and sessions', async () => {
    const customer = await addTestCustomer([{}, { product: 'reserve' }]);
    const { enrollmentId, flow, receipts } = await pushAndLeave(customer);
    await receiveReturn({ query: resultsQuery(receipts, APPROVED), actor: customer.actor, flow });
    const { reference, tokenRequestorName, locale } = await enrollmentNow(customer, enrollmentId);
    const { text, version } = consentText(locale, tokenRequestorName);
    const told = await exportOf(customer.actor);
    expect(told).toMatchObject({
      person: { givenName: 'Robin', email: `${customer.username}@example.com` },
      cards: customer.pans.map((pan) => ({ last4: pan.slice(-4) })),
      enrollments: [
        { reference, state: 'reported', cards: [{ outcome: 'approved' }, { outcome: 'approved' }] },
      ],
      consents: [{ text, version, textSha256: sha256(text), enrollment: reference }],
      sessions: [{ endedAt: null }],
    });
    expect(told.consents[0]?.cards).toHaveLength(2);
    expect(told.enrollments[0]?.history.map(({ event }) => event)).toEqual([
      'created',
      'consent_given',
      'verified',
      'receipts_returned',
      'left',
      'results_reported',
    ]);
  });

  it('AZ-02, PD-03: holds nothing of anybody else, no card number, and nothing that opens something', async () => {
    const customer = await addTestCustomer();
    const other = await addTestCustomer();
    const { flow, receipts } = await pushAndLeave(customer);
    await begin(other);
    const text = JSON.stringify(await exportOf(customer.actor));
    for (const secret of [
      ...customer.pans,
      ...receipts,
      flow,
      sha256(flow),
      customer.actor.sessionHash,
      customer.actor.customer.id,
      other.username,
      other.actor.customer.id,
      ...other.cardIds,
    ])
      expect(text).not.toContain(secret);
  });

  it('OP-01: is audited', async () => {
    const customer = await addTestCustomer();
    await exportOf(customer.actor);
    const rows = await database().select({ action: auditEvents.action }).from(auditEvents);
    expect(rows.map(({ action }) => action)).toEqual(['sign_in', 'export']);
  });
});
