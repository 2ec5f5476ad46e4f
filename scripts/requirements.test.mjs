import { describe, expect, it } from 'vitest';
import { proofsIn, trace, traceText } from './requirements.mjs';

const LIST = {
  'AU-01': { priority: 'P0', means: 'the cookie' },
  'AU-02': { priority: 'P0', means: 'the id changes' },
  'BR-03': { priority: 'P1', means: 'Trusted Types' },
};
const vitest = {
  testResults: [
    {
      assertionResults: [
        { fullName: 'sessions AU-01 AU-02 hold', status: 'passed' },
        { fullName: 'sessions AU-02 in parallel', status: 'failed' },
        { fullName: 'sessions ZZ-99 of nobody', status: 'passed' },
      ],
    },
  ],
};
const playwright = {
  suites: [
    {
      title: 'a.spec.ts',
      specs: [],
      suites: [
        { title: 'BR-03', specs: [{ title: 'in the browser', ok: true, tests: [{ status: 'expected' }] }] },
        { title: 'AU-01', specs: [{ title: 'later', ok: true, tests: [{ status: 'skipped' }] }] },
      ],
    },
  ],
};
const traced = () => trace(LIST, [...proofsIn(vitest), ...proofsIn(playwright)]);

describe('QA-03 the list of requirements and their tests', () => {
  it('takes an id from the title of a test or of a suite around it', () => {
    expect(traced().rows.map(({ id, outcome, tests }) => [id, outcome, tests.length])).toEqual([
      ['AU-01', 'pass', 2],
      ['AU-02', 'fail', 2],
      ['BR-03', 'pass', 1],
    ]);
  });

  it('names ids that stand in no list: a slip of the pen proves nothing', () => {
    expect(traced().unknown).toEqual(['ZZ-99']);
  });

  it('fails for a failed test, and for a P0 whose tests were all skipped', () => {
    expect(traceText(traced()).failed).toBe(true);
    const skipped = trace({ 'AU-01': LIST['AU-01'] }, [{ title: 'AU-01', outcome: 'skip' }]);
    expect(traceText(skipped).failed).toBe(true);
    expect(traceText(trace({ 'BR-03': LIST['BR-03'] }, [])).failed).toBe(false);
    expect(traceText(trace({ 'BR-03': LIST['BR-03'] }, proofsIn(playwright))).failed).toBe(false);
  });

  it('refuses what is no report', () => {
    expect(() => proofsIn({})).toThrow('neither');
  });
});
