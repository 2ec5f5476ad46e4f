import type { Actor } from '@/lib/auth/actor';
import { findConsent } from '@/lib/consent/consent.repo';
import { cardFace } from '@/lib/core-banking/card-face';
import { coreBanking } from '@/lib/core-banking/adapter';
import type { Card } from '@/lib/core-banking/core-banking';
import { AWAITING_RESULT } from '@/lib/domain/enrollment';
import type {
  AgainBy,
  CardFaceView,
  EnrollmentView,
  LeavePageView,
  OutcomeCardView,
  SharedField,
  SlipView,
  TimeLeftView,
} from '@/lib/domain/read-models';
import { loadEnrollment, type Enrollment } from './enrollment.repo';
import { actionsOf, resumeHref } from './next-step';
import { hasPasskey } from './passkey-step-up';
import { settleOverdue } from './settle-overdue';
import { linesOf } from './shared-fields';
import { stepUpFor } from './step-up-rule';

const ALL_FIELDS: SharedField[] = ['name', 'address', 'email', 'mobile'];

/** An enrollment of this customer as it truly stands now: what is overdue is settled first. `NOT_FOUND` for any other id. */
export async function currentEnrollment(actor: Actor, enrollmentId: string): Promise<Enrollment> {
  await settleOverdue(actor.customer.id);
  return loadEnrollment(actor.customer.id, enrollmentId);
}

/** Faces of an enrollment's cards, in the order in which they were chosen. */
export async function facesOf(customerId: string, enrollment: Enrollment): Promise<CardFaceView[]> {
  const own = new Map((await coreBanking().cards(customerId)).map((card): [string, Card] => [card.id, card]));
  return enrollment.cards
    .map(({ cardId }) => own.get(cardId))
    .filter((card) => card !== undefined)
    .map(cardFace);
}

function tokenRequestorOf(enrollment: Enrollment): SlipView['tokenRequestor'] {
  return {
    tokenRequestorId: enrollment.tokenRequestorId,
    name: enrollment.tokenRequestorName,
    logo:
      enrollment.imageAssetId === null ? null : `/api/asset/${encodeURIComponent(enrollment.imageAssetId)}`,
    isClickToPay: enrollment.isClickToPay,
  };
}

/** The slip: who gets which cards and which details. Before consent nothing counts as shared. */
async function slipOf(actor: Actor, enrollment: Enrollment): Promise<SlipView> {
  const consent = enrollment.consentId === null ? null : await findConsent(enrollment.consentId);
  const shared = enrollment.sharedFields ?? [];
  const fields = ALL_FIELDS.map((field) => ({
    field,
    lines: linesOf(actor.customer, field),
    shared: shared.includes(field),
  }));
  return {
    enrollmentId: enrollment.id,
    reference: enrollment.reference,
    tokenRequestor: tokenRequestorOf(enrollment),
    cards: await facesOf(actor.customer.id, enrollment),
    fields: fields.filter(({ lines, shared: isShared }) => isShared || lines.length > 0),
    consentedAt: consent?.at.toISOString() ?? null,
  };
}

/** Everything that results and activity show of one enrollment. */
export async function enrollmentView(actor: Actor, enrollment: Enrollment): Promise<EnrollmentView> {
  const slip = await slipOf(actor, enrollment);
  const byId = new Map(enrollment.cards.map((card) => [card.cardId, card]));
  const cards = slip.cards.map((face): OutcomeCardView => {
    const card = byId.get(face.cardId);
    return {
      ...face,
      outcome: card?.outcome ?? 'unknown',
      source: card?.source ?? null,
      reason: card?.outcome === 'refused' ? (card.reasonCode ?? 'other') : null,
    };
  });
  return {
    ...slip,
    cards,
    state: enrollment.state,
    actions: actionsOf(enrollment),
    resumeHref: resumeHref(enrollment),
    timeLeft: AWAITING_RESULT.includes(enrollment.state) ? timeLeft(actor, enrollment) : null,
    againByCode: enrollment.state === 'expired' && (await againBy(actor, enrollment)) === 'code',
    failure: enrollment.failure,
    late: enrollment.lateResultAt !== null,
    updatedAt: enrollment.updatedAt.toISOString(),
  };
}

async function againBy(actor: Actor, enrollment: Enrollment): Promise<AgainBy> {
  if (!stepUpFor(actor, enrollment).required) return 'nothing';
  return (await hasPasskey(actor.customer.id)) ? 'passkey' : 'code';
}

/** The outcome of one enrollment, for its page and for the refresh while it is open. */
export async function loadOutcome(actor: Actor, enrollmentId: string): Promise<EnrollmentView> {
  return enrollmentView(actor, await currentEnrollment(actor, enrollmentId));
}

function timeLeft(actor: Actor, { receiptsExpireAt }: Enrollment): TimeLeftView | null {
  if (receiptsExpireAt === null) return null;
  const left = receiptsExpireAt.getTime() - actor.clock().getTime();
  return { expiresAt: receiptsExpireAt.toISOString(), secondsLeft: Math.max(0, Math.floor(left / 1000)) };
}

/** The leaving page, or null when this enrollment has nobody to leave for any more. */
export async function loadLeave(actor: Actor, enrollment: Enrollment): Promise<LeavePageView | null> {
  const { destinationHost } = enrollment;
  const left = timeLeft(actor, enrollment);
  if (destinationHost === null || left === null || enrollment.handOffSealed === null) return null;
  return {
    ...(await slipOf(actor, enrollment)),
    ...left,
    destinationHost,
    againBy: await againBy(actor, enrollment),
  };
}
