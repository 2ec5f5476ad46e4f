import { z } from 'zod';

const addressRecord = z.object({
  line1: z.string().optional(),
  line2: z.string().optional(),
  city: z.string().optional(),
  countrySubdivision: z.string().optional(),
  postalCode: z.string().optional(),
  country: z.string().optional(),
});

/** What the bank shared about the cardholder, as far as the token requestor accepts it. */
export const holderRecord = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
  mobile: z.object({ dialCode: z.string(), number: z.string() }).optional(),
  address: addressRecord.optional(),
});
export type Holder = z.infer<typeof holderRecord>;

/** Where the token requestor itself may lead a cardholder who still has to prove who they are (spec 4.3). */
const activationRecord = z.object({ app: z.boolean(), website: z.boolean() });
export type Activation = z.infer<typeof activationRecord>;

/** A receipt that MDES handed out. It knows the card by its last four digits and a keyed hash, never by its number. */
export const receiptRecord = z.object({
  receipt: z.string(),
  requestId: z.string(),
  pushAccountId: z.string(),
  consumerKey: z.string(),
  tokenRequestorId: z.string(),
  last4: z.string(),
  panHash: z.string(),
  outcomeCode: z.string(),
  callbackURL: z.string().optional(),
  locale: z.string().optional(),
  /** The flags of the push; neither, where it carried none. */
  activation: activationRecord.default({ app: false, website: false }),
  holder: holderRecord,
  createdAtMs: z.number(),
  expiresAtMs: z.number(),
  /** How far this receipt's clock was moved, in milliseconds. */
  offsetMs: z.number(),
  /** The raw values of `results[...]` once Click to Pay is done with it; several for the "reported twice" outcome. */
  results: z.array(z.string()).optional(),
  consumed: z.boolean(),
});
export type Receipt = z.infer<typeof receiptRecord>;

const channel = z.enum(['email', 'mobile']);
export type Channel = z.infer<typeof channel>;

const codeRecord = z.object({
  channel,
  value: z.string(),
  sentAtMs: z.number(),
});

/** One visit of a cardholder at a token requestor's pages. */
export const journeyRecord = z.object({
  id: z.string(),
  tokenRequestorId: z.string(),
  bankName: z.string(),
  receipts: z.array(z.string()),
  callbackURL: z.string(),
  locale: z.string(),
  rememberOffered: z.boolean(),
  checkedAtMs: z.number(),
  activation: activationRecord.default({ app: false, website: false }),
  stage: z.enum(['contact', 'details', 'code', 'locked', 'activation', 'done', 'cancelled']),
  /** True when a remembered browser made the code unnecessary. */
  recognised: z.boolean().default(false),
  /** Where the person chose to prove who they are. */
  provesAt: z.enum(['website', 'app']).optional(),
  email: z.string().optional(),
  mobile: z.string().optional(),
  code: codeRecord.optional(),
  triesLeft: z.number(),
  resendsLeft: z.number(),
});
export type Journey = z.infer<typeof journeyRecord>;

export const profileRecord = z.object({
  email: z.string(),
  name: z.string().optional(),
  mobile: z.string().optional(),
  createdAtMs: z.number(),
});
export type Profile = z.infer<typeof profileRecord>;

export const tokenRecord = z.object({
  tokenRequestorId: z.string(),
  panHash: z.string(),
  /** E-mail of the profile that holds the card, empty where there is none. */
  owner: z.string(),
  tokenUniqueReference: z.string(),
  last4: z.string().default(''),
  bankName: z.string().default(''),
  addedAtMs: z.number().default(0),
  /** True until the cardholder has proved who they are; such a card cannot pay. */
  waiting: z.boolean().default(false),
});
export type Token = z.infer<typeof tokenRecord>;

export const rememberedRecord = z.object({
  tokenHash: z.string(),
  email: z.string(),
  untilMs: z.number(),
  sinceMs: z.number().default(0),
  /** The browser by name, e.g. "Firefox", for the person's own list. */
  browser: z.string().default(''),
});
export type Remembered = z.infer<typeof rememberedRecord>;

/** Somebody at Click to Pay who says who they are, on the way to a page that only they may see. */
export const signInRecord = z.object({
  id: z.string(),
  /** A page of ours, where it leads. */
  next: z.string(),
  locale: z.string(),
  stage: z.enum(['email', 'code', 'locked', 'done']),
  email: z.string().optional(),
  mobile: z.string().optional(),
  code: codeRecord.optional(),
  triesLeft: z.number(),
  resendsLeft: z.number(),
});
export type SignIn = z.infer<typeof signInRecord>;

/** A browser in which somebody proved who they are, for half an hour. */
export const sessionRecord = z.object({ tokenHash: z.string(), email: z.string(), untilMs: z.number() });
export type Session = z.infer<typeof sessionRecord>;

const paymentRecord = z.object({
  email: z.string(),
  last4: z.string(),
  bankName: z.string(),
  tokenUniqueReference: z.string(),
  standInLast4: z.string(),
  cryptogram: z.string(),
  paidAtMs: z.number(),
});
export type Payment = z.infer<typeof paymentRecord>;

/** An order of the shop; without a payment it is still open. */
export const orderRecord = z.object({
  id: z.string(),
  locale: z.string(),
  createdAtMs: z.number(),
  /** Hundredths of the currency. */
  amountMinor: z.number(),
  currency: z.string(),
  payment: paymentRecord.optional(),
});
export type Order = z.infer<typeof orderRecord>;

/** A one-time code that Click to Pay "sent"; the drawn inbox and `/__sandbox/messages` show it. */
export const messageRecord = z.object({
  id: z.string(),
  sentAt: z.string(),
  channel,
  to: z.string(),
  email: z.string().optional(),
  receipts: z.array(z.string()),
  code: z.string(),
  text: z.string(),
});
export type Message = z.infer<typeof messageRecord>;

const clientRecord = z.object({ consumerKey: z.string(), publicKeyPem: z.string(), name: z.string() });

/** Everything that outlives a restart. */
export const snapshotRecord = z.object({
  version: z.literal(1),
  receipts: z.array(receiptRecord),
  journeys: z.array(journeyRecord),
  profiles: z.array(profileRecord),
  tokens: z.array(tokenRecord),
  remembered: z.array(rememberedRecord),
  messages: z.array(messageRecord),
  clients: z.array(clientRecord),
  signIns: z.array(signInRecord).default([]),
  sessions: z.array(sessionRecord).default([]),
  orders: z.array(orderRecord).default([]),
});
export type Snapshot = z.infer<typeof snapshotRecord>;

/** What one entry of each collection has to look like when it comes back from a file. */
export const entryRecords = {
  receipts: receiptRecord,
  journeys: journeyRecord,
  profiles: profileRecord,
  tokens: tokenRecord,
  remembered: rememberedRecord,
  messages: messageRecord,
  clients: clientRecord,
  signIns: signInRecord,
  sessions: sessionRecord,
  orders: orderRecord,
} satisfies Record<Exclude<keyof Snapshot, 'version'>, z.ZodType>;
export type Kind = keyof typeof entryRecords;

/** One change of one entry, a line of the log; without a value the entry is gone. */
export interface Change {
  readonly kind: Kind;
  readonly key: string;
  readonly value?: unknown;
}
