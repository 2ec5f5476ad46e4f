import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { onEveryDatabase } from '@/lib/testing/database';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { anchorText, parseAnchor } from './anchor';
import { audit } from './audit';
import { linkHash } from './link';
import { linksAfter } from './chain.repo';
import { verifyChain } from './verify-chain';

setEnvironment();

const write = (count: number) =>
  database().transaction(async (tx) => {
    for (let i = 0; i < count; i += 1)
      await audit(tx, {
        at: new Date(1_790_000_000_000 + i),
        actor: 'customer',
        action: 'push',
        object: `enrollment-${i}`,
        outcome: 'begun',
        address: '192.0.2.1',
        detail: { cards: i, requestId: 'r' },
      });
  });
/** What an intruder with all rights on the database does. */
const tamper = async (statement: string) => {
  await database().execute(sql`alter table audit_events disable trigger user`);
  await database().execute(sql.raw(statement));
  await database().execute(sql`alter table audit_events enable trigger user`);
};
const verdict = () => verifyChain(database());

onEveryDatabase('the audit chain', () => {
  it('OP-02: is unbroken as it was written, over more than one batch', async () => {
    expect(await verdict()).toMatchObject({ ok: true, count: 0, head: null });
    await write(23);
    for (const batch of [1, 10, 23, 1000])
      expect(await verifyChain(database(), undefined, batch)).toMatchObject({
        ok: true,
        count: 23,
        head: { seq: 23 },
        adoptedAt: null,
      });
  });

  const changes: [column: string, statement: string][] = [
    ['at', `set at = at + interval '1 millisecond'`],
    ['actor', `set actor = 'Customer'`],
    ['session hash', `set session_hash = 'x'`],
    ['action', `set action = 'pull'`],
    ['object', `set object = null`],
    ['outcome', `set outcome = 'begum'`],
    ['address', `set address = '192.0.2.2'`],
    ['detail', `set detail = '{"cards":4,"requestId":"r"}'`],
  ];
  it.each(changes)('OP-02: one changed byte is found and named: %s', async (_column, statement) => {
    await write(6);
    await tamper(`update audit_events ${statement} where seq = 4`);
    expect(await verdict()).toMatchObject({ ok: false, seq: 4 });
  });

  it('OP-02: an entry that was changed together with its hash breaks the next one', async () => {
    await write(6);
    const link = (await linksAfter(database(), 3, 1))[0];
    if (link === undefined) throw new Error('no entry');
    const hash = linkHash({ ...link, outcome: 'refused' });
    await tamper(`update audit_events set outcome = 'refused', hash = '${hash}' where seq = 4`);
    expect(await verdict()).toMatchObject({ ok: false, seq: 5 });
  });

  it('OP-02: an entry that was taken out is missing', async () => {
    await write(6);
    await tamper('delete from audit_events where seq = 3');
    expect(await verdict()).toEqual({ ok: false, seq: 3, fault: 'this entry is missing' });
  });

  it('OP-02: a cut tail is found, and stays found when the portal writes on', async () => {
    await write(6);
    await tamper('delete from audit_events where seq > 4');
    expect(await verdict()).toMatchObject({ ok: false, seq: 5, fault: expect.stringContaining('tail') });
    await write(3);
    expect(await verdict()).toMatchObject({
      ok: false,
      seq: 5,
      fault: expect.stringContaining('head_ahead'),
    });
  });

  it('OP-02: a tail that is cut together with the head, wholly or with a head of his own, is found', async () => {
    await write(6);
    await tamper('delete from audit_events where seq > 4');
    await tamper('delete from audit_head');
    expect(await verdict()).toMatchObject({ ok: false, fault: expect.stringContaining('head is missing') });
    await write(1);
    expect(await verdict()).toMatchObject({ ok: false, seq: 5 });
  });

  it('OP-02: a head that was moved back to an earlier entry is not sealed by us', async () => {
    await write(6);
    await tamper('delete from audit_events where seq > 4');
    await tamper('update audit_head set seq = 4, hash = (select hash from audit_events where seq = 4)');
    expect(await verdict()).toMatchObject({ ok: false, fault: expect.stringContaining('data key') });
  });

  it('OP-02: all of it taken away is found by the head', async () => {
    await write(2);
    await tamper('delete from audit_events');
    expect(await verdict()).toMatchObject({ ok: false, seq: 1 });
  });

  it('OP-02: a head that was noted elsewhere shows a chain that was rewritten by a holder of the key', async () => {
    await write(5);
    const noted = await verdict();
    if (!noted.ok || noted.head === null) throw new Error('not unbroken');
    const anchor = parseAnchor(anchorText(noted.head));
    expect(anchor).toEqual({ seq: 5, hash: noted.head.hash });
    await tamper('truncate audit_events, audit_head');
    await write(4);
    expect(await verdict()).toMatchObject({ ok: true });
    expect(await verifyChain(database(), anchor ?? undefined)).toMatchObject({ ok: false, seq: 5 });
    await tamper('truncate audit_events, audit_head');
    await write(1);
    await write(5);
    expect(await verifyChain(database(), anchor ?? undefined)).toMatchObject({ ok: false, seq: 5 });
  });

  it('OP-02: a chain that is older than its head is adopted once and says so', async () => {
    await write(3);
    await tamper(`update audit_head set seal = '', key_id = ''`);
    expect(await verdict()).toMatchObject({ ok: true, count: 3 });
    await write(1);
    expect(await verdict()).toMatchObject({ ok: true, count: 5, adoptedAt: 4 });
  });

  it('OP-02: UPDATE and DELETE are refused', async () => {
    await write(1);
    for (const statement of ['update audit_events set outcome = $$x$$', 'delete from audit_events'])
      await expect(database().execute(sql.raw(statement))).rejects.toThrow();
  });
});

describe('a noted head', () => {
  it('has no run of digits as long as a card number, and nothing else is one', () => {
    expect(anchorText({ seq: 42, hash: '1'.repeat(64) })).not.toMatch(/\d{9}/);
    for (const text of ['', '42', '42:abc', `x:${'a'.repeat(64)}`, `42:${'a'.repeat(63)}`])
      expect(parseAnchor(text)).toBeNull();
    expect(parseAnchor(`42:${'a'.repeat(64)}`)).toEqual({ seq: 42, hash: 'a'.repeat(64) });
  });
});
