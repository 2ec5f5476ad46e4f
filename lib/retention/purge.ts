import { purgeAudit } from '@/lib/audit/purge-audit';
import { log } from '@/lib/log/log';
import {
  purgeChallenges,
  purgeDemoMessages,
  purgeParkedReturns,
  purgeReceipts,
  purgeSessions,
  purgeSignInFailures,
} from './retention.repo';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** How long each kind is kept after its end (GD-03; PCI DSS 3.2.1). Consents are not purged, and of the audit only the content: they are the record. */
const KEPT_MS = {
  /** After the receipts have expired. */
  receipts: DAY_MS,
  /** As long as the flow cookie that finds them. */
  parkedReturns: DAY_MS,
  demoMessages: DAY_MS,
  challenges: DAY_MS,
  signInFailures: DAY_MS,
  /** Their address and browser help a customer to recognise a stranger. */
  sessions: 30 * DAY_MS,
  /** Twelve months, a leap day included (PCI DSS 10.5.1). */
  audit: 366 * DAY_MS,
} as const;

const startOfDay = (moment: Date) => new Date(Math.floor(moment.getTime() / DAY_MS) * DAY_MS);

export type Purged = Record<keyof typeof KEPT_MS, number>;

/** Removes what has served. Several processes may do it at once; rows of somebody whose clock is ahead go later, never earlier. */
export async function purge(now: Date): Promise<Purged> {
  const before = (kind: keyof typeof KEPT_MS) => new Date(now.getTime() - KEPT_MS[kind]);
  const purged: Purged = {
    receipts: await purgeReceipts(before('receipts')),
    parkedReturns: await purgeParkedReturns(before('parkedReturns')),
    demoMessages: await purgeDemoMessages(before('demoMessages')),
    challenges: await purgeChallenges(before('challenges')),
    signInFailures: await purgeSignInFailures(before('signInFailures')),
    sessions: await purgeSessions(before('sessions')),
    // By whole days: each purge leaves an entry of its own.
    audit: await purgeAudit(startOfDay(before('audit')), now),
  };
  const count = Object.values(purged).reduce((sum, removed) => sum + removed, 0);
  if (count > 0) log.info('retention.purged', { count });
  return purged;
}
