import { getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { PgTable, pgTable, text } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerView } from '@/lib/auth/actor';
import { loadCardsPage, loadChoose, loadWallets } from '@/lib/cards/cards-view';
import { database } from '@/lib/db/client';
import * as schema from '@/lib/db/schema';
import { openTestDatabase } from '@/lib/testing/database';
import { APPROVED, consent, begin, enrollmentNow, pushAndLeave, resultsQuery } from '@/lib/testing/journey';
import { withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { loadActivity, loadActivityDetail } from './activity-view';
import { exportOf } from './customer-export';
import { loadLeave, loadOutcome } from './enrollment-view';
import { receiveReturn } from './receive-return';
import { confirmView, reviewView } from './wizard-view';

withSandbox();

const CANARY = 'canary-5d1e8b';

/**
 * What a colleague does who adds a column: to the database and to the schema, so that every `select` of a whole row brings it.
 * Drizzle keeps the columns of a table on the table itself.
 */
async function addColumnEverywhere(): Promise<string[]> {
  const tables = Object.values<unknown>(schema).flatMap((one) => (is(one, PgTable) ? [one] : []));
  const names: string[] = [];
  for (const table of tables) {
    const name = getTableName(table);
    await database().execute(sql.raw(`alter table "${name}" add column canary text default '${CANARY}'`));
    const { canary } = pgTable(name, { canary: text().default(CANARY) });
    Object.assign(getTableColumns(table), { canary });
    names.push(name);
  }
  return names;
}

describe('AZ-03: a column that is new to the database', () => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openTestDatabase();
    expect((await addColumnEverywhere()).length).toBeGreaterThan(8);
  });
  afterAll(() => close());

  it('is in the rows that are read, and in nothing that a page, a payload or an endpoint is given', async () => {
    const customer = await addTestCustomer([{}, { product: 'reserve' }]);
    const { actor } = customer;
    const drafted = await begin(customer, { cardIds: customer.cardIds.slice(1) });
    await consent(customer, drafted);
    const { enrollmentId, flow, receipts } = await pushAndLeave(customer, {
      cardIds: customer.cardIds.slice(0, 1),
    });
    const row = await enrollmentNow(customer, enrollmentId);
    expect(row).toMatchObject({ canary: CANARY, cards: [{ canary: CANARY }] });

    const given = async () => [
      customerView(actor),
      await loadCardsPage(actor),
      await loadWallets(actor),
      await loadChoose(actor, row.tokenRequestorId, customer.cardIds, drafted),
      await reviewView(actor, await enrollmentNow(customer, drafted)),
      await confirmView(actor, await enrollmentNow(customer, drafted)),
      await loadLeave(actor, await enrollmentNow(customer, enrollmentId)),
      await loadOutcome(actor, enrollmentId),
      await loadActivity(actor),
      await loadActivityDetail(actor, enrollmentId),
      await exportOf(actor),
    ];
    const before = JSON.stringify(await given());
    await receiveReturn({ actor, flow, query: resultsQuery(receipts, APPROVED) });
    const after = JSON.stringify(await given());
    expect(after).not.toBe(before);
    expect(before).toContain(customer.pans[0]?.slice(-4));
    expect(before + after).not.toContain(CANARY);
  });
});
