import type { Actor } from '@/lib/auth/actor';
import { findConsent } from '@/lib/consent/consent.repo';
import { cardFace } from '@/lib/core-banking/card-face';
import { coreBanking } from '@/lib/core-banking/adapter';
import type { Card } from '@/lib/core-banking/core-banking';
import type { CardOutcome } from '@/lib/domain/enrollment';
import type { ActivityDetailView, ActivityRowView, TimelineEntry } from '@/lib/domain/read-models';
import { currentEnrollment, enrollmentView } from './enrollment-view';
import { eventsOf, listEnrollments } from './enrollment.repo';
import { resumeHref } from './next-step';
import { settleOverdue } from './settle-overdue';

/** Every enrollment of this customer, newest first. */
export async function loadActivity(actor: Actor): Promise<ActivityRowView[]> {
  await settleOverdue(actor.customer.id);
  const own = new Map(
    (await coreBanking().cards(actor.customer.id)).map((card): [string, Card] => [card.id, card]),
  );
  return (await listEnrollments(actor.customer.id)).map((enrollment) => ({
    enrollmentId: enrollment.id,
    reference: enrollment.reference,
    name: enrollment.tokenRequestorName,
    cards: enrollment.cards
      .map(({ cardId }) => own.get(cardId))
      .filter((card) => card !== undefined)
      .map(cardFace),
    state: enrollment.state,
    outcomes: enrollment.cards.map((card) => card.outcome),
    updatedAt: enrollment.updatedAt.toISOString(),
    resumeHref: resumeHref(enrollment),
  }));
}

/** One enrollment with its timeline and the consent as it was given. */
export async function loadActivityDetail(actor: Actor, enrollmentId: string): Promise<ActivityDetailView> {
  const enrollment = await currentEnrollment(actor, enrollmentId);
  const consent = enrollment.consentId === null ? null : await findConsent(enrollment.consentId);
  return {
    ...(await enrollmentView(actor, enrollment)),
    timeline: (await eventsOf(enrollment.id)).map(timelineEntry),
    consent:
      consent === null
        ? null
        : {
            version: consent.version,
            text: consent.text,
            locale: consent.locale,
            at: consent.at.toISOString(),
            fields: consent.fields,
          },
  };
}

function timelineEntry(event: Awaited<ReturnType<typeof eventsOf>>[number]): TimelineEntry {
  const outcomes = event.detail?.outcomes ?? [];
  const counts = new Map<CardOutcome, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return {
    at: event.at.toISOString(),
    event: event.event,
    ...(counts.size === 0 ? {} : { cards: [...counts].map(([outcome, count]) => ({ outcome, count })) }),
  };
}
