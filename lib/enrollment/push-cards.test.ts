import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { onOneDatabase } from '@/lib/testing/database';
import {
  APPROVED,
  auditOf,
  begin,
  consent,
  enrollmentNow,
  HARBOUR_MARKET,
  push,
  pushAndLeave,
  resultsQuery,
  story,
} from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer, type TestCustomer } from '@/lib/testing/test-customer';
import { confirmCode, pushAgain } from './push-cards';
import { receiveReturn } from './receive-return';
import { startEnrollment } from './start-enrollment';
import { resendCode } from './step-up';

withSandbox();

const pushes = () => sandboxControl.journal({ op: 'push' });
const outcomesOf = async (customer: TestCustomer, enrollmentId: string) =>
  (await enrollmentNow(customer, enrollmentId)).cards.map(({ outcome, reasonCode }) => [outcome, reasonCode]);

onOneDatabase('a push', () => {
  beforeEach(() => sandboxControl.reset());

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
    const sent = await pushes();
    expect(sent).toHaveLength(1);
    const { signature } = JSON.parse(sent[0]?.answer.body ?? '{}') as { signature?: string };
    const target = new URL(url);
    expect(target.origin + target.pathname).toBe(`${sandboxControl.origin()}/provision`);
    expect([...target.searchParams]).toEqual([
      ['pushAccountData', signature],
      ['locale', 'en_GB'],
      ['extFlow', 'true'],
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
    expect((await fetch(url)).status).toBe(200);
  });

  it('OP-01: leaves its trace in the audit in the order of the acts', async () => {
    const customer = await addTestCustomer();
    const { enrollmentId, flow, receipts } = await pushAndLeave(customer);
    const { actor } = customer;
    await receiveReturn({ query: resultsQuery(receipts, APPROVED), actor, flow });
    expect(await auditOf(enrollmentId)).toEqual([
      'consent given',
      'step_up sent',
      'step_up accepted',
      'push begun',
      'pan_used push',
      'push receipts',
      'leave ok',
      'callback applied',
    ]);
  });

  it('GD-04: sends the fields that were agreed and no other', async () => {
    const customer = await addTestCustomer();
    await push(customer, { keepPrivate: ['address', 'mobile'] });
    const [sent] = await pushes();
    const [account] = sent?.bodyDecrypted as { fundingAccountData: { accountHolderData: object } }[];
    expect(Object.keys(account?.fundingAccountData.accountHolderData ?? {}).sort()).toEqual([
      'accountHolderEmailAddress',
      'accountHolderName',
    ]);
  });

  it('PU-02: names the configured callback', async () => {
    await push(await addTestCustomer());
    const [sent] = await pushes();
    expect(JSON.parse(sent?.bodyAsSent ?? '{}')).toMatchObject({
      signatureData: { callbackURL: 'http://localhost:3000/tokenization-results' },
    });
  });

  it('of which MDES takes one card of two goes on with that one', async () => {
    const customer = await addTestCustomer([{}, { product: 'together', outcome: '301' }]);
    const enrollmentId = await push(customer);
    expect((await enrollmentNow(customer, enrollmentId)).state).toBe('pushed');
    expect(await outcomesOf(customer, enrollmentId)).toEqual([
      ['pushed', null],
      ['refused', 'ACCOUNT_INELIGIBLE'],
    ]);
  });

  it('of which MDES takes no card is rejected, card by card with its reason', async () => {
    const customer = await addTestCustomer([{ outcome: '301' }, { product: 'together', outcome: '302' }]);
    const enrollmentId = await push(customer);
    expect(await enrollmentNow(customer, enrollmentId)).toMatchObject({
      state: 'rejected',
      handOffSealed: null,
    });
    expect(await outcomesOf(customer, enrollmentId)).toEqual([
      ['refused', 'ACCOUNT_INELIGIBLE'],
      ['refused', 'INTERNAL_SERVICE_FAILURE'],
    ]);
  });

  it.each([
    ['400', 'a refusal of our keys inside a 200', 'consented', 'unauthorized', 1],
    ['401', 'a gateway that says no', 'consented', 'unauthorized', 1],
    ['403', 'a gateway that knows no such key', 'consented', 'unauthorized', 1],
    ['429', 'too many calls', 'consented', 'unavailable', 3],
    ['500', 'a server error', 'unknown', 'unavailable', 1],
    ['503', 'a busy moment', 'pushed', null, 2],
    ['504', 'a backend that does not answer', 'unknown', 'unavailable', 1],
    ['601', 'a web page', 'unknown', 'malformed', 1],
    ['602', 'half an answer', 'unknown', 'malformed', 1],
    ['603', 'a hostile address', 'rejected', 'hostile_uri', 1],
    ['604', 'a missing signature', 'unknown', 'malformed', 1],
    ['605', 'a broken signature', 'rejected', 'signature_invalid', 1],
    ['606', 'a foreign receipt', 'pushed', null, 1],
  ])('PU-06, PU-08: %s, %s, is %s', async (outcome, _title, state, failure, calls) => {
    const customer = await addTestCustomer([{ outcome }]);
    const enrollmentId = await push(customer);
    expect(await enrollmentNow(customer, enrollmentId)).toMatchObject({ state, failure });
    expect(await pushes()).toHaveLength(calls);
    expect((await enrollmentNow(customer, enrollmentId)).handOffSealed === null).toBe(state !== 'pushed');
  });

  it('F12, PU-08: of which MDES refuses the whole is rejected, with the reason at every card', async () => {
    const customer = await addTestCustomer([{}, { product: 'reserve' }]);
    await sandboxControl.outcome({ outcome: 'call-ineligible' });
    const enrollmentId = await push(customer);
    expect(await enrollmentNow(customer, enrollmentId)).toMatchObject({
      state: 'rejected',
      failure: 'rejected',
    });
    expect(await outcomesOf(customer, enrollmentId)).toEqual([
      ['refused', 'ACCOUNT_INELIGIBLE'],
      ['refused', 'ACCOUNT_INELIGIBLE'],
    ]);
  });

  it('PU-09: drops a receipt that answers for nothing of ours and audits that', async () => {
    const customer = await addTestCustomer([{ outcome: '606' }]);
    const enrollmentId = await push(customer);
    expect((await enrollmentNow(customer, enrollmentId)).cards).toHaveLength(1);
    expect(await auditOf(enrollmentId)).toContain('push alien_receipt');
  });

  it('AU-12: that was not sent may be confirmed again with a new code, and not with the one that was accepted', async () => {
    const customer = await addTestCustomer([{ outcome: '401' }]);
    const enrollmentId = await push(customer);
    const first = await customer.code();
    expect(await confirmCode(customer.actor, enrollmentId, first).catch((e: unknown) => e)).toMatchObject({
      code: 'CODE_EXPIRED',
    });
    await resendCode(customer.actor, await enrollmentNow(customer, enrollmentId));
    await confirmCode(customer.actor, enrollmentId, await customer.code());
    expect(await pushes()).toHaveLength(2);
  });

  it('PU-03: is committed as an intent before the call leaves', async () => {
    const customer = await addTestCustomer([{ outcome: '504' }]);
    const enrollmentId = await begin(customer);
    await consent(customer, enrollmentId);
    const pushing = confirmCode(customer.actor, enrollmentId, await customer.code());
    await expect
      .poll(async () => (await enrollmentNow(customer, enrollmentId)).state, { interval: 20 })
      .toBe('pushing');
    const intent = await enrollmentNow(customer, enrollmentId);
    expect(intent.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(intent.cards[0]?.pushAccountId).toMatch(/^[0-9a-f-]{36}$/);
    await pushing;
    expect(await sandboxControl.journal({ op: 'push', requestId: intent.requestId ?? '' })).toHaveLength(1);
  });

  it('PU-04, AU-12: twenty clicks with the right code make one push, and all are told how it stands', async () => {
    const customer = await addTestCustomer();
    const enrollmentId = await begin(customer);
    await consent(customer, enrollmentId);
    const code = await customer.code();
    const clicks = Array.from({ length: 20 }, () => confirmCode(customer.actor, enrollmentId, code));
    const states = new Set((await Promise.all(clicks)).map(({ state }) => state));
    expect([...states]).toEqual(['pushed']);
    expect((await enrollmentNow(customer, enrollmentId)).state).toBe('pushed');
    expect(await pushes()).toHaveLength(1);
    expect((await confirmCode(customer.actor, enrollmentId, '000000')).state).toBe('pushed');
  });

  it('OP-03: does not happen when the audit cannot be written', async () => {
    const customer = await addTestCustomer();
    const enrollmentId = await begin(customer);
    await consent(customer, enrollmentId);
    const code = await customer.code();
    await database().execute(sql`
      create or replace function no_audit() returns trigger language plpgsql as
      $$ begin raise exception 'disk full'; end $$`);
    for (const action of ['push', 'pan_used']) {
      const trigger = `create trigger no_audit before insert on audit_events for each row when (new.action = '${action}') execute function no_audit()`;
      await database().execute(sql.raw(trigger));
      const failed = await confirmCode(customer.actor, enrollmentId, code).catch((e: unknown) => e);
      await database().execute(sql`drop trigger no_audit on audit_events`);
      expect(failed).toBeInstanceOf(Error);
      expect((await enrollmentNow(customer, enrollmentId)).state).toBe('consented');
      expect(await pushes()).toHaveLength(0);
    }
  });

  it('AZ-05: refuses a card that was blocked after it had been chosen', async () => {
    const customer = await addTestCustomer();
    const enrollmentId = await begin(customer);
    await consent(customer, enrollmentId);
    await database().execute(sql`update cards set status = 'blocked'`);
    const code = await customer.code();
    await expect(confirmCode(customer.actor, enrollmentId, code)).rejects.toMatchObject({
      code: 'CARD_NOT_ELIGIBLE',
    });
    expect(await pushes()).toHaveLength(0);
  });

  it('AZ-02: answers for a stranger exactly as for nothing', async () => {
    const [owner, stranger] = [await addTestCustomer(), await addTestCustomer()];
    const enrollmentId = await begin(owner);
    await consent(owner, enrollmentId);
    const code = await owner.code();
    for (const attempt of [
      () => confirmCode(stranger.actor, enrollmentId, code),
      () => confirmCode(stranger.actor, 'no-such-enrollment', code),
      () => pushAgain(stranger.actor, enrollmentId),
      () => startEnrollment(stranger.actor, { tokenRequestorId: HARBOUR_MARKET, cardIds: owner.cardIds }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await pushes()).toHaveLength(0);
  });
});
