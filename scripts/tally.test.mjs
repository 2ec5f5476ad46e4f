import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summary, tallyOfCheck, tallyOfJourneys, tallyOfUnitTests } from './tally.mjs';

let dir;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tally-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** @param {object} report */
async function written(report) {
  const path = join(dir, 'report.json');
  await writeFile(path, JSON.stringify(report));
  return path;
}

describe('tally', () => {
  it('counts the tests of both runners', async () => {
    const unit = await written({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
    expect(await tallyOfUnitTests(unit, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
    const journeys = await written({ stats: { expected: 8, unexpected: 1, flaky: 1, skipped: 3 } });
    expect(await tallyOfJourneys(journeys, 1)).toEqual({ passed: 8, failed: 2, skipped: 3 });
  });

  it('counts a runner that failed without a failed test as a failure', async () => {
    const path = await written({ numPassedTests: 5, numFailedTests: 0 });
    expect((await tallyOfUnitTests(path, 1)).failed).toBe(1);
  });

  it('counts a runner that ran nothing, or left no report, as a failure', async () => {
    expect((await tallyOfJourneys(await written({ stats: { expected: 0 } }), 0)).failed).toBe(1);
    expect((await tallyOfUnitTests(join(dir, 'absent.json'), 0)).failed).toBe(1);
  });

  it('closes with one plain line over all runners', () => {
    const { text, failed } = summary([
      { name: 'lint', tally: tallyOfCheck(true), seconds: 3 },
      { name: 'types', tally: tallyOfCheck(false), seconds: 3 },
      { name: 'unit', tally: { passed: 40, failed: 0, skipped: 2 }, seconds: 12.34 },
    ]);
    expect(text.split('\n').at(-1)).toBe('41 passed, 1 failed');
    expect(text).toContain('2 skipped');
    expect(failed).toBe(1);
  });
});
