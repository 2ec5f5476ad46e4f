import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/testing/database';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { isReady } from './ready';

withSandbox();

describe('OP-05: readiness', () => {
  it('needs the database and the keys, and not MDES', async () => {
    expect(await isReady()).toBe(false);
    const close = await openTestDatabase();
    expect(await isReady()).toBe(true);
    expect(await sandboxControl.journal()).toEqual([]);
    await close();
    expect(await isReady()).toBe(false);
  });
});
