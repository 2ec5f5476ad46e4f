import type { Actor } from '@/lib/auth/actor';
import { audit } from '@/lib/audit/audit';
import { passkeysOf } from '@/lib/auth/passkey.repo';
import { coreBanking } from '@/lib/core-banking/adapter';
import type { Card } from '@/lib/core-banking/core-banking';
import { database } from '@/lib/db/client';
import { expiryText } from '@/lib/domain/card';
import { eventsOf, listEnrollments, type Enrollment } from './enrollment.repo';
import { consentsOf, sessionsOf } from './export.repo';
import { stepUpsOf } from './step-up.repo';

/** More enrollments than a person makes; nothing is left out silently below it. */
const ENROLLMENTS = 10_000;

/**
 * What the portal holds about a customer, for that customer (GD-01; GDPR 15): with the very texts they agreed to, and without what
 * would open something: receipts, hand-offs, hashes, card numbers.
 */
export async function exportOf(actor: Actor) {
  const { customer } = actor;
  const at = actor.clock();
  const cards = await coreBanking().cards(customer.id);
  const nameOf = (cardId: string) => cardName(cards.find((card) => card.id === cardId));
  const enrollments = await listEnrollments(customer.id, ENROLLMENTS);
  const stepUps = await stepUpsOf(customer.id);
  const { id: _id, ...person } = customer;
  const told = {
    exportedAt: at,
    person,
    cards: cards.map((card) => ({
      product: card.product,
      name: card.name,
      last4: card.last4,
      expiry: expiryText(card.expiry),
      status: card.status,
      note: card.note,
    })),
    enrollments: await Promise.all(enrollments.map((enrollment) => enrollmentTold(enrollment, nameOf))),
    consents: (await consentsOf(customer.id)).map((consent) => ({
      at: consent.at,
      text: consent.text,
      version: consent.version,
      textSha256: consent.textHash,
      locale: consent.locale,
      tokenRequestorId: consent.tokenRequestorId,
      enrollment: enrollments.find(({ id }) => id === consent.enrollmentId)?.reference ?? null,
      cards: consent.cardIds.map(nameOf),
      sharedFields: consent.fields,
      stepUpRule: consent.stepUpRule,
      sealedBy: stepUps
        .filter(({ consentId }) => consentId === consent.id)
        .map(({ id, method, rule, at }) => ({ stepUp: id, method, rule, at })),
    })),
    passkeys: (await passkeysOf(customer.id)).map(({ name, createdAt, lastUsedAt }) => ({
      name,
      createdAt,
      lastUsedAt,
    })),
    sessions: await sessionsOf(customer.id),
  };
  await database().transaction((tx) =>
    audit(tx, {
      at,
      actor: customer.id,
      sessionHash: actor.sessionHash,
      action: 'export',
      outcome: 'ok',
    }),
  );
  return told;
}

const cardName = (card: Card | undefined) => (card === undefined ? null : `${card.name} ${card.last4}`);

async function enrollmentTold(enrollment: Enrollment, nameOf: (cardId: string) => string | null) {
  const events = await eventsOf(enrollment.id);
  return {
    reference: enrollment.reference,
    state: enrollment.state,
    tokenRequestorId: enrollment.tokenRequestorId,
    tokenRequestorName: enrollment.tokenRequestorName,
    sharedFields: enrollment.sharedFields,
    createdAt: enrollment.createdAt,
    leftAt: enrollment.leftAt,
    reportedAt: enrollment.reportedAt,
    cards: enrollment.cards.map((card) => ({
      card: nameOf(card.cardId),
      outcome: card.outcome,
      source: card.source,
      reasonCode: card.reasonCode,
      tokenUniqueReference: card.tokenUniqueReference,
      at: card.outcomeAt,
    })),
    history: events.map(({ event, toState, at }) => ({ event, state: toState, at })),
  };
}
