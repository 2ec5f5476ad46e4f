import { database } from '@/lib/db/client';
import { readHead } from '@/lib/audit/chain.repo';
import { cardKeyIds } from '@/lib/core-banking/reseal-cards';
import { knownKeyIds } from '@/lib/sealing/seal';

/** Data keys that the database needs and the configuration does not hold (PD-01): one sentence each, with the key's id, never the key. */
export async function dataKeyFaults(): Promise<string[]> {
  const known = knownKeyIds();
  const faults = (await cardKeyIds())
    .filter((id) => !known.includes(id))
    .map((id) => `DATA_KEY_PREVIOUS must hold the key ${id}: cards are sealed with it.`);
  const head = await readHead(database());
  if (faults.length === 0 && head !== null && head.keyId !== '' && !known.includes(head.keyId))
    faults.push(`DATA_KEY_PREVIOUS must hold the key ${head.keyId}: the audit is sealed with it.`);
  return faults;
}
