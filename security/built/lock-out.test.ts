import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { importCustomer, signIn, type ImportedCustomer } from './customer';
import { newDatabase, startPortal, type BuiltPortal } from './portal';

describe.skipIf(inject('postgresUrl') === null)('two processes on one PostgreSQL', () => {
  const portals: BuiltPortal[] = [];
  /** One bank's: whoever shares the database shares its keys. */
  let shared: Record<string, string>;
  let robin: ImportedCustomer;
  let other: ImportedCustomer;
  const start = async () => {
    const portal = await startPortal(shared);
    portals.push(portal);
    return portal;
  };
  const isIn = async (portal: BuiltPortal, who: ImportedCustomer, password = who.password) =>
    (await signIn(portal, { username: who.username, password })).cookie !== '';

  beforeAll(async () => {
    shared = { DATABASE_URL: await newDatabase() };
    const first = await start();
    const { DATA_KEY = '', AUTH_SECRET = '' } = first.env;
    shared = { ...shared, DATA_KEY, AUTH_SECRET };
    [robin, other] = [await importCustomer(first), await importCustomer(first)];
  });
  afterAll(() => Promise.all(portals.map((portal) => portal.stop())));

  it('AU-06 wrong tries at both are five together, and still block after both were started again', async () => {
    const [first] = portals;
    const second = await start();
    if (first === undefined) throw new Error('no portal');
    for (const portal of [first, second, first, second, first])
      expect(await isIn(portal, robin, 'wrong')).toBe(false);
    for (const portal of [first, second]) expect(await isIn(portal, robin)).toBe(false);
    for (const portal of portals.splice(0)) await portal.stop();
    const again = await start();
    expect(await isIn(again, robin)).toBe(false);
    expect(await isIn(again, other)).toBe(true);
  });
});
