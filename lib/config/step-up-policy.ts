import countries from 'i18n-iso-countries';
import { ALWAYS, stepUpPolicySchema, type StepUpPolicy } from '@/lib/domain/step-up-policy';
import { config } from './env';
import { parseJsonFile, textOfFile, type JsonFault } from './json-file';

const NAME = 'STEP_UP_POLICY_FILE';

/** Once for each file in this process, on globalThis: the server's bundle reads it at boot, Next's bundles use what it read. */
const KEY = Symbol.for('issuer-portal.step-up-policy');
const registry = globalThis as { [KEY]?: Map<string, StepUpPolicy> | undefined };

/**
 * The policy of this portal: that of `STEP_UP_POLICY_FILE`, else "always".
 * @throws JsonFileError when the file cannot be read or is no policy: nobody is let through by a broken one
 */
export function stepUpPolicy(): StepUpPolicy {
  const file = config().stepUpPolicyFile;
  if (file === null) return ALWAYS;
  const read = (registry[KEY] ??= new Map());
  const known = read.get(file) ?? parseStepUpPolicy(textOfFile(NAME, file));
  read.set(file, known);
  return known;
}

/** Parses the text of a policy file. @throws JsonFileError with every fault at once */
export function parseStepUpPolicy(text: string): StepUpPolicy {
  return parseJsonFile({ variable: NAME, whole: 'policy' }, text, stepUpPolicySchema, unknownMarkets).value;
}

/** A slip of the pen would be a rule that never holds. */
function unknownMarkets(policy: StepUpPolicy): JsonFault[] {
  return policy.rules.flatMap(({ markets }, rule) =>
    (markets ?? []).flatMap((market, i) =>
      market === 'EEA' || countries.isValid(market)
        ? []
        : [
            {
              path: ['rules', rule, 'markets', i],
              reason: 'markets names a country that ISO 3166-1 does not know',
            },
          ],
    ),
  );
}
