/**
 * `npm run keys:rotate`: seals everything anew that is still under a key of DATA_KEY_PREVIOUS (PD-01). May be cut short and run
 * again; on PostgreSQL the portal may go on, once every process has both keys.
 */
import { audit } from '@/lib/audit/audit';
import { cardKeyIds, resealCards } from '@/lib/core-banking/reseal-cards';
import { database } from '@/lib/db/client';
import { resealHandOffs } from '@/lib/enrollment/hand-off.repo';
import { resealParkedReturns } from '@/lib/enrollment/parked-return.repo';
import { keyId, knownKeyIds } from '@/lib/sealing/seal';
import { say, withDatabase } from './with-database';

const SAY_EVERY = 1000;

async function rotate(): Promise<number> {
  const missing = (await cardKeyIds()).filter((id) => !knownKeyIds().includes(id));
  if (missing.length > 0)
    return say(`DATA_KEY_PREVIOUS must also hold ${missing.join(', ')}: cards are sealed with it.`, 2);
  const cards = await resealCards((done) => {
    if (done % SAY_EVERY === 0) process.stdout.write(`${done} cards ...\n`);
  });
  const others = (await resealHandOffs()) + (await resealParkedReturns());
  // Its entry moves the head of the chain, which from now on is sealed with the current key as well.
  await database().transaction((tx) =>
    audit(tx, {
      at: new Date(),
      actor: 'system',
      action: 'data_keys',
      object: keyId(),
      outcome: 'rotated',
      detail: { cards, others },
    }),
  );
  process.stdout.write(
    `${cards} cards and ${others} other values sealed anew with key ${keyId()}. DATA_KEY_PREVIOUS can be removed.\n`,
  );
  return 0;
}

process.exitCode = await withDatabase(rotate);
