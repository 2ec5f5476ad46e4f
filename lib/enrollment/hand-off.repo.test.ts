import { expect, it } from 'vitest';
import { keyId, sealedWith } from '@/lib/sealing/seal';
import { onEveryDatabase } from '@/lib/testing/database';
import {
  APPROVED,
  begin,
  consent,
  enrollmentNow,
  push,
  pushAndLeave,
  resultsQuery,
} from '@/lib/testing/journey';
import { withSandbox } from '@/lib/testing/portal-under-test';
import { forgetPreviousKeys, newDataKey } from '@/lib/testing/rotate-key';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { resealCards } from '@/lib/core-banking/reseal-cards';
import { resealHandOffs } from './hand-off.repo';
import { leave } from './leave';
import { resealParkedReturns } from './parked-return.repo';
import { confirmCode } from './push-cards';
import { applyParkedReturn, receiveReturn } from './receive-return';

withSandbox();

onEveryDatabase('a rotation in the middle of a journey', () => {
  it('PD-01: loses no code, no hand-off and no parked return', async () => {
    const waiting = await addTestCustomer();
    const consented = await begin(waiting);
    await consent(waiting, consented);
    const code = await waiting.code();
    const pushed = await addTestCustomer();
    const pushedId = await push(pushed);
    const away = await addTestCustomer();
    const { enrollmentId, flow, receipts } = await pushAndLeave(away);
    await receiveReturn({ query: resultsQuery(receipts, APPROVED), actor: null, flow });

    newDataKey();
    expect(await confirmCode(waiting.actor, consented, code)).toEqual({ state: 'pushed' });
    expect(await resealCards()).toBe(3);
    expect(await resealHandOffs()).toBe(2);
    expect(await resealParkedReturns()).toBe(1);
    expect((await resealHandOffs()) + (await resealParkedReturns())).toBe(0);

    const putBack = forgetPreviousKeys();
    const { handOffSealed } = await enrollmentNow(pushed, pushedId);
    expect(handOffSealed && sealedWith(handOffSealed)).toBe(keyId());
    expect((await leave(pushed.actor, pushedId, undefined)).url).toContain('/provision?');
    await applyParkedReturn(away.actor, flow);
    expect((await enrollmentNow(away, enrollmentId)).state).toBe('reported');
    putBack();
  });
});
