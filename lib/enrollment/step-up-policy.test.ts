import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { consents, stepUps } from '@/lib/db/schema';
import { messagesOf } from '@/lib/demo/data.demo';
import { decideStepUp, type StepUpPolicy } from '@/lib/domain/step-up-policy';
import { onOneDatabase } from '@/lib/testing/database';
import { auditOf, begin, consent, enrollmentNow, HARBOUR_MARKET, push, story } from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer, type TestCustomer } from '@/lib/testing/test-customer';
import { usePolicy, WAIVED_IN } from '@/lib/testing/use-policy';
import { agree } from './agree';
import { exportOf } from './customer-export';
import { confirmCode, confirmPush } from './push-cards';
import { settleOverdue } from './settle-overdue';
import { changeCards } from './start-enrollment';
import { confirmView, reviewView } from './wizard-view';

withSandbox();

const AGREEMENT = { by: 'agreement' } as const;
const pushes = () => sandboxControl.journal({ op: 'push' });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
const inNewZealand = (cards = 1) =>
  addTestCustomer(
    Array.from({ length: cards }, () => ({})),
    { country: 'NZL' },
  );
const agreeTo = async (customer: TestCustomer, enrollmentId: string) => {
  const enrollment = await enrollmentNow(customer, enrollmentId);
  const { version, consent: text } = await reviewView(customer.actor, enrollment);
  const agreement = { enrollmentId, version, consentVersion: text.version, agreed: true, keepPrivate: [] };
  return () => agree(customer.actor, agreement);
};

onOneDatabase('where the policy asks for nothing more', () => {
  beforeEach(async () => {
    await sandboxControl.reset();
    usePolicy(WAIVED_IN('NZL'));
  });
  afterEach(() => usePolicy(null));

  it('GD-01, OP-01: agreeing sends the cards, no code is sent, and rule and step-up stand in the records', async () => {
    const customer = await inNewZealand();
    const enrollmentId = await begin(customer);
    const click = await agreeTo(customer, enrollmentId);
    expect(await click()).toEqual({ state: 'pushed', stepUp: false });
    expect(await story(enrollmentId)).toEqual([
      'created',
      'consent_given',
      'step_up_waived',
      'receipts_returned',
    ]);
    expect(await messagesOf(customer.actor.customer.id)).toEqual([]);
    expect(await auditOf(enrollmentId)).toEqual([
      'consent given',
      'step_up waived',
      'push begun',
      'pan_used push',
      'push receipts',
    ]);
    const [record] = await database().select().from(consents);
    const [sealed] = await database().select().from(stepUps);
    expect(record?.stepUpRule).toBe('home');
    expect(sealed).toMatchObject({ consentId: record?.id, enrollmentId, method: 'agreement', rule: 'home' });
    expect((await exportOf(customer.actor)).consents).toMatchObject([
      { stepUpRule: 'home', sealedBy: [{ method: 'agreement', rule: 'home', stepUp: sealed?.id }] },
    ]);
    for (const change of [sql`update step_ups set method = 'code'`, sql`delete from step_ups`])
      expect(
        String(
          (
            (await database()
              .execute(change)
              .catch((e: unknown) => e)) as Error
          ).cause,
        ),
      ).toContain('append-only');
  });

  it('PU-04: twenty clicks on agree make one push', async () => {
    const customer = await inNewZealand();
    const enrollmentId = await begin(customer);
    const click = await agreeTo(customer, enrollmentId);
    const answers = await Promise.all(Array.from({ length: 20 }, () => codeOf(click())));
    expect(answers.every((answer) => answer === 'ok' || answer === 'STALE')).toBe(true);
    expect(await click()).toEqual({ state: 'pushed', stepUp: false });
    expect(await pushes()).toHaveLength(1);
    expect(await database().select().from(stepUps)).toHaveLength(1);
  });

  it('PU-05: agreeing on an old page sends nothing again, when other cards were agreed to meanwhile and have expired', async () => {
    const customer = await inNewZealand(2);
    const enrollmentId = await begin(customer, { cardIds: customer.cardIds.slice(0, 1) });
    const oldPage = await agreeTo(customer, enrollmentId);
    await changeCards(customer.actor, enrollmentId, customer.cardIds);
    await (
      await agreeTo(customer, enrollmentId)
    )();
    await customer.advance(16 * 60);
    await settleOverdue(customer.actor.customer.id);
    expect((await enrollmentNow(customer, enrollmentId)).state).toBe('expired');
    expect(await codeOf(oldPage())).toBe('STALE');
    expect(await pushes()).toHaveLength(1);
  });

  it('PU-04: twenty clicks on "send" after a push that was not sent make one more', async () => {
    const customer = await addTestCustomer([{ outcome: '401' }], { country: 'NZL' });
    const enrollmentId = await begin(customer);
    expect(await (await agreeTo(customer, enrollmentId))()).toEqual({ state: 'consented', stepUp: false });
    const view = await confirmView(customer.actor, await enrollmentNow(customer, enrollmentId));
    expect(view).toMatchObject({ challenge: null, stepUp: { required: false, because: 'market' } });
    const clicks = Array.from({ length: 20 }, () =>
      codeOf(confirmPush(customer.actor, enrollmentId, AGREEMENT)),
    );
    const answers = await Promise.all(clicks);
    expect(answers.every((answer) => answer === 'ok' || answer === 'STALE')).toBe(true);
    expect(await pushes()).toHaveLength(2);
  });

  it('AU-11: sends what was agreed and nothing else, even where the row was changed behind its back', async () => {
    const customer = await addTestCustomer([{ outcome: '401' }, {}], { country: 'NZL' });
    const enrollmentId = await begin(customer, { cardIds: customer.cardIds.slice(0, 1) });
    await (
      await agreeTo(customer, enrollmentId)
    )();
    await sandboxControl.reset();
    for (const [change, undo] of [
      [
        sql`update enrollment_cards set card_id = ${customer.cardIds[1]}`,
        sql`update enrollment_cards set card_id = ${customer.cardIds[0]}`,
      ],
      [
        sql`update enrollments set token_requestor_id = ${HARBOUR_MARKET}`,
        sql`update enrollments set token_requestor_id = '50123197928'`,
      ],
      [
        sql`update enrollments set shared_fields = '["name"]'::jsonb`,
        sql`update enrollments set shared_fields = '["name","address","email","mobile"]'::jsonb`,
      ],
    ] as const) {
      await database().execute(change);
      expect(await codeOf(confirmPush(customer.actor, enrollmentId, AGREEMENT))).toBe('STALE');
      await database().execute(undo);
    }
    expect(await pushes()).toHaveLength(0);
    expect(await codeOf(confirmPush(customer.actor, enrollmentId, AGREEMENT))).toBe('ok');
  });

  it('a slip that ran out is sent anew on request, recorded once more', async () => {
    const customer = await inNewZealand();
    const enrollmentId = await begin(customer);
    await (
      await agreeTo(customer, enrollmentId)
    )();
    await customer.advance(16 * 60);
    await settleOverdue(customer.actor.customer.id);
    expect(await confirmPush(customer.actor, enrollmentId, AGREEMENT)).toEqual({ state: 'pushed' });
    expect((await story(enrollmentId)).slice(-2)).toEqual(['pushed_again', 'receipts_returned']);
    expect(await database().select().from(stepUps)).toHaveLength(2);
  });

  it('AZ-04: three cards ask for a code after all, and an agreement alone does not send them', async () => {
    const customer = await inNewZealand(3);
    const enrollmentId = await begin(customer);
    expect(await (await agreeTo(customer, enrollmentId))()).toEqual({ state: 'consented', stepUp: true });
    expect(await codeOf(confirmPush(customer.actor, enrollmentId, AGREEMENT))).toBe('STEP_SKIPPED');
    const view = await confirmView(customer.actor, await enrollmentNow(customer, enrollmentId));
    expect(view.stepUp).toEqual({
      required: true,
      because: 'cards',
      country: 'New Zealand',
      cardsAtLeast: 3,
    });
    expect(await confirmCode(customer.actor, enrollmentId, await customer.code())).toEqual({
      state: 'pushed',
    });
    expect(await database().select().from(stepUps)).toMatchObject([
      { method: 'code', rule: 'several-cards' },
    ]);
  });

  it('AZ-04: the policy is asked again at the push: what held when the page was drawn does not count', async () => {
    const customer = await addTestCustomer([{ outcome: '401' }], { country: 'NZL' });
    const enrollmentId = await begin(customer);
    await (
      await agreeTo(customer, enrollmentId)
    )();
    await sandboxControl.reset();
    usePolicy(null);
    expect(await codeOf(confirmPush(customer.actor, enrollmentId, AGREEMENT))).toBe('STEP_SKIPPED');
    await database().execute(sql`update customers set country = 'IRL'`);
    expect(await pushes()).toHaveLength(0);
    expect((await enrollmentNow(customer, enrollmentId)).state).toBe('consented');
  });
});

onOneDatabase('no order of steps and no policy', () => {
  afterEach(() => usePolicy(null));

  it('AZ-04: lets cards go by an agreement alone where a step-up is required at the push', async () => {
    await sandboxControl.reset();
    const anyPolicy: fc.Arbitrary<StepUpPolicy> = fc.record({
      rules: fc.constantFrom(...[[], WAIVED_IN('GBR').rules, WAIVED_IN('NZL').rules]),
      otherwise: fc.constantFrom('required' as const, 'not_required' as const),
    });
    await fc.assert(
      fc.asyncProperty(
        anyPolicy,
        anyPolicy,
        fc.constantFrom('GBR', 'NZL', 'IRL'),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        async (atPage, atPush, country, cards, consented) => {
          usePolicy(null);
          const customer = await addTestCustomer(
            Array.from({ length: cards }, () => ({})),
            { country },
          );
          const enrollmentId = await begin(customer);
          if (consented) await consent(customer, enrollmentId);
          usePolicy(atPage);
          await reviewView(customer.actor, await enrollmentNow(customer, enrollmentId));
          usePolicy(atPush);
          await confirmPush(customer.actor, enrollmentId, AGREEMENT).catch(() => undefined);
          const { required } = decideStepUp(atPush, { country, cardCount: cards });
          const { state } = await enrollmentNow(customer, enrollmentId);
          expect(state).toBe(!consented ? 'draft' : required ? 'consented' : 'pushed');
        },
      ),
      { numRuns: 12 },
    );
  });

  it('GD-01: a code stands in the record with the rule that asked for it', async () => {
    const customer = await addTestCustomer();
    await push(customer);
    expect((await exportOf(customer.actor)).consents).toMatchObject([
      { stepUpRule: 'otherwise', sealedBy: [{ method: 'code', rule: 'otherwise' }] },
    ]);
  });
});
