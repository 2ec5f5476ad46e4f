import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { config } from '@/lib/config/env';
import type { StepUpPolicy } from '@/lib/domain/step-up-policy';

/** Has the bank write down another step-up policy, as its operator does: in a file of its own. Null: none, which asks always. */
export function usePolicy(policy: StepUpPolicy | null): void {
  if (policy === null) {
    config().stepUpPolicyFile = null;
    return;
  }
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'step-up-policy-')), 'policy.json');
  writeFileSync(file, JSON.stringify(policy));
  config().stepUpPolicyFile = file;
}

/** Nobody in this market is asked, unless three cards or more go at once. */
export const WAIVED_IN = (market: string): StepUpPolicy => ({
  rules: [
    { name: 'several-cards', cardsAtLeast: 3, stepUp: 'required' },
    { name: 'home', markets: [market], stepUp: 'not_required' },
  ],
  otherwise: 'required',
});
