import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALWAYS } from '@/lib/domain/step-up-policy';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { config } from './env';
import { JsonFileError } from './json-file';
import { parseStepUpPolicy, stepUpPolicy } from './step-up-policy';

setEnvironment();

const faultsOf = (text: string): string[] => {
  try {
    parseStepUpPolicy(text);
    return [];
  } catch (error) {
    return error instanceof JsonFileError ? error.faults : [String(error)];
  }
};

describe('the step-up policy’s file', () => {
  it('AU-11: without a file a code is always asked for; with one, what stands in it', () => {
    expect(stepUpPolicy()).toEqual(ALWAYS);
    config().stepUpPolicyFile = 'docs/examples/step-up-policy.json';
    expect(stepUpPolicy()).toMatchObject({ otherwise: 'required', rules: [{ name: 'europe' }, {}, {}] });
    config().stepUpPolicyFile = 'no/such/file.json';
    expect(() => stepUpPolicy()).toThrow('STEP_UP_POLICY_FILE cannot be read.');
    config().stepUpPolicyFile = null;
  });

  it('stays what it was at the start, whatever becomes of the file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'policy-'));
    const file = path.join(folder, 'policy.json');
    writeFileSync(file, '{"rules":[],"otherwise":"not_required"}');
    config().stepUpPolicyFile = file;
    expect(stepUpPolicy().otherwise).toBe('not_required');
    writeFileSync(file, 'broken');
    expect(stepUpPolicy().otherwise).toBe('not_required');
    config().stepUpPolicyFile = null;
    rmSync(folder, { recursive: true });
  });

  it('KY-06: names every fault with its line and reason, and never what stood there', () => {
    const text = `{
  "rules": [
    { "name": "SECRET Name", "markets": ["EEA"], "stepUp": "required" },
    {
      "name": "b",
      "markets": ["GBR",
        "SECRET"],
      "stepUp": "SECRET", "SECRET": 1
    },
    { "name": "c", "stepUp": "required" }
  ]
}`;
    const faults = faultsOf(text);
    expect(faults).toEqual([
      'STEP_UP_POLICY_FILE line 3: name must be small letters, digits and dashes, at most 40.',
      'STEP_UP_POLICY_FILE line 7: markets must be ISO 3166-1 alpha-3, or EEA.',
      'STEP_UP_POLICY_FILE line 8: stepUp must be required or not_required.',
      'STEP_UP_POLICY_FILE line 8: rules has a name that no policy knows.',
      expect.stringMatching(/line 10: rules must name markets or cardsAtLeast/),
      expect.stringMatching(/line 1: otherwise must be required or not_required/),
    ]);
    expect(faults.join(' ')).not.toContain('SECRET');
  });

  it.each([
    ['{\n"rules": [],\n"otherwise": required }', 'STEP_UP_POLICY_FILE line 3: is not JSON.'],
    ['{\n"rules": [],\n"otherwise": "required",\n}', 'STEP_UP_POLICY_FILE line 4: is not JSON.'],
    ['{\n"rules": tru\n}\n\n', 'STEP_UP_POLICY_FILE line 2: is not JSON.'],
    ['{\n"rules": [],\n', 'STEP_UP_POLICY_FILE line 3: is not JSON.'],
    ['[]', 'STEP_UP_POLICY_FILE line 1: the policy is missing, or of another type than it must be.'],
    [
      '{"rules": [\n{ "name": "a", "markets": ["GBR", "XQX"], "stepUp": "required" }], "otherwise": "required"}',
      'STEP_UP_POLICY_FILE line 2: markets names a country that ISO 3166-1 does not know.',
    ],
  ])('%j is refused', (text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });
});
