import { asc, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { auditEvents } from '@/lib/db/schema';
import { onEveryDatabase } from '@/lib/testing/database';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { audit } from './audit';
import { purgeAudit } from './purge-audit';
import { verifyChain } from './verify-chain';

setEnvironment();

const DAY_MS = 24 * 60 * 60_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
/** One entry for each age, oldest first. */
const write = (...ages: number[]) =>
  database().transaction(async (tx) => {
    for (const age of ages)
      await audit(tx, {
        at: daysAgo(age),
        actor: 'customer',
        sessionHash: 'session',
        action: 'push',
        object: `enrollment of ${age}`,
        outcome: 'begun',
        address: '192.0.2.1',
        detail: { cards: 1 },
      });
  });
const chain = () => database().select().from(auditEvents).orderBy(asc(auditEvents.seq));
const purgeYear = () => purgeAudit(daysAgo(366), new Date());
const refusal = (statement: string) =>
  database()
    .execute(sql.raw(statement))
    .then(
      () => 'done',
      (error: unknown) => String((error as Error).cause ?? error),
    );
const tamper = async (statement: string) => {
  await database().execute(sql`alter table audit_events disable trigger user`);
  await database().execute(sql.raw(statement));
  await database().execute(sql`alter table audit_events enable trigger user`);
};

onEveryDatabase('the audit after a year', () => {
  it('GD-03, OP-02: has lost what was in its oldest entries and nothing of its chain, and says so in the chain', async () => {
    await write(400, 380, 367, 365, 1);
    const before = await chain();
    expect(await purgeYear()).toBe(3);
    const after = await chain();
    expect(after.slice(0, 3)).toEqual(
      before.slice(0, 3).map(({ seq, at, previousHash, hash }) => ({
        seq,
        at,
        previousHash,
        hash,
        ...{ actor: '', sessionHash: null, action: '', object: null, outcome: '', address: null, detail: {} },
      })),
    );
    expect(after.slice(3, 5)).toEqual(before.slice(3));
    expect(after[5]).toMatchObject({
      actor: 'system',
      action: 'chain',
      outcome: 'emptied',
      detail: { through: 3 },
    });
    expect(await verifyChain(database())).toMatchObject({ ok: true, count: 6 });
    expect(await purgeYear()).toBe(0);
    expect(await chain()).toHaveLength(6);
    await write(0);
    expect(await verifyChain(database())).toMatchObject({ ok: true, count: 7 });
  });

  it('GD-03: is emptied from its beginning only: an old date behind a young one waits', async () => {
    await write(400, 10, 390);
    expect(await purgeYear()).toBe(1);
    expect((await chain()).map(({ action }) => action)).toEqual(['', 'push', 'push', 'chain']);
  });

  it('OP-02: refuses to be emptied early, changed while it is emptied, filled again, removed or truncated', async () => {
    await write(400, 400, 300);
    const empty = `actor = '', session_hash = null, action = '', object = null, outcome = '', address = null, detail = '{}'`;
    for (const statement of [
      `update audit_events set ${empty} where seq = 3`,
      `update audit_events set ${empty}, hash = 'x' where seq = 1`,
      `update audit_events set ${empty}, at = now() where seq = 1`,
      `update audit_events set outcome = '' where seq = 1`,
      `delete from audit_events where seq = 1`,
      `truncate audit_events`,
      `truncate consents cascade`,
      `truncate step_ups cascade`,
    ])
      expect(await refusal(statement), statement).toContain('is append-only');
    expect(await purgeYear()).toBe(2);
    expect(await refusal(`update audit_events set outcome = 'begun' where seq = 1`)).toContain(
      'is append-only',
    );
    expect(await verifyChain(database())).toMatchObject({ ok: true });
  });

  it('OP-02: is found out where an entry is empty that no purge has emptied, and where the record of the purge is gone', async () => {
    await write(400, 300, 200);
    expect(await purgeYear()).toBe(1);
    const empty = `actor = '', session_hash = null, action = '', object = null, outcome = '', address = null, detail = '{}'`;
    await tamper(`update audit_events set ${empty} where seq = 2`);
    expect(await verifyChain(database())).toMatchObject({ ok: false, seq: 2 });
    await tamper(`update audit_events set detail = '{"through": 2}' where seq = 4`);
    expect(await verifyChain(database())).toMatchObject({ ok: false, seq: 4 });
  });
});
