import { database } from '@/lib/db/client';
import { audit } from './audit';
import { emptyLinksUpTo, lastLinkOfOldest, lockChain } from './chain.repo';

/**
 * Removes the content of the oldest entries, all dated before `moment`; their places and hashes stay, so that the chain is whole
 * (decisions 16; GD-03). An entry of its own says up to where, and without it nothing may be empty.
 * @returns how many entries were emptied
 */
export async function purgeAudit(moment: Date, now: Date): Promise<number> {
  return database().transaction(async (tx) => {
    await lockChain(tx);
    const through = await lastLinkOfOldest(tx, moment);
    const emptied = through === null ? 0 : await emptyLinksUpTo(tx, through);
    if (through === null || emptied === 0) return 0;
    await audit(tx, { at: now, actor: 'system', action: 'chain', outcome: 'emptied', detail: { through } });
    return emptied;
  });
}
