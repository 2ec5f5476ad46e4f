/**
 * What screens are given: view models, never rows. A use case builds them, a page passes them on, a component draws them.
 * Everything in here may reach the browser: no PAN, no receipt, no token unique reference, no internal id of a partner.
 */
import type { CardOutcome, EnrollmentState } from './enrollment';

/** Card products of the brand; each has its own artwork. */
export type ProductKey = 'everyday' | 'reserve' | 'together' | 'online';

export interface CardFaceView {
  /** Random handle of this customer's card: a claim when it comes back. */
  cardId: string;
  product: ProductKey;
  name: string;
  last4: string;
  /** `MM/YY`, or null where the card has no expiry. */
  expiry: string | null;
}

/** Why a card cannot go to a token requestor. */
export type Ineligibility = 'expired' | 'blocked' | 'closed' | 'not_eligible';

/** Reported by the browser's return, or confirmed by what the issuer learned from MDES (decisions 7). */
export type Certainty = 'reported' | 'confirmed';

export interface SavedPlace {
  tokenRequestorId: string;
  name: string;
  enrollmentId: string;
  since: string;
  certainty: Certainty;
}

export interface CardRowView extends CardFaceView {
  /** Short free text of the bank about this card, e.g. "Shared with Luca Rossi". */
  note: string | null;
  clickToPay:
    | { kind: 'can_add' }
    | { kind: 'saved'; place: SavedPlace }
    | { kind: 'in_progress'; enrollmentId: string }
    | { kind: 'unavailable'; reason: Ineligibility }
    | { kind: 'not_known' };
  /** Other wallets and shops in which the card is reported or confirmed. */
  savedElsewhere: SavedPlace[];
}

export interface TokenRequestorView {
  tokenRequestorId: string;
  /** Consumer-facing entity name, up to 100 characters, control and bidi characters removed. */
  name: string;
  kind: 'wallet' | 'shop';
  /** Path of our own asset route, or null: draw a neutral placeholder of the same size. */
  logo: string | null;
  isClickToPay: boolean;
  /** False: it can only be reached from an app on a phone. */
  web: boolean;
  apps: ('ios' | 'android')[];
  /** Opens its app on a phone, where it has an https address that we know; null else, and where a browser can follow. */
  appHref: string | null;
  /** How many cards it takes at once: 5 or 1 (spec 4.1, supportsMultiplePushedCards). */
  maxCards: number;
  /** Cards of this customer that it accepts now. */
  eligibleCardIds: string[];
}

export interface CardsPageView {
  cards: CardRowView[];
  clickToPay: TokenRequestorView | null;
  others: (Pick<TokenRequestorView, 'tokenRequestorId' | 'name' | 'logo' | 'kind'> & {
    savedCards: number;
  })[];
  /** 'unavailable': MDES could not be asked and nothing is cached; `asOf` is ISO 8601 when a stale answer is shown. */
  eligibility: { status: 'fresh' | 'stale' | 'unavailable'; asOf: string | null };
  bannerDismissed: boolean;
  /** Newest enrollment that waits for the person, if any. */
  resume: { enrollmentId: string; name: string; state: EnrollmentState; href: string } | null;
}

export interface ChoosePageView {
  tokenRequestor: TokenRequestorView;
  cards: (CardFaceView & { selected: boolean; unavailable: Ineligibility | 'already_saved' | null })[];
  /** Set when the person changes an existing draft. */
  enrollmentId: string | null;
}

export type SharedField = 'name' | 'address' | 'email' | 'mobile';

/** Whether the bank asks for a code or a passkey before these cards go, and why: what its policy looked at. */
export interface StepUpView {
  required: boolean;
  because: 'always' | 'market' | 'cards' | 'market_and_cards';
  /** Where the customer lives, by name. */
  country: string;
  cardsAtLeast: number;
}

export interface ReviewPageView {
  enrollmentId: string;
  version: number;
  tokenRequestor: TokenRequestorView;
  cards: CardFaceView[];
  /** Only what this token requestor accepts; `lines` is what would be sent, in reading order. */
  fields: { field: SharedField; lines: string[]; optional: boolean; shared: boolean }[];
  consent: { version: string; text: string };
  termsUrl: string;
  privacyUrl: string;
  /** Where the code goes: last three digits of the mobile, or a masked e-mail. */
  codeChannel: { kind: 'sms' | 'email'; hint: string };
  stepUp: StepUpView;
  /** The person has a passkey, which is asked for in the place of a code. */
  passkey: boolean;
}

export interface ConfirmPageView {
  enrollmentId: string;
  /** Goes along with the code: it seals what is shown here and nothing that came later. */
  version: number;
  tokenRequestor: TokenRequestorView;
  cards: CardFaceView[];
  sharedFields: SharedField[];
  codeChannel: { kind: 'sms' | 'email'; hint: string };
  /** Seconds; null when there is no live code (expired or used up): only "send a new code" is offered. */
  challenge: CodeChallengeView | null;
  stepUp: StepUpView;
  /** The person has a passkey, which may be used in the place of a code. */
  passkey: boolean;
}

export interface CodeChallengeView {
  expiresInSeconds: number;
  triesLeft: number;
  resendInSeconds: number;
}

export interface PasskeysPageView {
  passkeys: { passkeyId: string; name: string; addedAt: string; lastUsedAt: string | null }[];
  /** There are as many as we keep. */
  full: boolean;
  /** A right code was entered within the last minutes: another passkey may be made. */
  codeFresh: boolean;
  /** The code that was sent for it, while it works. */
  challenge: CodeChallengeView | null;
  codeChannel: { kind: 'sms' | 'email'; hint: string };
}

export interface SlipView {
  enrollmentId: string;
  /** What the person can quote, e.g. `7K2M-94QD`. */
  reference: string;
  tokenRequestor: Pick<TokenRequestorView, 'tokenRequestorId' | 'name' | 'logo' | 'isClickToPay'>;
  cards: CardFaceView[];
  fields: { field: SharedField; lines: string[]; shared: boolean }[];
  consentedAt: string | null;
}

/** How long the receipts still work, as the server counted when it drew the page. */
export interface TimeLeftView {
  /** ISO 8601. */
  expiresAt: string;
  secondsLeft: number;
}

/** What the bank asks for before a slip whose time is over goes again. */
export type AgainBy = 'code' | 'passkey' | 'nothing';

export interface LeavePageView extends SlipView, TimeLeftView {
  againBy: AgainBy;
  /** Host (and port) the browser is about to visit. */
  destinationHost: string;
}

export interface OutcomeCardView extends CardFaceView {
  outcome: CardOutcome;
  /** 'browser' is a claim; 'issuer' is what MDES told the bank. */
  source: 'browser' | 'issuer' | null;
  /** Key into the catalogue for refused cards (`reasons.*`), null otherwise. */
  reason: string | null;
}

/** What can be done next with an enrollment. */
export type EnrollmentAction =
  'choose' | 'review' | 'confirm' | 'continue' | 'push_again' | 'start_again' | 'cancel' | 'withdraw';

export interface EnrollmentView extends Omit<SlipView, 'cards'> {
  state: EnrollmentState;
  cards: OutcomeCardView[];
  actions: EnrollmentAction[];
  /** Where "resume" leads, null when nothing is left to do. */
  resumeHref: string | null;
  /** While the token requestor may still answer: how long the person has to finish there. */
  timeLeft: TimeLeftView | null;
  /** Sending it again begins with a new code, and not with a passkey or with the agreement alone. */
  againByCode: boolean;
  /** Named failure of the last push, a key of the catalogue (`failures.*`). */
  failure: string | null;
  /** The result arrived after the receipts had expired: shown as "could not confirm". */
  late: boolean;
  updatedAt: string;
}

export interface TimelineEntry {
  at: string;
  /** Key into the catalogue (`timeline.*`). */
  event: string;
  cards?: { outcome: CardOutcome; count: number }[];
}

export interface ActivityDetailView extends EnrollmentView {
  timeline: TimelineEntry[];
  /** `locale`, as `xx_YY`, is the language of the text. */
  consent: { version: string; text: string; locale: string; at: string; fields: SharedField[] } | null;
}

/** What was agreed, word for word, and what became of it: for the record's page and its files (GD-01). */
export interface ConsentRecordView {
  enrollmentId: string;
  reference: string;
  tokenRequestorName: string;
  givenAt: string;
  withdrawnAt: string | null;
  text: string;
  version: string;
  /** SHA-256 of the text, hexadecimal. */
  textSha256: string;
  /** `xx_YY`: the language of the text. */
  locale: string;
  cards: CardFaceView[];
  fields: SharedField[];
  canWithdraw: boolean;
}

export interface ActivityRowView {
  enrollmentId: string;
  reference: string;
  name: string;
  cards: CardFaceView[];
  state: EnrollmentState;
  outcomes: CardOutcome[];
  updatedAt: string;
  resumeHref: string | null;
}

export interface CustomerView {
  /** Full name as the person writes it. */
  name: string;
  givenName: string;
  initials: string;
}

/** A browser in which this person is signed in. */
export interface DeviceView {
  /** Random name of this sign-in: a claim when it comes back. */
  handle: string;
  /** Proper names as their makers write them; null where the browser does not say. */
  browser: string | null;
  system: string | null;
  /** ISO 8601. */
  signedInAt: string;
  lastActiveAt: string;
  current: boolean;
}

/** State a form gets back from a server action. Never echoes a secret. */
export type ActionState =
  | { status: 'idle' }
  | {
      status: 'error';
      /** key of `errors.*` */ code: string;
      fieldErrors?: Record<string, string>;
      triesLeft?: number;
      reference?: string;
    };

/** As `ActionState`, or what a browser hands to an authenticator: options as JSON text. */
export type PasskeyState = ActionState | { status: 'challenge'; options: string };
