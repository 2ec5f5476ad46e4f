import { describe, beforeEach, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { loadCardsPage, loadChoose, loadWallets } from '@/lib/cards/cards-view';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { onOneDatabase } from '@/lib/testing/database';
import {
  APPROVED,
  begin,
  consent,
  enrollmentNow,
  HARBOUR_MARKET,
  push,
  pushAndLeave,
  receiptsOf,
  resultsQuery,
} from '@/lib/testing/journey';
import { collectLogLines } from '@/lib/testing/log-lines';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer, type TestCustomer } from '@/lib/testing/test-customer';
import { loadActivity, loadActivityDetail } from './activity-view';
import { cancelEnrollment } from './cancel-enrollment';
import { loadLeave, loadOutcome } from './enrollment-view';
import { receiveReturn } from './receive-return';
import { confirmView, reviewView } from './wizard-view';

withSandbox();
const lines = collectLogLines();

/** Everything that any screen or endpoint may show of this customer and enrollment. */
async function everythingShown(customer: TestCustomer, enrollmentId: string): Promise<string> {
  const { actor } = customer;
  const enrollment = await enrollmentNow(customer, enrollmentId);
  const shown = [
    await loadCardsPage(actor),
    await loadWallets(actor),
    await loadChoose(actor, enrollment.tokenRequestorId, customer.cardIds, enrollmentId),
    await reviewView(actor, enrollment),
    await confirmView(actor, enrollment),
    await loadLeave(actor, enrollment),
    await loadOutcome(actor, enrollmentId),
    await loadActivity(actor),
    await loadActivityDetail(actor, enrollmentId),
  ];
  return JSON.stringify(shown);
}

/** A text in the forms in which it could slip out. */
const forms = (secret: string) => [
  secret,
  secret.replace(/(.{4})(?=.)/g, '$1 '),
  secret.replace(/(.{4})(?=.)/g, '$1-'),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('hex'),
  encodeURIComponent(secret),
];

onOneDatabase('the views', () => {
  describe('what screens are given', () => {
    beforeEach(() => sandboxControl.reset());

    it('PD-03, PD-04: holds no card number, receipt or token unique reference, and nor do log lines', async () => {
      const customer = await addTestCustomer([
        {},
        { product: 'reserve' },
        { product: 'together', outcome: '301' },
      ]);
      const { enrollmentId, flow } = await pushAndLeave(customer);
      const secrets = [...customer.pans, ...(await receiptsOf(customer, enrollmentId)), APPROVED.slice(9)];
      const internal = (await enrollmentNow(customer, enrollmentId)).cards.map(
        (card) => card.pushAccountId ?? '',
      );
      let shown = await everythingShown(customer, enrollmentId);
      const receipts = await receiptsOf(customer, enrollmentId);
      const one = { actor: customer.actor, flow };
      await receiveReturn({ ...one, query: resultsQuery(receipts.slice(0, 1), APPROVED) });
      shown += await everythingShown(customer, enrollmentId);
      await receiveReturn({ ...one, query: resultsQuery(receipts, APPROVED) });
      await receiveReturn({ ...one, query: resultsQuery(receipts, 'DECLINED') });
      shown += await everythingShown(customer, enrollmentId);
      expect(shown).toContain(customer.pans[0]?.slice(-4));
      for (const secret of [...secrets, ...internal])
        for (const form of forms(secret)) expect(shown).not.toContain(form);
      const said = lines.join('');
      expect(said).toContain('push.recorded');
      const person = [customer.username, 'Robin', 'Tester', '7700900111', 'Test Street', 'example.com'];
      for (const secret of [...secrets, ...person])
        for (const form of forms(secret)) expect(said).not.toContain(form);
    });

    it('PD-01: in the database no card number stands in the clear, in no table', async () => {
      const customer = await addTestCustomer([{}, { product: 'reserve' }]);
      await pushAndLeave(customer);
      const found = await database().execute(
        sql`select tablename as name from pg_tables where schemaname = 'public'`,
      );
      let dump = '';
      for (const { name } of (found as unknown as { rows: { name: string }[] }).rows) {
        const rows = await database().execute(sql.raw(`select row_to_json(t)::text as row from "${name}" t`));
        dump += (rows as unknown as { rows: { row: string }[] }).rows.map(({ row }) => row).join('\n');
      }
      expect(dump).toContain(customer.username);
      for (const pan of customer.pans) for (const form of forms(pan)) expect(dump).not.toContain(form);
    });

    it('AZ-03: shows of each card what the house agreed on, and nothing that a new column brings', async () => {
      const customer = await addTestCustomer();
      const [card] = (await loadCardsPage(customer.actor)).cards;
      expect(Object.keys(card ?? {}).sort()).toEqual([
        'cardId',
        'clickToPay',
        'expiry',
        'last4',
        'name',
        'note',
        'product',
        'savedElsewhere',
      ]);
    });

    it('AZ-02: of an enrollment of somebody else is what it is of none', async () => {
      const [owner, stranger] = [await addTestCustomer(), await addTestCustomer()];
      const enrollmentId = await begin(owner);
      for (const id of [enrollmentId, 'nothing', ''])
        for (const load of [loadOutcome, loadActivityDetail])
          await expect(load(stranger.actor, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await loadActivity(stranger.actor)).toEqual([]);
    });
  });

  describe('the cards page', () => {
    beforeEach(() => sandboxControl.reset());
    const standingOf = async (customer: TestCustomer) =>
      (await loadCardsPage(customer.actor)).cards.map(({ clickToPay }) => clickToPay.kind);

    it('tells for each card whether it can be added, is on its way, is reported as saved, or why not', async () => {
      const customer = await addTestCustomer([
        {},
        { product: 'reserve' },
        { status: 'blocked' },
        { eligible: false },
      ]);
      expect(await standingOf(customer)).toEqual(['can_add', 'can_add', 'unavailable', 'unavailable']);
      const { enrollmentId, flow, receipts } = await pushAndLeave(customer, {
        cardIds: customer.cardIds.slice(0, 2),
      });
      expect(await standingOf(customer)).toEqual([
        'in_progress',
        'in_progress',
        'unavailable',
        'unavailable',
      ]);
      await receiveReturn({
        query: resultsQuery(receipts, APPROVED, 'DECLINED'),
        actor: customer.actor,
        flow,
      });
      expect(await standingOf(customer)).toEqual(['saved', 'can_add', 'unavailable', 'unavailable']);
      const [card] = (await loadCardsPage(customer.actor)).cards;
      expect(card?.clickToPay).toMatchObject({ place: { enrollmentId, certainty: 'reported' } });
    });

    it('CB-12: keeps a card saved that was reported before the person cancelled the rest', async () => {
      const customer = await addTestCustomer([{}, { product: 'reserve' }]);
      const { enrollmentId, flow, receipts } = await pushAndLeave(customer);
      await receiveReturn({
        query: resultsQuery(receipts.slice(0, 1), APPROVED),
        actor: customer.actor,
        flow,
      });
      await cancelEnrollment(customer.actor, enrollmentId);
      expect(await standingOf(customer)).toEqual(['saved', 'can_add']);
    });

    it('names other places in which a card is saved', async () => {
      const customer = await addTestCustomer();
      const { flow, receipts } = await pushAndLeave(customer, { tokenRequestorId: HARBOUR_MARKET });
      await receiveReturn({
        query: resultsQuery(receipts, 'DUPLICATE_REQUEST'),
        actor: customer.actor,
        flow,
      });
      const [card] = (await loadCardsPage(customer.actor)).cards;
      expect(card).toMatchObject({
        clickToPay: { kind: 'can_add' },
        savedElsewhere: [{ name: 'Harbour Market' }],
      });
    });

    it('works without MDES, and says what is not known', async () => {
      await sandboxControl.outcome({ outcome: 'status-500', call: 'eligible' });
      const customer = await addTestCustomer();
      expect(await loadCardsPage(customer.actor)).toMatchObject({
        clickToPay: null,
        others: [],
        eligibility: { status: 'unavailable', asOf: null },
        cards: [{ clickToPay: { kind: 'not_known' } }],
      });
    });

    it('offers to go on where the person stopped', async () => {
      const customer = await addTestCustomer();
      const enrollmentId = await begin(customer);
      const href = async () => (await loadCardsPage(customer.actor)).resume?.href;
      expect(await href()).toBe(`/enroll/${enrollmentId}/review`);
      await consent(customer, enrollmentId);
      expect(await href()).toBe(`/enroll/${enrollmentId}/confirm`);
      await cancelEnrollment(customer.actor, enrollmentId);
      expect(await href()).toBeUndefined();
      const next = await push(customer);
      expect(await href()).toBe(`/enroll/${next}/leave`);
    });
  });

  describe('the chooser', () => {
    it('ticks what fits, marks what is saved, and knows only this customer’s requestors', async () => {
      const customer = await addTestCustomer([{}, { product: 'reserve' }, { product: 'online' }]);
      const { flow, receipts } = await pushAndLeave(customer, { cardIds: customer.cardIds.slice(0, 1) });
      await receiveReturn({ query: resultsQuery(receipts, APPROVED), actor: customer.actor, flow });
      const id = config().clickToPayTokenRequestorId;
      const choose = async (selected: string[]) =>
        (await loadChoose(customer.actor, id, selected, null))?.cards.map((card) => [
          card.unavailable,
          card.selected,
        ]);
      expect(await choose([])).toEqual([
        ['already_saved', false],
        [null, true],
        [null, true],
      ]);
      expect(await choose(customer.cardIds.slice(0, 2))).toEqual([
        ['already_saved', false],
        [null, true],
        [null, false],
      ]);
      expect(await loadChoose(customer.actor, '00000000000', [], null)).toBeNull();
      expect(await loadChoose(customer.actor, '50123456801', [], null)).toBeNull();
    });
  });
});
