import { asc, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { auditEvents } from '@/lib/db/schema';
import { onEveryDatabase } from '@/lib/testing/database';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { audit } from './audit';
import { linkHash } from './link';

setEnvironment();

const entry = (outcome: string) => ({
  at: new Date('2026-11-22T10:00:00.123Z'),
  actor: 'customer',
  action: 'push' as const,
  outcome,
  detail: { cards: 2, requestId: 'r' },
});
const append = (outcome: string) => database().transaction((tx) => audit(tx, entry(outcome)));
const chain = () => database().select().from(auditEvents).orderBy(asc(auditEvents.seq));

onEveryDatabase('the audit', () => {
  it('OP-01: forty writers at once make one chain, in which every link commits to the one before', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => append(`outcome ${i}`)));
    const links = await chain();
    expect(links.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(new Set(links.map(({ outcome }) => outcome)).size).toBe(40);
    let previous = '0'.repeat(64);
    for (const { hash, ...link } of links) {
      expect(link.previousHash).toBe(previous);
      expect(hash).toBe(linkHash(link));
      previous = hash;
    }
  });

  it('OP-02: neither UPDATE nor DELETE gets through', async () => {
    await append('ok');
    for (const statement of [sql`update audit_events set outcome = 'x'`, sql`delete from audit_events`]) {
      const failed: unknown = await database()
        .execute(statement)
        .catch((e: unknown) => e);
      expect(String((failed as Error).cause)).toContain('audit_events is append-only');
    }
    expect((await chain()).map(({ outcome }) => outcome)).toEqual(['ok']);
  });

  it('OP-03: what is recorded and its record commit together or not at all', async () => {
    const failed = database().transaction(async (tx) => {
      await audit(tx, entry('lost'));
      throw new Error('afterwards');
    });
    await expect(failed).rejects.toThrow('afterwards');
    await append('next');
    expect((await chain()).map(({ seq, outcome }) => [seq, outcome])).toEqual([[1, 'next']]);
  });
});
