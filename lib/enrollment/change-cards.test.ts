import { beforeEach, expect, it } from 'vitest';
import { onOneDatabase } from '@/lib/testing/database';
import { APPROVED, begin, enrollmentNow, pushAndLeave, resultsQuery } from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { currentEnrollment } from './enrollment-view';
import { confirmCode } from './push-cards';
import { receiveReturn } from './receive-return';
import { changeCards } from './start-enrollment';
import { resendCode } from './step-up';

withSandbox();

onOneDatabase('other cards for a slip', () => {
  beforeEach(() => sandboxControl.reset());

  it('are taken while nothing is known of the first ones', async () => {
    const customer = await addTestCustomer([{}, { product: 'reserve' }]);
    const enrollmentId = await begin(customer, { cardIds: customer.cardIds.slice(0, 1) });
    await changeCards(customer.actor, enrollmentId, customer.cardIds);
    expect((await enrollmentNow(customer, enrollmentId)).cards).toHaveLength(2);
  });

  it('CB-03: never wipe out what was reported of a card, also when the second push did not leave the house', async () => {
    const customer = await addTestCustomer([{}, { product: 'reserve' }]);
    const { enrollmentId, flow, receipts } = await pushAndLeave(customer);
    const query = resultsQuery(receipts.slice(0, 1), APPROVED);
    await receiveReturn({ query, actor: customer.actor, flow });
    await customer.advance(16 * 60);
    const expired = await currentEnrollment(customer.actor, enrollmentId);
    expect(expired.state).toBe('expired');
    await resendCode(customer.actor, expired);
    await sandboxControl.outcome({ outcome: 'gateway-401', times: 1 });
    await confirmCode(customer.actor, enrollmentId, await customer.code());
    const again = await enrollmentNow(customer, enrollmentId);
    expect(again.state).toBe('consented');
    await expect(changeCards(customer.actor, enrollmentId, customer.cardIds.slice(1))).rejects.toMatchObject({
      code: 'STEP_SKIPPED',
    });
    expect(await enrollmentNow(customer, enrollmentId)).toEqual(again);
    expect(again.cards.map((card) => card.outcome)).toContain('approved');
  });
});
