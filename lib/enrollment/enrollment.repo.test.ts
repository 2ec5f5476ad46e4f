import { expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { onEveryDatabase } from '@/lib/testing/database';
import { begin, enrollmentNow, story } from '@/lib/testing/journey';
import { withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { transition } from './enrollment.repo';

withSandbox();

onEveryDatabase('an enrollment', () => {
  it('PU-04, CB-02: of writers that read the same version one wins, and the others leave nothing behind', async () => {
    const customer = await addTestCustomer();
    const seen = await enrollmentNow(customer, await begin(customer));
    const write = () =>
      database().transaction((tx) => transition(tx, seen, 'changed', new Date(), { sharedFields: ['name'] }));
    const ended = await Promise.allSettled(Array.from({ length: 10 }, write));
    const reasons = ended.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { code?: string }).code] : [],
    );
    expect(reasons).toEqual(Array.from({ length: 9 }, () => 'STALE'));
    const now = await enrollmentNow(customer, seen.id);
    expect(now.version).toBe(seen.version + 1);
    expect(await story(seen.id)).toEqual(['created', 'changed']);
  });

  it('AZ-02: is written for its owner only, even by who knows its id and version', async () => {
    const customer = await addTestCustomer();
    const stranger = await addTestCustomer();
    const seen = await enrollmentNow(customer, await begin(customer));
    const foreign = { ...seen, customerId: stranger.actor.customer.id };
    await expect(
      database().transaction((tx) => transition(tx, foreign, 'cancelled', new Date())),
    ).rejects.toMatchObject({ code: 'STALE' });
    expect((await enrollmentNow(customer, seen.id)).state).toBe('draft');
  });
});
