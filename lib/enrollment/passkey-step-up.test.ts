import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { actorFromToken } from '@/lib/auth/actor';
import { addPasskey, enterAccountCode, newPasskeyOptions, sendAccountCode } from '@/lib/auth/add-passkey';
import { passkeysView, removePasskey } from '@/lib/auth/manage-passkeys';
import { assertionSchema, registrationSchema } from '@/lib/auth/passkey-response';
import { replaceSession } from '@/lib/auth/session';
import { database } from '@/lib/db/client';
import { passkeys, stepUps } from '@/lib/db/schema';
import { messagesOf } from '@/lib/demo/data.demo';
import { Authenticator } from '@/lib/testing/authenticator';
import { onOneDatabase } from '@/lib/testing/database';
import { auditOf, begin, consent, enrollmentNow, HARBOUR_MARKET, push } from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer, type TestCustomer } from '@/lib/testing/test-customer';
import { exportOf } from './customer-export';
import { offersPasskey } from './passkey-offer';
import { passkeyOptions } from './passkey-step-up';
import { confirmCode, confirmPush } from './push-cards';
import { changeCards } from './start-enrollment';
import { resendCode } from './step-up';

withSandbox();

const pushes = () => sandboxControl.journal({ op: 'push' });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

/** Adds a passkey as a person does: a code first, then the device. */
async function withPasskey(customer: TestCustomer, device = new Authenticator()): Promise<Authenticator> {
  await sendAccountCode(customer.actor);
  await enterAccountCode(customer.actor, await customer.code());
  const made = device.create(await newPasskeyOptions(customer.actor));
  await addPasskey(customer.actor, 'Phone', registrationSchema.parse(made));
  return device;
}

/** A customer with a passkey and a slip that waits for it. */
async function atConfirm(cards = 1) {
  const customer = await addTestCustomer(Array.from({ length: cards }, () => ({})));
  const device = await withPasskey(customer);
  const enrollmentId = await begin(customer, { cardIds: customer.cardIds.slice(0, 1) });
  await consent(customer, enrollmentId);
  const ask = async () => passkeyOptions(customer.actor, await enrollmentNow(customer, enrollmentId));
  const confirm = (signed: string, id = enrollmentId) =>
    codeOf(confirmPush(customer.actor, id, { by: 'passkey', response: assertionSchema.parse(signed) }));
  return { customer, device, enrollmentId, ask, confirm };
}

onOneDatabase('a passkey', () => {
  beforeEach(() => sandboxControl.reset());

  it('AU-11, GD-01, OP-01: stands in for the code: no code is sent, and it stands in the records', async () => {
    const { customer, device, enrollmentId, ask, confirm } = await atConfirm();
    const messages = await messagesOf(customer.actor.customer.id);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).toContain('to add a passkey');
    expect(await confirm(device.get(await ask()))).toBe('ok');
    expect((await enrollmentNow(customer, enrollmentId)).state).toBe('pushed');
    const [passkey] = await database().select().from(passkeys);
    expect(passkey).toMatchObject({ counter: 1, name: 'Phone' });
    expect(passkey?.lastUsedAt).not.toBeNull();
    expect(await database().select().from(stepUps)).toMatchObject([
      { method: 'passkey', passkeyId: passkey?.id, enrollmentId },
    ]);
    expect((await auditOf(enrollmentId)).slice(0, 3)).toEqual([
      'consent given',
      'step_up accepted',
      'push begun',
    ]);
    expect(await auditOf(passkey?.id ?? '')).toEqual(['passkey added']);
  });

  it('is offered once, after the first slip that a code sealed, and to nobody who has one', async () => {
    const customer = await addTestCustomer([{}, {}]);
    const offered = (id: string) => offersPasskey(customer.actor, id);
    const first = await push(customer, { cardIds: customer.cardIds.slice(0, 1) });
    const second = await push(customer, { cardIds: customer.cardIds.slice(1) });
    expect([await offered(first), await offered(second)]).toEqual([true, false]);
    await withPasskey(customer);
    expect(await offered(first)).toBe(false);
    expect((await exportOf(customer.actor)).passkeys).toMatchObject([{ name: 'Phone', lastUsedAt: null }]);
  });

  it('may always be left aside for a code', async () => {
    const { customer, device, enrollmentId, ask, confirm } = await atConfirm();
    const signed = device.get(await ask());
    await resendCode(customer.actor, await enrollmentNow(customer, enrollmentId));
    expect(await codeOf(confirmCode(customer.actor, enrollmentId, await customer.code()))).toBe('ok');
    expect(await confirm(signed)).toBe('ok');
    expect(await pushes()).toHaveLength(1);
  });

  it.each([
    ['another origin', { origin: 'https://partner-bank.example' }],
    ['the same host on another port', { origin: 'http://localhost:4000' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['another challenge', { challenge: Buffer.alloc(32, 1).toString('base64url') }],
    ['a registration instead of an answer', { type: 'webauthn.create' }],
    ['nobody verified by the device', { userVerified: false }],
    ['a credential that nobody has', { credentialId: Buffer.alloc(32, 2).toString('base64url') }],
  ])('AU-11: is refused with %s; the challenge is spent, a fresh one works', async (_title, twist) => {
    const { customer, device, enrollmentId, ask, confirm } = await atConfirm();
    const options = await ask();
    expect(await confirm(device.get(options, twist))).toBe('PASSKEY_REFUSED');
    expect(await confirm(device.get(options))).toBe('PASSKEY_REFUSED');
    expect((await enrollmentNow(customer, enrollmentId)).state).toBe('consented');
    expect(await pushes()).toHaveLength(0);
    expect(await auditOf(enrollmentId)).toContain('step_up passkey_refused');
    expect(await confirm(device.get(await ask()))).toBe('ok');
  });

  it('AU-11: somebody else’s is refused, with their own signature and with one under a name of ours', async () => {
    const [one, other] = [await atConfirm(), await atConfirm()];
    expect(await one.confirm(other.device.get(await one.ask()))).toBe('PASSKEY_REFUSED');
    const credentialId = one.device.credentialId;
    expect(await one.confirm(other.device.get(await one.ask(), { credentialId }))).toBe('PASSKEY_REFUSED');
    expect(await one.confirm(one.device.get(await other.ask()))).toBe('PASSKEY_REFUSED');
    expect(await one.confirm(one.device.get(await one.ask()), other.enrollmentId)).toBe('NOT_FOUND');
    expect(await pushes()).toHaveLength(0);
  });

  it('AU-11: is refused when it counts no further: a copy of the authenticator', async () => {
    const { device, customer, ask, confirm } = await atConfirm(2);
    expect(await confirm(device.get(await ask()))).toBe('ok');
    const second = await begin(customer, { cardIds: customer.cardIds.slice(1) });
    await consent(customer, second);
    const again = async () => passkeyOptions(customer.actor, await enrollmentNow(customer, second));
    for (const counter of [0, 1])
      expect(await confirm(device.get(await again(), { counter }), second)).toBe('PASSKEY_REFUSED');
    expect(await confirm(device.get(await again(), { counter: 7 }), second)).toBe('ok');
    expect((await database().select().from(passkeys))[0]?.counter).toBe(7);
  });

  it('AU-11: is void after any change of cards', async () => {
    const { customer, device, enrollmentId, ask, confirm } = await atConfirm(2);
    const signed = device.get(await ask());
    await changeCards(customer.actor, enrollmentId, customer.cardIds);
    expect(await confirm(signed)).toBe('ok');
    expect((await enrollmentNow(customer, enrollmentId)).state).toBe('draft');
    await consent(customer, enrollmentId);
    expect(await confirm(signed)).toBe('PASSKEY_REFUSED');
    expect(await pushes()).toHaveLength(0);
  });

  it('AU-11: fits what was agreed and nothing else, even where the row was changed behind its back', async () => {
    const { customer, device, ask, confirm, enrollmentId } = await atConfirm(2);
    for (const change of [
      sql`update enrollment_cards set card_id = ${customer.cardIds[1]}`,
      sql`update enrollments set token_requestor_id = ${HARBOUR_MARKET}`,
      sql`update enrollments set shared_fields = '["name"]'::jsonb`,
      sql`update enrollments set consent_id = 'another'`,
    ]) {
      const signed = device.get(await ask());
      await database().execute(change);
      expect(await confirm(signed)).toBe('PASSKEY_REFUSED');
    }
    expect((await enrollmentNow(customer, enrollmentId)).state).toBe('consented');
  });

  it('AU-11: its challenge lives five minutes', async () => {
    const { customer, device, ask, confirm } = await atConfirm();
    const signed = device.get(await ask());
    await customer.advance(5 * 60);
    expect(await confirm(signed)).toBe('PASSKEY_REFUSED');
  });

  it('AU-12: one signature sent twenty times at once makes one push; later it is worth nothing', async () => {
    const { device, customer, ask, confirm, enrollmentId } = await atConfirm();
    const signed = device.get(await ask());
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(signed)));
    expect(answers.every((answer) => answer === 'ok' || answer === 'STALE')).toBe(true);
    expect(await pushes()).toHaveLength(1);
    expect(await database().select().from(stepUps)).toHaveLength(1);
    await database().execute(sql`update enrollments set state = 'consented' where id = ${enrollmentId}`);
    expect(await confirm(signed)).toBe('PASSKEY_REFUSED');
    expect((await enrollmentNow(customer, enrollmentId)).state).toBe('consented');
  });

  it('AZ-04: no challenge is given for a slip that waits for none', async () => {
    const { customer } = await atConfirm();
    const draft = await begin(customer, { tokenRequestorId: HARBOUR_MARKET });
    expect(await codeOf(passkeyOptions(customer.actor, await enrollmentNow(customer, draft)))).toBe(
      'STEP_SKIPPED',
    );
  });

  describe('of one’s own', () => {
    const register = async (customer: TestCustomer, device: Authenticator, twist = {}) =>
      codeOf(
        addPasskey(
          customer.actor,
          'Key',
          registrationSchema.parse(device.create(await newPasskeyOptions(customer.actor), twist)),
        ),
      );

    it('AU-11: is added only shortly after a code, and in the session that entered it', async () => {
      const customer = await addTestCustomer();
      expect(await codeOf(newPasskeyOptions(customer.actor))).toBe('STEP_UP_NEEDED');
      await sendAccountCode(customer.actor);
      const wrong = String((Number(await customer.code()) + 1) % 1_000_000).padStart(6, '0');
      expect(await codeOf(enterAccountCode(customer.actor, wrong))).toBe('WRONG_CODE');
      expect(await codeOf(newPasskeyOptions(customer.actor))).toBe('STEP_UP_NEEDED');
      const code = await customer.code();
      await enterAccountCode(customer.actor, code);
      expect(await codeOf(enterAccountCode(customer.actor, code))).toBe('CODE_EXPIRED');
      const made = registrationSchema.parse(
        new Authenticator().create(await newPasskeyOptions(customer.actor)),
      );
      const signedInElsewhere = { ...customer.actor };
      await customer.advance(0);
      expect(customer.actor.sessionHash).not.toBe(signedInElsewhere.sessionHash);
      expect(await codeOf(newPasskeyOptions(customer.actor))).toBe('STEP_UP_NEEDED');
      expect(await codeOf(addPasskey(customer.actor, 'Key', made))).toBe('STEP_UP_NEEDED');
      expect(await codeOf(addPasskey(signedInElsewhere, 'Key', made))).toBe('ok');
    });

    it('AU-11: a code of another session adds none, and five minutes later nor does one’s own', async () => {
      const customer = await addTestCustomer();
      await sendAccountCode(customer.actor);
      const first = customer.actor;
      const code = await customer.code();
      await customer.advance(0);
      expect(await codeOf(enterAccountCode(customer.actor, code))).toBe('WRONG_CODE');
      await enterAccountCode(first, code);
      const late = { ...first, clock: () => new Date(Date.now() + 5 * 60_000) };
      expect(await codeOf(newPasskeyOptions(late))).toBe('STEP_UP_NEEDED');
    });

    it('AU-02, AU-11: the code of a slip opens this to the session’s new id, and not to a copy of the old cookie', async () => {
      const customer = await addTestCustomer();
      await push(customer);
      expect(await codeOf(newPasskeyOptions(customer.actor))).toBe('STEP_UP_NEEDED');
      const { sessionHash, customer: person, clock } = customer.actor;
      const token = await replaceSession(sessionHash, person.id, clock(), { codeVerified: true });
      const renewed = await actorFromToken(token ?? '');
      expect(await codeOf(newPasskeyOptions(customer.actor))).toBe('STEP_UP_NEEDED');
      expect(renewed === null ? null : await codeOf(newPasskeyOptions(renewed))).toBe('ok');
    });

    it.each([
      ['another origin', { origin: 'https://evil.example' }],
      ['another challenge', { challenge: Buffer.alloc(32, 1).toString('base64url') }],
      ['another relying party', { rpId: 'evil.example' }],
      ['nobody verified by the device', { userVerified: false }],
      ['an answer instead of a registration', { type: 'webauthn.get' }],
    ])('AU-11: is not added with %s', async (_title, twist) => {
      const customer = await addTestCustomer();
      await sendAccountCode(customer.actor);
      await enterAccountCode(customer.actor, await customer.code());
      expect(await register(customer, new Authenticator(), twist)).toBe('PASSKEY_REFUSED');
      expect(await database().select().from(passkeys)).toEqual([]);
    });

    it('AU-12: one registration sent ten times at once adds one', async () => {
      const customer = await addTestCustomer();
      await sendAccountCode(customer.actor);
      await enterAccountCode(customer.actor, await customer.code());
      const made = registrationSchema.parse(
        new Authenticator().create(await newPasskeyOptions(customer.actor)),
      );
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => codeOf(addPasskey(customer.actor, 'Key', made))),
      );
      expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1);
      expect(await database().select().from(passkeys)).toHaveLength(1);
    });

    it('is nobody else’s as well, and there are ten at most', async () => {
      const [one, other] = [await addTestCustomer(), await addTestCustomer()];
      const device = await withPasskey(one);
      await withPasskey(other);
      expect(await register(other, device)).toBe('PASSKEY_REFUSED');
      for (let more = 1; more < 10; more += 1) expect(await register(other, new Authenticator())).toBe('ok');
      expect(await codeOf(newPasskeyOptions(other.actor))).toBe('TOO_MANY_PASSKEYS');
      expect((await passkeysView(other.actor)).full).toBe(true);
    });

    it('AZ-02: is removed by its owner alone, for everybody else it is not there; then a code is asked for again', async () => {
      const { customer, device, ask, confirm } = await atConfirm();
      const stranger = await addTestCustomer();
      const [own] = (await passkeysView(customer.actor)).passkeys;
      const passkeyId = own?.passkeyId ?? '';
      const signed = device.get(await ask());
      expect(await codeOf(removePasskey(stranger.actor, passkeyId))).toBe('NOT_FOUND');
      expect(await codeOf(removePasskey(stranger.actor, 'no-such-passkey'))).toBe('NOT_FOUND');
      await removePasskey(customer.actor, passkeyId);
      expect(await auditOf(passkeyId)).toEqual(['passkey added', 'passkey removed']);
      expect(await confirm(signed)).toBe('PASSKEY_REFUSED');
      expect(await codeOf(ask())).toBe('PASSKEY_REFUSED');
    });
  });
});
