import { audit } from '@/lib/audit/audit';
import { database } from '@/lib/db/client';
import type { PasskeysPageView } from '@/lib/domain/read-models';
import { AppError } from '@/lib/errors/app-error';
import type { Actor } from './actor';
import { isCodeFresh, MAX_PASSKEYS } from './add-passkey';
import { codeChannel } from './code-delivery';
import { liveCode } from './one-time-code';
import { deletePasskey, passkeysOf } from './passkey.repo';

/** The passkeys of this person, and what comes next for another one. */
export async function passkeysView(actor: Actor): Promise<PasskeysPageView> {
  const own = await passkeysOf(actor.customer.id);
  return {
    passkeys: own.map(({ id, name, createdAt, lastUsedAt }) => ({
      passkeyId: id,
      name,
      addedAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    full: own.length >= MAX_PASSKEYS,
    codeFresh: await isCodeFresh(actor),
    challenge: await liveCode(actor, null),
    codeChannel: codeChannel(actor.customer),
  };
}

/** Removes a passkey at once; a foreign one is answered as none (AZ-02). Slips are then confirmed with a code. */
export async function removePasskey(actor: Actor, passkeyId: string): Promise<void> {
  const { customer, sessionHash } = actor;
  await database().transaction(async (tx) => {
    if (!(await deletePasskey(tx, customer.id, passkeyId))) throw new AppError('NOT_FOUND');
    await audit(tx, {
      at: actor.clock(),
      actor: customer.id,
      sessionHash,
      action: 'passkey',
      object: passkeyId,
      outcome: 'removed',
    });
  });
}
