import type { Actor } from '@/lib/auth/actor';
import { audit } from '@/lib/audit/audit';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import type { EnrollmentEvent, EnrollmentState } from '@/lib/domain/enrollment';
import { log } from '@/lib/log/log';
import { seal } from '@/lib/sealing/seal';
import {
  chooseHandOff,
  type PushOutcome,
  type Result,
  type TokenConnectError,
} from '@/lib/token-connect/client';
import { enrollmentsOfReceipts, transition, updateCard, type Enrollment } from './enrollment.repo';
import { handOffPlace } from './hand-off.repo';

export interface PushRecord {
  state: EnrollmentState;
}

interface Terms {
  receiptsExpireAt: Date;
  /** The same call was sent before and nobody knows what became of it. */
  repeated: boolean;
  accountHolderDataSupplied: boolean;
}

/** Commits what MDES said, in one transaction: receipts and the sealed hand-off, or a named failure. */
export async function recordPush(
  actor: Actor,
  enrollment: Enrollment,
  answer: Result<PushOutcome>,
  terms: Terms,
): Promise<PushRecord> {
  if (!answer.ok) return recordFailure(actor, enrollment, answer.error, terms);
  const outcome = answer.value;
  const receipts = outcome.accounts.flatMap((account) => ('receipt' in account ? [account.receipt] : []));
  if (receipts.length === 0) return settle(actor, enrollment, 'all_refused', 'rejected', outcome);
  if (await answersForAnother(receipts)) {
    await auditAlien(actor.clock(), enrollment.id, receipts.length);
    return settle(actor, enrollment, 'no_readable_answer', 'malformed', null);
  }
  const handOff = chooseHandOff(outcome, {
    allowedHosts: config().tokenRequestorHosts,
    allowHttpLoopback: config().mode === 'demo',
    clickToPay: enrollment.isClickToPay,
    locale: enrollment.locale,
    callbackUrl: `${config().origin}/tokenization-results`,
    accountHolderDataSupplied: terms.accountHolderDataSupplied,
  });
  // Nobody is sent to an address that we do not know, whatever the receipts say (PU-10).
  if (!handOff.ok) return settle(actor, enrollment, 'all_refused', handOff.reason, null);
  return settle(actor, enrollment, 'receipts_returned', null, outcome, {
    handOffSealed: seal(handOff.url, handOffPlace(enrollment.id)),
    destinationHost: new URL(handOff.url).host,
    receiptsExpireAt: terms.receiptsExpireAt,
  });
}

/** One receipt never answers for two cards (PU-09): what another push has, or this one has twice, belongs to nobody here. */
async function answersForAnother(receipts: readonly string[]): Promise<boolean> {
  return (
    new Set(receipts).size !== receipts.length || (await enrollmentsOfReceipts([...receipts])).length > 0
  );
}

async function auditAlien(at: Date, enrollmentId: string, count: number): Promise<void> {
  await database().transaction((tx) =>
    audit(tx, {
      at,
      actor: 'system',
      action: 'push',
      object: enrollmentId,
      outcome: 'alien_receipt',
      detail: { count },
    }),
  );
}

/** House table, section "The state machine": what a failed call leaves behind. */
function recordFailure(
  actor: Actor,
  enrollment: Enrollment,
  error: TokenConnectError,
  { repeated }: Terms,
): Promise<PushRecord> {
  if (error.kind === 'rejected')
    return settle(actor, enrollment, 'all_refused', 'rejected', null, {}, error.reasonCode);
  // Turned away by the gateway, or not decryptable: MDES understood nothing, so nothing can have happened.
  const turnedAway = error.kind === 'unauthorized' || error.kind === 'crypto';
  const reached = error.sent && !turnedAway;
  // That this repetition was not sent says nothing about the call before it: still unknown.
  const event: EnrollmentEvent = reached || repeated ? 'no_readable_answer' : 'not_sent';
  return settle(actor, enrollment, event, error.kind, null);
}

async function settle(
  actor: Actor,
  enrollment: Enrollment,
  event: EnrollmentEvent,
  failure: string | null,
  outcome: PushOutcome | null,
  changes: Parameters<typeof transition>[4] = {},
  reasonForAll?: string,
): Promise<PushRecord> {
  const at = actor.clock();
  const row = await database().transaction(async (tx) => {
    const next = await transition(
      tx,
      enrollment,
      event,
      at,
      { ...changes, failure },
      failure === null ? {} : { failure },
    );
    for (const card of enrollment.cards.filter(({ outcome }) => outcome === 'chosen')) {
      const answer = outcome?.accounts.find((account) => account.pushAccountId === card.pushAccountId);
      if (answer && 'receipt' in answer)
        await updateCard(tx, card.id, { receipt: answer.receipt, outcome: 'pushed' });
      else if (answer)
        await updateCard(tx, card.id, {
          outcome: 'refused',
          source: 'issuer',
          reasonCode: answer.refusal.reasonCode,
          outcomeAt: at,
        });
      else if (event === 'all_refused')
        await updateCard(tx, card.id, {
          outcome: 'refused',
          source: 'issuer',
          reasonCode: reasonForAll ?? null,
          outcomeAt: at,
        });
    }
    await audit(tx, {
      at,
      actor: actor.customer.id,
      sessionHash: actor.sessionHash,
      action: 'push',
      object: enrollment.id,
      outcome: failure ?? 'receipts',
      detail: { requestId: enrollment.requestId ?? '' },
    });
    if (outcome !== null && outcome.droppedReceipts > 0) {
      await audit(tx, {
        at,
        actor: 'system',
        action: 'push',
        object: enrollment.id,
        outcome: 'alien_receipt',
        detail: { count: outcome.droppedReceipts },
      });
    }
    return next;
  });
  // crash point P5: the receipts are committed.
  log.info('push.recorded', {
    enrollmentId: enrollment.id,
    outcome: row.state,
    ...(enrollment.requestId === null ? {} : { requestId: enrollment.requestId }),
  });
  return { state: row.state };
}
