import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutated, textsOf } from '@/scripts/mutants.mjs';
import { projectRoot } from '@/scripts/project-root.mjs';
import { GUARDS } from './guards/guards.mjs';

describe('QA-02: the guards that npm run guards:mutate takes away', () => {
  it('are twenty and more, of requirements that are in the list', async () => {
    const list = JSON.parse(
      await readFile(path.join(projectRoot, 'security/requirements.json'), 'utf8'),
    ) as object;
    expect(GUARDS.length).toBeGreaterThanOrEqual(20);
    expect(GUARDS.filter(({ id }) => !(id in list))).toEqual([]);
  });

  it.each(GUARDS)(
    '$id $guard: stands where it is said to stand, once, with tests that exist',
    async (guard) => {
      const before = await textsOf(projectRoot, guard);
      const after = mutated(before, guard);
      expect(after).not.toHaveProperty('fault');
      expect('texts' in after ? after.texts : before).not.toEqual(before);
      for (const test of guard.tests)
        expect([test, existsSync(path.join(projectRoot, test))]).toEqual([test, true]);
    },
  );

  it('that moved are said to have moved, instead of surviving', () => {
    const guard = {
      id: 'AU-01',
      guard: 'x',
      edits: [{ file: 'a.ts', find: 'gone', replace: '' }],
      tests: [],
    };
    expect(mutated(new Map([['a.ts', 'here']]), guard)).toEqual({ fault: 'a.ts: found 0 times: gone' });
    expect(mutated(new Map([['a.ts', 'gone gone']]), guard)).toEqual({ fault: 'a.ts: found 2 times: gone' });
    expect(mutated(new Map(), guard)).toEqual({ fault: 'a.ts: found no file: gone' });
  });
});
