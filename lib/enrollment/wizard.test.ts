import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { consents } from '@/lib/db/schema';
import { sha256 } from '@/lib/sealing/seal';
import { onOneDatabase } from '@/lib/testing/database';
import { auditOf, begin, consent, enrollmentNow, HARBOUR_MARKET, push, story } from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer, type TestCustomer } from '@/lib/testing/test-customer';
import { agree, type Agreement } from './agree';
import { cancelEnrollment } from './cancel-enrollment';
import { leave } from './leave';
import { confirmCode, pushAgain } from './push-cards';
import { changeCards, startAgain, startEnrollment } from './start-enrollment';
import { resendCode } from './step-up';
import { confirmView, reviewView } from './wizard-view';

withSandbox();

const clickToPay = () => config().clickToPayTokenRequestorId;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
const agreement = async (customer: TestCustomer, enrollmentId: string): Promise<Agreement> => {
  const { version, consent: text } = await reviewView(
    customer.actor,
    await enrollmentNow(customer, enrollmentId),
  );
  return { enrollmentId, version, consentVersion: text.version, agreed: true, keepPrivate: [] };
};
const anotherCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

onOneDatabase('the wizard', () => {
  describe('choosing', () => {
    it.each([
      ['no card', () => [], 'NO_CARD_CHOSEN'],
      ['a card twice', (ids: string[]) => [ids[0] ?? '', ids[0] ?? ''], 'INVALID_INPUT'],
      ['a card that does not exist', () => ['nothing'], 'NOT_FOUND'],
      ['more cards than it takes', (ids: string[]) => ids, 'TOO_MANY_CARDS'],
      ['a blocked card', (ids: string[]) => [ids[4] ?? ''], 'CARD_NOT_ELIGIBLE'],
      ['a card of a range that nobody enabled', (ids: string[]) => [ids[5] ?? ''], 'CARD_NOT_ELIGIBLE'],
      ['an expired card', (ids: string[]) => [ids[3] ?? ''], 'CARD_NOT_ELIGIBLE'],
      ['a good card', (ids: string[]) => [ids[0] ?? ''], 'ok'],
    ])('%s is answered by its name', async (_title, pick, code) => {
      const { actor, cardIds } = await addTestCustomer([
        {},
        {},
        {},
        { expiry: '01/26' },
        { status: 'blocked' },
        { eligible: false },
      ]);
      const choice = { tokenRequestorId: clickToPay(), cardIds: pick(cardIds) };
      expect(await codeOf(startEnrollment(actor, choice))).toBe(code);
    });

    it('takes one card where the token requestor takes one, and none for an app or for a stranger to MDES', async () => {
      const { actor, cardIds } = await addTestCustomer([{}, {}]);
      const start = (tokenRequestorId: string, ids = cardIds) =>
        codeOf(startEnrollment(actor, { tokenRequestorId, cardIds: ids }));
      expect(await start(HARBOUR_MARKET)).toBe('TOO_MANY_CARDS');
      expect(await start(HARBOUR_MARKET, cardIds.slice(0, 1))).toBe('ok');
      expect(await start('50123456801')).toBe('NOT_FOUND');
      expect(await start('00000000000')).toBe('NOT_FOUND');
    });

    it('starts again with the cards that are not saved', async () => {
      const customer = await addTestCustomer([{ outcome: '301' }, { product: 'together', outcome: '302' }]);
      const enrollmentId = await push(customer);
      const again = await startAgain(customer.actor, enrollmentId);
      expect((await enrollmentNow(customer, again)).cards.map(({ cardId }) => cardId)).toEqual(
        customer.cardIds,
      );
      expect(await codeOf(startAgain(customer.actor, again))).toBe('STEP_SKIPPED');
    });
  });

  describe('consent', () => {
    it('GD-01: is kept with the text that was shown, its hash, cards, fields, session and time, and cannot be changed', async () => {
      const customer = await addTestCustomer();
      const enrollmentId = await begin(customer);
      const review = await reviewView(customer.actor, await enrollmentNow(customer, enrollmentId));
      await consent(customer, enrollmentId, ['email']);
      const [record] = await database().select().from(consents);
      expect(record).toMatchObject({
        enrollmentId,
        customerId: customer.actor.customer.id,
        sessionHash: customer.actor.sessionHash,
        text: review.consent.text,
        textHash: sha256(review.consent.text),
        version: review.consent.version,
        locale: 'en_GB',
        tokenRequestorId: clickToPay(),
        cardIds: customer.cardIds,
        fields: ['name', 'address', 'mobile'],
      });
      const failed = await database()
        .execute(sql`update consents set text = 'something else'`)
        .catch((e: unknown) => e);
      expect(String((failed as Error).cause)).toContain('append-only');
    });

    it('GD-04: offers what the token requestor accepts and the bank has', async () => {
      const customer = await addTestCustomer();
      const harbour = await enrollmentNow(
        customer,
        await begin(customer, { tokenRequestorId: HARBOUR_MARKET }),
      );
      expect((await reviewView(customer.actor, harbour)).fields.map(({ field }) => field)).toEqual([
        'name',
        'email',
      ]);
      const pay = await enrollmentNow(customer, await begin(customer));
      expect((await reviewView(customer.actor, pay)).fields.map(({ field }) => field)).toEqual([
        'name',
        'address',
        'email',
        'mobile',
      ]);
    });

    it('GD-02: is refused without the tick, for another version of the enrollment, for another text, and for a stranger', async () => {
      const customer = await addTestCustomer();
      const stranger = await addTestCustomer();
      const enrollmentId = await begin(customer);
      const given = await agreement(customer, enrollmentId);
      const attempt = (change: Partial<typeof given>) =>
        codeOf(agree(customer.actor, { ...given, ...change }));
      expect(await attempt({ agreed: false })).toBe('CONSENT_MISSING');
      expect(await attempt({ version: given.version + 1 })).toBe('STALE');
      expect(await attempt({ consentVersion: '0' })).toBe('STALE');
      expect(await codeOf(agree(stranger.actor, given))).toBe('NOT_FOUND');
      expect((await enrollmentNow(customer, enrollmentId)).state).toBe('draft');
      expect(await database().select().from(consents)).toEqual([]);
      expect(await attempt({})).toBe('ok');
    });

    it('PU-05, PU-04: that is sent twice is one; with other fields, another text or after a change of cards it is refused', async () => {
      const customer = await addTestCustomer([{}, {}]);
      const enrollmentId = await begin(customer, { cardIds: customer.cardIds.slice(0, 1) });
      const given = await agreement(customer, enrollmentId);
      const attempt = (change: Partial<typeof given> = {}) =>
        codeOf(agree(customer.actor, { ...given, ...change }));
      expect(await Promise.all([attempt(), attempt(), attempt()])).toEqual(['ok', 'ok', 'ok']);
      expect(await attempt()).toBe('ok');
      expect(await story(enrollmentId)).toEqual(['created', 'consent_given']);
      expect(await auditOf(enrollmentId)).toEqual(['consent given', 'step_up sent']);
      expect(await attempt({ keepPrivate: ['email'] })).toBe('STALE');
      expect(await attempt({ consentVersion: '0' })).toBe('STALE');
      expect(await enrollmentNow(customer, enrollmentId)).toMatchObject({
        version: given.version + 1,
        sharedFields: ['name', 'address', 'email', 'mobile'],
      });
      await changeCards(customer.actor, enrollmentId, customer.cardIds);
      expect(await attempt()).toBe('STALE');
      expect((await enrollmentNow(customer, enrollmentId)).state).toBe('draft');
    });
  });

  describe('the code', () => {
    beforeEach(() => sandboxControl.reset());
    const consented = async (cards = 1) => {
      const customer = await addTestCustomer(Array.from({ length: cards }, () => ({})));
      const enrollmentId = await begin(customer, { cardIds: customer.cardIds.slice(0, 1) });
      await consent(customer, enrollmentId);
      const attempt = (code: string) => codeOf(confirmCode(customer.actor, enrollmentId, code));
      return { customer, enrollmentId, attempt, code: await customer.code() };
    };

    it('AU-12: allows five tries, also when they are made at once, and then not even the right one', async () => {
      const { customer, enrollmentId, attempt, code } = await consented();
      const wrong = anotherCode(code);
      const answers = await Promise.all(Array.from({ length: 30 }, () => attempt(wrong)));
      expect(answers.filter((answer) => answer === 'WRONG_CODE')).toHaveLength(4);
      expect(answers.filter((answer) => answer === 'CODE_EXPIRED')).toHaveLength(26);
      expect(await attempt(code)).toBe('CODE_EXPIRED');
      expect((await enrollmentNow(customer, enrollmentId)).state).toBe('consented');
      expect(await sandboxControl.journal({ op: 'push' })).toHaveLength(0);
    });

    it('says how many tries are left', async () => {
      const { customer, enrollmentId, code } = await consented();
      const failed: unknown = await confirmCode(customer.actor, enrollmentId, anotherCode(code)).catch(
        (e: unknown) => e,
      );
      expect(failed).toMatchObject({ code: 'WRONG_CODE', triesLeft: 4 });
      const view = await confirmView(customer.actor, await enrollmentNow(customer, enrollmentId));
      expect(view.challenge?.triesLeft).toBe(4);
    });

    it('AU-11: is void after any change of cards, and the steps begin anew', async () => {
      const { customer, enrollmentId, attempt, code } = await consented(2);
      await changeCards(customer.actor, enrollmentId, customer.cardIds);
      expect(await attempt(code)).toBe('ok');
      expect(await enrollmentNow(customer, enrollmentId)).toMatchObject({
        state: 'draft',
        consentId: null,
        sharedFields: null,
      });
      await consent(customer, enrollmentId);
      expect(await attempt(code)).not.toBe('ok');
      expect(await sandboxControl.journal({ op: 'push' })).toHaveLength(0);
    });

    it('AU-11: fits what was agreed and nothing else, even where the row was changed behind its back', async () => {
      const { customer, enrollmentId, attempt, code } = await consented(2);
      for (const change of [
        sql`update enrollment_cards set card_id = ${customer.cardIds[1]}`,
        sql`update enrollments set token_requestor_id = ${HARBOUR_MARKET}`,
        sql`update enrollments set shared_fields = '["name"]'::jsonb`,
        sql`update enrollments set consent_id = 'another'`,
      ]) {
        await database().execute(sql`update challenges set tries_left = 5`);
        await database().execute(change);
        expect(await attempt(code)).toBe('WRONG_CODE');
      }
      expect((await enrollmentNow(customer, enrollmentId)).state).toBe('consented');
    });

    it('AU-11: lives five minutes', async () => {
      const { customer, attempt, code } = await consented();
      await customer.advance(5 * 60);
      expect(await attempt(code)).toBe('CODE_EXPIRED');
      await customer.advance(-60);
      expect(await attempt(code)).toBe('ok');
    });

    it('is replaced by a new one: not within half a minute, six an hour, and only the newest counts', async () => {
      const { customer, enrollmentId, attempt, code } = await consented();
      const again = async () =>
        codeOf(resendCode(customer.actor, await enrollmentNow(customer, enrollmentId)));
      expect(await again()).toBe('TOO_MANY_CODES');
      for (let sent = 1; sent < 6; sent += 1) {
        await customer.advance(31);
        expect(await again()).toBe('ok');
      }
      await customer.advance(31);
      expect(await again()).toBe('TOO_MANY_CODES');
      const newest = await customer.code();
      if (newest !== code) expect(await attempt(code)).toBe('WRONG_CODE');
      expect(await attempt(newest)).toBe('ok');
    });

    it('is somebody else’s code nowhere', async () => {
      const [one, other] = [await consented(), await consented()];
      if (one.code !== other.code) expect(await one.attempt(other.code)).toBe('WRONG_CODE');
      expect(await codeOf(confirmCode(other.customer.actor, one.enrollmentId, one.code))).toBe('NOT_FOUND');
    });
  });

  describe('steps', () => {
    beforeEach(() => sandboxControl.reset());

    it('AZ-04: cannot be skipped, in whatever order they are tried', async () => {
      const customer = await addTestCustomer();
      const other = await addTestCustomer();
      const { actor } = customer;
      const steps: Record<string, (id: string) => Promise<unknown>> = {
        confirm: (id) => confirmCode(actor, id, '123456'),
        pushAgain: (id) => pushAgain(actor, id),
        leave: (id) => leave(actor, id, undefined),
        resend: async (id) => resendCode(actor, await enrollmentNow(customer, id)),
        startAgain: (id) => startAgain(actor, id),
        strangerCancels: (id) => cancelEnrollment(other.actor, id),
        strangerChanges: (id) => changeCards(other.actor, id, other.cardIds),
      };
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 1, maxLength: 4 }),
          async (order) => {
            const enrollmentId = await begin(customer);
            for (const step of order) await steps[step]?.(enrollmentId).catch(() => undefined);
            expect(await enrollmentNow(customer, enrollmentId)).toMatchObject({
              state: 'draft',
              version: 1,
              requestId: null,
            });
            expect(await story(enrollmentId)).toEqual(['created']);
          },
        ),
        { numRuns: 25 },
      );
      expect(await sandboxControl.journal({ op: 'push' })).toHaveLength(0);
    });

    describe('cancelling at the bank', () => {
      it('is possible before the push and while away, once, and deletes the hand-off', async () => {
        const customer = await addTestCustomer();
        for (const enrollmentId of [await begin(customer), await push(customer)]) {
          await cancelEnrollment(customer.actor, enrollmentId);
          await cancelEnrollment(customer.actor, enrollmentId);
          expect(await enrollmentNow(customer, enrollmentId)).toMatchObject({
            state: 'cancelled',
            handOffSealed: null,
            cards: [{ outcome: 'cancelled' }],
          });
          expect((await story(enrollmentId)).filter((event) => event === 'cancelled')).toHaveLength(1);
        }
      });

      it('is not possible once it is settled', async () => {
        const customer = await addTestCustomer([{ outcome: '301' }]);
        expect(await codeOf(cancelEnrollment(customer.actor, await push(customer)))).toBe('STEP_SKIPPED');
      });
    });
  });
});
