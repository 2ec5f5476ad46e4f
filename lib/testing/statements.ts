import { NodePgSession } from 'drizzle-orm/node-postgres';
import { PgliteSession } from 'drizzle-orm/pglite';
import { vi } from 'vitest';

/**
 * Every statement that a piece of work sends to the database, in order and without the values. Two pieces of work with the same
 * statements take the same way: what decisions 14 asks for where a requirement speaks of equal times.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const spies = [
    vi.spyOn(PgliteSession.prototype, 'prepareQuery'),
    vi.spyOn(NodePgSession.prototype, 'prepareQuery'),
  ];
  try {
    await work();
    return spies.flatMap((spy) => spy.mock.calls.map(([query]) => query.sql));
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
