import { beforeEach, describe, expect, it } from 'vitest';
import { onEveryDatabase } from '@/lib/testing/database';
import { auditOf, enrollmentNow, HARBOUR_MARKET, push, pushAndLeave, story } from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer } from '@/lib/testing/test-customer';

withSandbox();

onEveryDatabase('a push', () => {
  beforeEach(() => sandboxControl.reset());

  describe('that goes well', () => {
    it('is sent once, signed, and leaves with the signature exactly as MDES made it', async () => {
      const customer = await addTestCustomer([{}, { product: 'reserve' }]);
      const { enrollmentId, url } = await pushAndLeave(customer);
      expect(await story(enrollmentId)).toEqual([
        'created',
        'consent_given',
        'verified',
        'receipts_returned',
        'left',
      ]);
      const [sent] = await sandboxControl.journal({ op: 'push' });
      const signature = (JSON.parse(sent?.answer.body ?? '{}') as { signature?: string }).signature;
      const target = new URL(url);
      expect(target.origin + target.pathname).toBe(`${sandboxControl.origin()}/provision`);
      expect([...target.searchParams]).toEqual([
        ['pushAccountData', signature],
        ['locale', 'en_GB'],
        ['extFlow', 'true'],
      ]);
      expect(await auditOf(enrollmentId)).toEqual([
        'consent given',
        'step_up sent',
        'push begun',
        'pan_used push',
        'push receipts',
        'leave ok',
      ]);
      expect((await fetch(url)).status).toBe(200);
      expect((await enrollmentNow(customer, enrollmentId)).state).toBe('with_token_requestor');
    });
    it('leaves unsigned where the token requestor checks no signature, parameters in the order of the sample', async () => {
      const customer = await addTestCustomer();
      const { url, receipts } = await pushAndLeave(customer, { tokenRequestorId: HARBOUR_MARKET });
      expect([...new URL(url).searchParams]).toEqual([
        ['pushAccountReceipts', receipts.join(',')],
        ['accountHolderDataSupplied', 'true'],
        ['locale', 'en_GB'],
        ['completeIssuerAppActivation', 'false'],
        ['completeWebsiteActivation', 'false'],
        ['callbackURL', 'http://localhost:3000/tokenization-results'],
      ]);
    });
  });
  void push;
});
