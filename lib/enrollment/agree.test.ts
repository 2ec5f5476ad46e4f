import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { onOneDatabase } from '@/lib/testing/database';
import { begin, enrollmentNow, story } from '@/lib/testing/journey';
import { withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { agree } from './agree';
import { confirmCode } from './push-cards';
import { reviewView } from './wizard-view';

withSandbox();

onOneDatabase('agreeing', () => {
  it('GD-02: without the tick nothing is agreed, no code goes out, and no push can begin', async () => {
    const customer = await addTestCustomer();
    const enrollmentId = await begin(customer);
    const enrollment = await enrollmentNow(customer, enrollmentId);
    const { version, consent } = await reviewView(customer.actor, enrollment);
    const asked = { enrollmentId, version, consentVersion: consent.version, agreed: false, keepPrivate: [] };
    await expect(agree(customer.actor, asked)).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
    expect(await customer.code()).toBe('');
    expect(await confirmCode(customer.actor, enrollmentId, '123456')).toEqual({ state: 'draft' });
    expect((await enrollmentNow(customer, enrollmentId)).state).toBe('draft');
    expect(await story(enrollmentId)).toEqual(['created']);
    const { rows } = (await database().execute(
      sql`select id from consents where enrollment_id = ${enrollmentId}`,
    )) as unknown as { rows: unknown[] };
    expect(rows).toEqual([]);
  });
});
