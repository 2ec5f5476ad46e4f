import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/auth/actor';
import { coreBanking } from '@/lib/core-banking/adapter';
import { cardFace } from '@/lib/core-banking/card-face';
import type { Card } from '@/lib/core-banking/core-banking';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { customers } from '@/lib/db/schema';
import { ineligibility } from '@/lib/domain/card';
import { isSettled } from '@/lib/domain/enrollment';
import type {
  CardRowView,
  CardsPageView,
  ChoosePageView,
  SavedPlace,
  TokenRequestorView,
} from '@/lib/domain/read-models';
import { listEnrollments, savedCards, type Enrollment } from '@/lib/enrollment/enrollment.repo';
import { overdueSettled, resumeOf } from '@/lib/enrollment/resume-view';
import {
  eligibilityOf,
  findTokenRequestor,
  tokenRequestorView,
  type Eligibility,
} from '@/lib/token-requestors/token-requestors-view';

/** A person who put the banner away does not see it again for a quarter. */
const DISMISSED_MS = 90 * 24 * 60 * 60_000;

interface Portfolio {
  cards: Card[];
  eligibility: Eligibility;
  requestors: TokenRequestorView[];
  saved: Awaited<ReturnType<typeof savedCards>>;
  enrollments: Enrollment[];
}

async function portfolioOf(actor: Actor): Promise<Portfolio> {
  await overdueSettled(actor);
  const now = actor.clock();
  const [{ cards, eligibility }, saved, enrollments] = await Promise.all([
    eligibilityOf(actor.customer.id),
    savedCards(actor.customer.id),
    listEnrollments(actor.customer.id),
  ]);
  return {
    cards,
    eligibility,
    saved,
    enrollments,
    requestors: eligibility.requestors.map((requestor) => tokenRequestorView(requestor, cards, now)),
  };
}

/** Home: the cards, where each is saved, and Click to Pay. */
export async function loadCardsPage(actor: Actor): Promise<CardsPageView> {
  const portfolio = await portfolioOf(actor);
  const clickToPay = portfolio.requestors.find((requestor) => requestor.isClickToPay) ?? null;
  const now = actor.clock();
  return {
    cards: portfolio.cards.map((card) => cardRow(card, portfolio, clickToPay, now)),
    clickToPay,
    others: portfolio.requestors
      .filter((requestor) => !requestor.isClickToPay)
      .map(({ tokenRequestorId, name, logo, kind }) => ({
        tokenRequestorId,
        name,
        logo,
        kind,
        savedCards: portfolio.saved.filter((place) => place.tokenRequestorId === tokenRequestorId).length,
      })),
    eligibility: {
      status: portfolio.eligibility.status,
      asOf: portfolio.eligibility.asOf?.toISOString() ?? null,
    },
    bannerDismissed: await bannerDismissed(actor),
    resume: resumeOf(portfolio.enrollments),
  };
}

/** How many rows Cards will have: known without asking anybody outside. */
export async function countCards(actor: Actor): Promise<number> {
  return (await coreBanking().cards(actor.customer.id)).length;
}

function cardRow(
  card: Card,
  portfolio: Portfolio,
  clickToPay: TokenRequestorView | null,
  now: Date,
): CardRowView {
  const places = portfolio.saved.filter((place) => place.cardId === card.id);
  const inClickToPay = places.find((place) => place.isClickToPay);
  return {
    ...cardFace(card),
    note: card.note,
    clickToPay: inClickToPay
      ? { kind: 'saved', place: savedPlace(inClickToPay) }
      : standing(card, portfolio, clickToPay, now),
    savedElsewhere: places.filter((place) => !place.isClickToPay).map(savedPlace),
  };
}

function standing(
  card: Card,
  portfolio: Portfolio,
  clickToPay: TokenRequestorView | null,
  now: Date,
): CardRowView['clickToPay'] {
  const reason = ineligibility(card, now);
  if (reason !== null) return { kind: 'unavailable', reason };
  const open = portfolio.enrollments.find(
    (enrollment) =>
      enrollment.isClickToPay &&
      !isSettled(enrollment.state) &&
      enrollment.state !== 'draft' &&
      enrollment.cards.some(({ cardId }) => cardId === card.id),
  );
  if (open) return { kind: 'in_progress', enrollmentId: open.id };
  if (clickToPay === null)
    return portfolio.eligibility.status === 'unavailable'
      ? { kind: 'not_known' }
      : { kind: 'unavailable', reason: 'not_eligible' };
  return clickToPay.eligibleCardIds.includes(card.id)
    ? { kind: 'can_add' }
    : { kind: 'unavailable', reason: 'not_eligible' };
}

function savedPlace(place: Portfolio['saved'][number]): SavedPlace {
  return {
    tokenRequestorId: place.tokenRequestorId,
    name: place.name,
    enrollmentId: place.enrollmentId,
    since: place.at.toISOString(),
    certainty: place.source === 'issuer' ? 'confirmed' : 'reported',
  };
}

/** Every eligible token requestor, Click to Pay first. */
export async function loadWallets(
  actor: Actor,
): Promise<{ requestors: TokenRequestorView[]; eligibility: CardsPageView['eligibility'] }> {
  const { requestors, eligibility } = await portfolioOf(actor);
  return {
    requestors: [...requestors].sort(
      (a, b) => Number(b.isClickToPay) - Number(a.isClickToPay) || a.name.localeCompare(b.name),
    ),
    eligibility: { status: eligibility.status, asOf: eligibility.asOf?.toISOString() ?? null },
  };
}

/** The chooser for one token requestor, or null when there is none such for this customer. */
export async function loadChoose(
  actor: Actor,
  tokenRequestorId: string,
  selected: string[],
  enrollmentId: string | null,
): Promise<ChoosePageView | null> {
  const now = actor.clock();
  const found = await findTokenRequestor(actor.customer.id, tokenRequestorId, now);
  if (found === null || !found.view.web) return null;
  const saved = await savedCards(actor.customer.id);
  const cards = found.cards.map((card) => {
    const there = saved.some(
      (place) => place.cardId === card.id && place.tokenRequestorId === tokenRequestorId,
    );
    const eligible = found.view.eligibleCardIds.includes(card.id);
    const unavailable =
      ineligibility(card, now) ??
      (eligible ? (there ? ('already_saved' as const) : null) : ('not_eligible' as const));
    return { ...cardFace(card), unavailable, selected: unavailable === null && selected.includes(card.id) };
  });
  const free = cards.filter((card) => card.unavailable === null);
  const preselect =
    free.length > 0 && !cards.some((card) => card.selected)
      ? new Set(free.slice(0, found.view.maxCards).map((card) => card.cardId))
      : null;
  return {
    tokenRequestor: found.view,
    cards: preselect ? cards.map((card) => ({ ...card, selected: preselect.has(card.cardId) })) : cards,
    enrollmentId,
  };
}

/** Re-asks MDES for this customer's account ranges; the answer is what may be added now. */
export async function recheck(
  actor: Actor,
): Promise<{ clickToPay: string[]; checkedAt: string } | { failed: true }> {
  const now = actor.clock();
  const { cards, eligibility } = await eligibilityOf(actor.customer.id, { recheck: true, now });
  if (eligibility.status !== 'fresh') return { failed: true };
  const clickToPay = eligibility.requestors
    .map((requestor) => tokenRequestorView(requestor, cards, now))
    .find((view) => view.isClickToPay);
  return { clickToPay: clickToPay?.eligibleCardIds ?? [], checkedAt: now.toISOString() };
}

async function bannerDismissed(actor: Actor): Promise<boolean> {
  const [row] = await database()
    .select({ at: customers.bannerDismissedAt })
    .from(customers)
    .where(eq(customers.id, actor.customer.id));
  return row?.at != null && actor.clock().getTime() - row.at.getTime() < DISMISSED_MS;
}

/** "Not now": remembered with the customer, on every device. */
export async function dismissBanner(actor: Actor): Promise<void> {
  await database()
    .update(customers)
    .set({ bannerDismissedAt: actor.clock() })
    .where(eq(customers.id, actor.customer.id));
}

/** A page of this portal as another device can open it. */
export function portalUrl(path: string): string {
  return new URL(path, config().origin).href;
}
