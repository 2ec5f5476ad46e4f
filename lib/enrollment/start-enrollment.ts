import { randomBytes } from 'node:crypto';
import type { Actor } from '@/lib/auth/actor';
import { closeChallenges } from '@/lib/auth/challenge.repo';
import { database } from '@/lib/db/client';
import type { enrollmentCards } from '@/lib/db/schema';
import { isSaved, isSettled } from '@/lib/domain/enrollment';
import { referenceFrom } from '@/lib/domain/reference';
import { AppError } from '@/lib/errors/app-error';
import { randomId } from '@/lib/sealing/seal';
import { displayName, findTokenRequestor } from '@/lib/token-requestors/token-requestors-view';
import { config } from '@/lib/config/env';
import { insertEnrollment, loadEnrollment, replaceCards, transition } from './enrollment.repo';

export interface Choice {
  tokenRequestorId: string;
  cardIds: string[];
}

/** Opens a draft for these cards and this token requestor. Every id is a claim and is checked against the customer's own. */
export async function startEnrollment(actor: Actor, choice: Choice): Promise<string> {
  const now = actor.clock();
  const { requestor } = await checkChoice(actor, choice);
  const id = randomId();
  await database().transaction((tx) =>
    insertEnrollment(
      tx,
      {
        id,
        reference: referenceFrom(randomBytes(8)),
        customerId: actor.customer.id,
        state: 'draft',
        version: 1,
        tokenRequestorId: requestor.tokenRequestorId,
        tokenRequestorName: displayName(requestor.consumerFacingEntityName),
        imageAssetId: requestor.imageAssetId ?? null,
        isClickToPay: requestor.tokenRequestorId === config().clickToPayTokenRequestorId,
        locale: actor.customer.locale,
        createdAt: now,
        updatedAt: now,
      },
      cardRows(id, choice.cardIds),
    ),
  );
  return id;
}

/** Other cards for a draft; consent and code, if given already, are void (AU-11). */
export async function changeCards(actor: Actor, enrollmentId: string, cardIds: string[]): Promise<void> {
  const now = actor.clock();
  const enrollment = await loadEnrollment(actor.customer.id, enrollmentId);
  // What was reported of a card is never thrown away: after a partial answer this slip goes on with the cards it has.
  if (enrollment.cards.some((card) => isSaved(card.outcome))) throw new AppError('STEP_SKIPPED');
  await checkChoice(actor, { tokenRequestorId: enrollment.tokenRequestorId, cardIds });
  await database().transaction(async (tx) => {
    await transition(tx, enrollment, 'changed', now, { sharedFields: null, consentId: null });
    await closeChallenges(tx, enrollment.id, now);
    await replaceCards(tx, enrollment.id, cardRows(enrollment.id, cardIds));
  });
}

async function checkChoice(actor: Actor, choice: Choice) {
  const cardIds = new Set(choice.cardIds);
  if (cardIds.size === 0) throw new AppError('NO_CARD_CHOSEN');
  const found = await findTokenRequestor(actor.customer.id, choice.tokenRequestorId, actor.clock());
  if (found === null || !found.view.web) throw new AppError('NOT_FOUND');
  if (cardIds.size !== choice.cardIds.length) throw new AppError('INVALID_INPUT');
  if (cardIds.size > found.view.maxCards) throw new AppError('TOO_MANY_CARDS');
  const own = new Set(found.cards.map((card) => card.id));
  if (choice.cardIds.some((id) => !own.has(id))) throw new AppError('NOT_FOUND');
  if (choice.cardIds.some((id) => !found.view.eligibleCardIds.includes(id)))
    throw new AppError('CARD_NOT_ELIGIBLE');
  return found;
}

function cardRows(enrollmentId: string, cardIds: string[]): (typeof enrollmentCards.$inferInsert)[] {
  return cardIds.map((cardId, position) => ({
    id: randomId(),
    enrollmentId,
    cardId,
    position,
    outcome: 'chosen',
  }));
}

/** A new draft for the cards of an ended enrollment that are not saved there, or for `only` some of these. */
export async function startAgain(actor: Actor, enrollmentId: string, only: string[] = []): Promise<string> {
  const enrollment = await loadEnrollment(actor.customer.id, enrollmentId);
  if (!isSettled(enrollment.state)) throw new AppError('STEP_SKIPPED');
  const open = enrollment.cards.filter(
    (card) =>
      card.outcome !== 'approved' &&
      card.outcome !== 'duplicate' &&
      (only.length === 0 || only.includes(card.cardId)),
  );
  const found = await findTokenRequestor(actor.customer.id, enrollment.tokenRequestorId, actor.clock());
  const cardIds = open.map((card) => card.cardId).filter((id) => found?.view.eligibleCardIds.includes(id));
  if (cardIds.length === 0) throw new AppError('CARD_NOT_ELIGIBLE');
  return startEnrollment(actor, { tokenRequestorId: enrollment.tokenRequestorId, cardIds });
}
