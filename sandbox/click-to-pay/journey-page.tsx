/** @jsxImportSource hono/jsx */
import { page } from '@/sandbox/pages/respond';
import type { Journey } from '@/sandbox/store/records';
import type { World } from '@/sandbox/world';
import { ActivationPage, PlayedBankPage } from './activation-pages';
import { callbackAddress, formActionSource } from './callback';
import { contactOf, holderOf } from './contact';
import { CancelledPage, DonePage, LockedPage, RefusalPage, refusalStatus } from './end-pages';
import type { Refusal } from './hand-over';
import { hasProfile, standingOf } from './journey';
import type { JourneyView } from './journey-frame';
import { CodePage, ContactPage, DetailsPage, type Faults } from './journey-pages';
import { receiptsOf, resultsOf } from './journey-receipts';

/** What a page says beside what the journey knows. */
export interface Extra {
  readonly codeFault?: string;
  readonly contactFaults?: Faults;
  readonly typed?: Readonly<Record<string, string>>;
  readonly tools?: unknown;
}

/** Stages from which nothing but the way back is left. */
export const END_STAGES: ReadonlySet<Journey['stage']> = new Set(['done', 'cancelled', 'locked']);

/** The page of a refusal, in its own words and with its status. */
export function refuse(refusal: Refusal): Promise<Response> {
  return page(<RefusalPage refusal={refusal} />, { status: refusalStatus(refusal.reason) });
}

/** Why a journey that is not settled yet cannot go on, or nothing. */
export function refusalOf(world: World, journey: Journey): Refusal | undefined {
  if (END_STAGES.has(journey.stage) || journey.stage === 'activation') return undefined;
  const standing = standingOf(world, journey);
  if (standing === 'open') return undefined;
  const results = standing === 'used' ? resultsOf(world, journey) : [];
  const { locale, bankName, callbackURL } = journey;
  return { reason: standing, locale, bankName, returnTo: callbackAddress(callbackURL, results) };
}

/** The page of the stage a journey is in; reloading it shows the same. */
export function journeyPage(world: World, journey: Journey, extra: Extra = {}): Promise<Response> {
  const receipts = receiptsOf(world, journey);
  const view: JourneyView = {
    journey,
    receipts,
    holder: holderOf(receipts),
    contact: contactOf(world, journey),
    knownProfile: hasProfile(world, journey),
    tools: extra.tools,
  };
  const message = world.store.allMessages().find((sent) => sent.receipts.join() === journey.receipts.join());
  const pages = {
    contact: () => <ContactPage view={view} faults={extra.contactFaults} typed={extra.typed} />,
    details: () => <DetailsPage view={view} />,
    code: () => <CodePage view={view} message={message} fault={extra.codeFault} />,
    locked: () => <LockedPage view={view} />,
    activation: () =>
      journey.provesAt ? (
        <PlayedBankPage view={view} place={journey.provesAt} />
      ) : (
        <ActivationPage view={view} />
      ),
    done: () => <DonePage view={view} />,
    cancelled: () => <CancelledPage view={view} />,
  };
  return page(pages[journey.stage](), { formAction: formActionSource(journey.callbackURL) });
}
