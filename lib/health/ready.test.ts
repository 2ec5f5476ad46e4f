import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/testing/database';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { isReady } from './ready';

withSandbox();

describe('OP-05: readiness', () => {
  it('needs the database', async () => {
    expect(await isReady()).toBe(false);
  });

  describe('with a database', () => {
    let close: () => Promise<void>;
    beforeAll(async () => {
      close = await openTestDatabase();
    });

    it('is there without MDES having been asked, and gone with the database', async () => {
      expect(await isReady()).toBe(true);
      expect(await sandboxControl.journal()).toEqual([]);
      await close();
      expect(await isReady()).toBe(false);
    });
  });
});
