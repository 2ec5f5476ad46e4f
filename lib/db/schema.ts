import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { CardOutcome, EnrollmentEvent, EnrollmentState } from '@/lib/domain/enrollment';
import type { ProductKey, SharedField } from '@/lib/domain/read-models';

/**
 * One schema for PGlite and PostgreSQL 15 and later. There is no column for a security code, and there will be none (PD-02).
 * Ids are 128 random bits or more, so that a handle cannot be guessed (ASVS 11.5.1).
 */
const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
});
const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const customers = pgTable('customers', {
  id: text().primaryKey(),
  username: text().notNull().unique(),
  /** argon2id in PHC form; null where the bank's identity provider signs people in. */
  passwordHash: text('password_hash'),
  oidcSubject: text('oidc_subject').unique(),
  givenName: text('given_name').notNull(),
  familyName: text('family_name').notNull(),
  addressLine1: text('address_line1'),
  addressLine2: text('address_line2'),
  city: text(),
  countrySubdivision: text('country_subdivision'),
  postalCode: text('postal_code'),
  /** ISO 3166-1 alpha-3, as MDES wants it (spec 3.4). */
  country: text().notNull(),
  email: text(),
  mobileDialInCode: text('mobile_dial_in_code'),
  mobileNumber: text('mobile_number'),
  /** `xx_YY`, what Click to Pay is told (spec 4.3). */
  locale: text().notNull(),
  /** Demo worlds only: how far this customer's clock is ahead, milliseconds (decisions 8). */
  clockOffsetMs: bigint('clock_offset_ms', { mode: 'number' }).notNull().default(0),
  bannerDismissedAt: at('banner_dismissed_at'),
  createdAt: at('created_at').notNull(),
});

export const cards = pgTable(
  'cards',
  {
    id: text().primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    product: text().$type<ProductKey>().notNull(),
    name: text().notNull(),
    /** AES-256-GCM, nonce in front, bound to this row (PD-01). */
    panSealed: bytea('pan_sealed').notNull(),
    panKeyId: text('pan_key_id').notNull(),
    /** Keyed hash for look-ups and uniqueness (PCI 3.5.1.1). */
    panLookup: text('pan_lookup').notNull().unique(),
    last4: text().notNull(),
    /** Start of the account range as enabled in MDES, 9 to 19 digits (spec 4.1). */
    accountRange: text('account_range').notNull(),
    expiryMonth: integer('expiry_month'),
    expiryYear: integer('expiry_year'),
    status: text().$type<'active' | 'blocked' | 'closed'>().notNull(),
    note: text(),
    position: integer().notNull().default(0),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('cards_customer').on(t.customerId)],
);

/** Why a session is over; `replaced` by a new id of the same sign-in, `revoked` from another device of the same person. */
export type SessionEnd = 'signed_out' | 'idle' | 'too_old' | 'replaced' | 'revoked';

export const sessions = pgTable(
  'sessions',
  {
    /** SHA-256 of the session id in the cookie: a copy of this table signs nobody in. */
    idHash: text('id_hash').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    createdAt: at('created_at').notNull(),
    /** Last act of the person; polling does not move it (AU-04). */
    lastActiveAt: at('last_active_at').notNull(),
    endedAt: at('ended_at'),
    endReason: text('end_reason').$type<SessionEnd>(),
    userAgent: text('user_agent'),
    address: text(),
    /** By which the person names this sign-in on the page of their devices; stays when a step-up replaces the session id. */
    handle: text()
      .notNull()
      .default(sql`gen_random_uuid()::text`),
    /** Sealed, while the session is open: tells the bank's identity provider whose sign-in ends (OpenID RP-Initiated Logout 1.0, 2). */
    idTokenSealed: bytea('id_token_sealed'),
    /** When the person last entered a right code in it: a passkey is added only shortly after (RTS art. 24). */
    codeVerifiedAt: at('code_verified_at'),
  },
  (t) => [index('sessions_customer').on(t.customerId)],
);

export const signInFailures = pgTable('sign_in_failures', {
  /** `user:<keyed hash>` or `address:<keyed hash>`: no names in this table. */
  subject: text().primaryKey(),
  failures: integer().notNull(),
  firstAt: at('first_at').notNull(),
  blockedUntil: at('blocked_until'),
});

export const enrollments = pgTable(
  'enrollments',
  {
    id: text().primaryKey(),
    /** What the person can quote: `7K2M-94QD`. */
    reference: text().notNull().unique(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    state: text().$type<EnrollmentState>().notNull(),
    /** Compare-and-set: every write names the version that it read. */
    version: integer().notNull(),
    tokenRequestorId: text('token_requestor_id').notNull(),
    tokenRequestorName: text('token_requestor_name').notNull(),
    imageAssetId: text('image_asset_id'),
    isClickToPay: boolean('is_click_to_pay').notNull(),
    /** Fields that the person agreed to share; null before consent. */
    sharedFields: jsonb('shared_fields').$type<SharedField[]>(),
    consentId: text('consent_id'),
    locale: text().notNull(),
    /** Committed before the call; the same for every retry of one attempt (PU-03). */
    requestId: text('request_id'),
    attempt: integer().notNull().default(0),
    pushedAt: at('pushed_at'),
    /** Hand-off URL, sealed, deleted at expiry (decisions 7). */
    handOffSealed: bytea('hand_off_sealed'),
    destinationHost: text('destination_host'),
    receiptsExpireAt: at('receipts_expire_at'),
    /** SHA-256 of the flow cookie of the browser that left (decisions 6). */
    flowHash: text('flow_hash'),
    leftAt: at('left_at'),
    reportedAt: at('reported_at'),
    /** Named failure of the last push; a key of the catalogue. */
    failure: text(),
    /** A result came after the receipts had expired: recorded, shown as "could not confirm". */
    lateResultAt: at('late_result_at'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [
    index('enrollments_customer').on(t.customerId, t.updatedAt),
    index('enrollments_state').on(t.state, t.receiptsExpireAt),
  ],
);

export const enrollmentCards = pgTable(
  'enrollment_cards',
  {
    id: text().primaryKey(),
    enrollmentId: text('enrollment_id')
      .notNull()
      .references(() => enrollments.id, { onDelete: 'cascade' }),
    cardId: text('card_id')
      .notNull()
      .references(() => cards.id),
    position: integer().notNull(),
    /** Kept for every retry of one attempt (decisions 7). */
    pushAccountId: text('push_account_id'),
    /** Opaque (spec 4.3). Unique: an alien or repeated receipt can never answer for two cards. */
    receipt: text(),
    outcome: text().$type<CardOutcome>().notNull(),
    source: text().$type<'browser' | 'issuer'>(),
    reasonCode: text('reason_code'),
    tokenUniqueReference: text('token_unique_reference'),
    outcomeAt: at('outcome_at'),
  },
  (t) => [
    uniqueIndex('enrollment_cards_receipt').on(t.receipt),
    uniqueIndex('enrollment_cards_once').on(t.enrollmentId, t.cardId),
    index('enrollment_cards_card').on(t.cardId),
  ],
);

export const enrollmentEvents = pgTable(
  'enrollment_events',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    enrollmentId: text('enrollment_id')
      .notNull()
      .references(() => enrollments.id, { onDelete: 'cascade' }),
    event: text()
      .$type<EnrollmentEvent | 'created' | 'late_result' | 'conflicting_result' | 'partial_result'>()
      .notNull(),
    fromState: text('from_state').$type<EnrollmentState>(),
    toState: text('to_state').$type<EnrollmentState>().notNull(),
    /** Counts and names of outcomes only. */
    detail: jsonb().$type<{ outcomes?: CardOutcome[]; failure?: string }>(),
    at: at('at').notNull(),
  },
  (t) => [index('enrollment_events_enrollment').on(t.enrollmentId)],
);

/** Authorisation records: written once, never changed (GD-01); a trigger refuses UPDATE. */
export const consents = pgTable('consents', {
  id: text().primaryKey(),
  enrollmentId: text('enrollment_id').notNull(),
  customerId: text('customer_id').notNull(),
  sessionHash: text('session_hash').notNull(),
  /** The very text that was shown, its version and its SHA-256. */
  text: text().notNull(),
  version: text().notNull(),
  textHash: text('text_hash').notNull(),
  locale: text().notNull(),
  tokenRequestorId: text('token_requestor_id').notNull(),
  cardIds: jsonb('card_ids').$type<string[]>().notNull(),
  fields: jsonb().$type<SharedField[]>().notNull(),
  /** Rule of the step-up policy that held when the person agreed; null in records that are older than policies. */
  stepUpRule: text('step_up_rule'),
  at: at('at').notNull(),
});

/** By what a consent was sealed, each time its cards went: written once, with the push (GD-01); a trigger refuses UPDATE. */
export const stepUps = pgTable(
  'step_ups',
  {
    id: text().primaryKey(),
    customerId: text('customer_id').notNull(),
    enrollmentId: text('enrollment_id').notNull(),
    consentId: text('consent_id').notNull(),
    sessionHash: text('session_hash').notNull(),
    /** `agreement`: the policy asked for nothing more. */
    method: text().$type<'code' | 'passkey' | 'agreement'>().notNull(),
    /** Rule of the policy that decided at the push. */
    rule: text().notNull(),
    /** Handle of the passkey that was used. */
    passkeyId: text('passkey_id'),
    at: at('at').notNull(),
  },
  (t) => [index('step_ups_customer').on(t.customerId, t.at)],
);

/**
 * Passkeys (WebAuthn): each may stand in for the one-time code. What is kept is public by nature; the private key never leaves the
 * person's device.
 */
export const passkeys = pgTable(
  'passkeys',
  {
    /** Random handle; the credential's own id is the authenticator's. */
    id: text().primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    /** base64url, as the authenticator made it. */
    credentialId: text('credential_id').notNull().unique(),
    /** COSE key (RFC 9052). */
    publicKey: bytea('public_key').notNull(),
    /** Signature counter: one that does not grow shows a copied authenticator; always 0 where an authenticator has none. */
    counter: bigint({ mode: 'number' }).notNull(),
    transports: jsonb().$type<string[]>().notNull(),
    name: text().notNull(),
    createdAt: at('created_at').notNull(),
    lastUsedAt: at('last_used_at'),
  },
  (t) => [index('passkeys_customer').on(t.customerId)],
);

/** One-time codes and passkey challenges: bound to the customer, the enrollment and exactly what was agreed (AU-11). */
export const challenges = pgTable(
  'challenges',
  {
    id: text().primaryKey(),
    /** Null: for the person's own account (adding a passkey). */
    enrollmentId: text('enrollment_id').references(() => enrollments.id, { onDelete: 'cascade' }),
    customerId: text('customer_id').notNull(),
    /** `new_passkey`: the one that a new authenticator signs. */
    method: text().$type<'code' | 'passkey' | 'new_passkey'>().notNull().default('code'),
    /** Keyed hash over cards, destination, fields and consent text. */
    binding: text().notNull(),
    /** Keyed hash of the code, or of the challenge that the authenticator signs. */
    codeHash: text('code_hash').notNull(),
    triesLeft: integer('tries_left').notNull(),
    expiresAt: at('expires_at').notNull(),
    /** Set by the one UPDATE that accepts the code (AU-12), or when a newer code replaces it. */
    closedAt: at('closed_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('challenges_enrollment').on(t.enrollmentId), index('challenges_customer').on(t.customerId)],
);

/** Results that came back without the session or on another browser: kept, not consumed (decisions 6). */
export const parkedReturns = pgTable('parked_returns', {
  /** SHA-256 of the flow cookie, or of a fresh parking cookie. */
  flowHash: text('flow_hash').primaryKey(),
  /** Sealed: receipts and references do not lie around in the clear. */
  querySealed: bytea('query_sealed').notNull(),
  at: at('at').notNull(),
});

export const tokenRequestorCache = pgTable('token_requestor_cache', {
  /** SHA-256 over the sorted account ranges that were asked for. */
  rangesHash: text('ranges_hash').primaryKey(),
  answer: jsonb().notNull(),
  fetchedAt: at('fetched_at').notNull(),
});

export const assetCache = pgTable('asset_cache', {
  assetId: text('asset_id').primaryKey(),
  /** `image/svg+xml` or `image/png`; null: MDES had none that we may show. */
  type: text(),
  bytes: bytea(),
  fetchedAt: at('fetched_at').notNull(),
});

/** The drawn phone of the demo. Production never writes here. */
export const demoMessages = pgTable(
  'demo_messages',
  {
    id: text().primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    at: at('at').notNull(),
  },
  (t) => [index('demo_messages_customer').on(t.customerId, t.at)],
);

/** Append-only and hash-chained (OP-01, OP-02); a trigger refuses UPDATE and DELETE, since PGlite has one role (decisions 16). */
export const auditEvents = pgTable('audit_events', {
  seq: bigint({ mode: 'number' }).primaryKey(),
  at: at('at').notNull(),
  actor: text().notNull(),
  sessionHash: text('session_hash'),
  action: text().notNull(),
  object: text(),
  outcome: text().notNull(),
  address: text(),
  detail: jsonb()
    .$type<Record<string, string | number>>()
    .notNull()
    .default(sql`'{}'::jsonb`),
  previousHash: text('previous_hash').notNull(),
  hash: text().notNull(),
});

/**
 * The newest link of the audit chain, under a keyed hash: without it a cut tail would leave a shorter chain that is whole (OP-02).
 * One row, changed in the transaction of every audit event.
 */
export const auditHead = pgTable('audit_head', {
  id: integer().primaryKey(),
  seq: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
  /** Which data key made the seal; empty together with it on a chain that is older than this table. */
  keyId: text('key_id').notNull(),
  seal: text().notNull(),
});
