import type { JSONWebKeySet } from 'jose';
import type { Encrypt } from './encryption';
import { InvalidInputError, type FailureKind, type Result } from './errors';
import {
  buildPushPayload,
  suppliesAccountHolderData,
  type AccountHolder,
  type PushAccount,
} from './push-payload';
import { readErrorsOn200, toRefusal, type Words } from './read-answer';
import { verifyPushSignature } from './signature';
import type { Exchange } from './transport';
import { pushResponseSchema, type PushResponse } from './wire';

export interface PushInput {
  /** 1 to 64 characters; the same for every repeat of one push. */
  requestId: string;
  /** 11 digits. */
  tokenRequestorId: string;
  /** 1 to 5; more than one only where the token requestor takes several. */
  accounts: PushAccount[];
  accountHolder: AccountHolder;
  /** Absolute, at most 256 characters, sent as it is. */
  callbackUrl: string;
  /** `xx_YY`. */
  locale: string;
  /** After it every system must reject the payload; at most 30 days ahead. */
  dataValidUntil: Date;
  /** 5 to 15. */
  receiptsValidityMinutes: number;
}

type PushedAccount = { pushAccountId: string; receipt: string } | { pushAccountId: string; refusal: Words };

/** What MDES said, card by card, in the order in which they were sent. */
export interface PushOutcome {
  /** MDES's own; the real one differs from the request id, so it is never compared. */
  responseId: string;
  accounts: PushedAccount[];
  /** Where the browser could go: untrusted, see `chooseHandOff`. */
  pushMethods: { type: string; uri: string }[];
  /** JWS, exactly as returned. */
  signature?: string;
  /** Whether the token requestor verifies signatures. */
  signatureSupported: boolean;
  /** Present when keys are configured: whether the signature is MDES's and speaks of this push. */
  signatureVerified?: boolean;
  /** Answers for accounts that we never sent, or sent once and got twice. */
  droppedReceipts: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

interface PushTools {
  exchange: Exchange;
  encrypt: Encrypt;
  now: () => number;
  jwks?: JSONWebKeySet;
}

/**
 * Pushes one to five accounts to a token requestor (spec section 4.3). A failure concerns the whole call; a refusal
 * of one card is part of the outcome.
 * @throws {InvalidInputError} naming the field, before anything is sent.
 * @throws {EncryptionError}
 */
export async function pushMultipleAccounts(tools: PushTools, input: PushInput): Promise<Result<PushOutcome>> {
  checkInput(input, tools.now());
  const { requestId, tokenRequestorId, callbackUrl, locale } = input;
  const payload = buildPushPayload(input.accounts, input.accountHolder, input.dataValidUntil);
  const body = {
    requestId,
    tokenRequestorId,
    pushFundingAccounts: { encryptedPayload: tools.encrypt(payload) },
    signatureData: {
      callbackURL: callbackUrl,
      completeIssuerAppActivation: false,
      completeWebsiteActivation: false,
      accountHolderDataSupplied: suppliesAccountHolderData(input.accountHolder),
      locale,
    },
    pushAccountReceiptsValidityPeriod: input.receiptsValidityMinutes,
  };
  const result = await tools.exchange({
    operation: 'pushMultipleAccounts',
    requestId,
    method: 'POST',
    path: '/connect/1/0/pushMultipleAccounts',
    // One buffer: these bytes are hashed, signed and sent.
    body: Buffer.from(JSON.stringify(body), 'utf8'),
    secrets: input.accounts.map((account) => account.pan.reveal()),
    read: (json) => readPush(json, input.accounts),
  });
  if (!result.ok || !tools.jwks || result.value.signature === undefined) return result;
  const check = await verifyPushSignature(result.value.signature, {
    jwks: tools.jwks,
    receipts: receiptsOf(result.value.accounts),
    callbackUrl,
  });
  return { ok: true, value: { ...result.value, signatureVerified: check.ok } };
}

function checkInput(input: PushInput, nowMs: number): void {
  const check = (field: string, valid: boolean) => {
    if (!valid) throw new InvalidInputError(field);
  };
  const ids = input.accounts.map((account) => account.pushAccountId);
  const aheadMs = input.dataValidUntil.getTime() - nowMs;
  const minutes = input.receiptsValidityMinutes;
  check('requestId', input.requestId.length >= 1 && input.requestId.length <= 64);
  check('tokenRequestorId', /^\d{11}$/.test(input.tokenRequestorId));
  check('accounts', ids.length >= 1 && ids.length <= 5);
  check(
    'pushAccountId',
    ids.every((id) => id.length >= 1 && id.length <= 36) && new Set(ids).size === ids.length,
  );
  // Sent as it is and signed as it is, so it must already be legal (RFC 3986).
  const legal = /^[\x21-\x7e]{1,256}$/.test(input.callbackUrl) && URL.canParse(input.callbackUrl);
  check('callbackURL', legal);
  check('locale', /^[a-z]{2}_[A-Z]{2}$/.test(input.locale));
  check('dataValidUntilTimestamp', aheadMs > 0 && aheadMs <= 30 * DAY_MS);
  check('pushAccountReceiptsValidityPeriod', Number.isInteger(minutes) && minutes >= 5 && minutes <= 15);
}

function malformed(detail: string): { ok: false; failure: FailureKind } {
  return { ok: false, failure: { kind: 'malformed', detail } };
}

function readPush(json: unknown, sent: PushAccount[]) {
  const parsed = pushResponseSchema.safeParse(json);
  if (!parsed.success) {
    const refusal = readErrorsOn200(json);
    if (refusal) return { ok: false as const, failure: refusal };
    return malformed(`unexpected at ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  }
  const { responseId, errors, pushAccountReceipts = [], signature } = parsed.data;
  const whole = errors?.[0];
  if (whole && pushAccountReceipts.length === 0) {
    return { ok: false as const, failure: { kind: 'rejected' as const, ...toRefusal(whole) } };
  }
  const accounts = sent.map(({ pushAccountId }) => readAccount(parsed.data, pushAccountId));
  if (!accounts.every((account) => account !== undefined)) {
    return malformed('a card has neither a receipt nor an error');
  }
  const receipts = receiptsOf(accounts);
  if (new Set(receipts).size !== receipts.length) return malformed('two cards have one receipt');
  // The member is optional; a signature without it says the same.
  const signatureSupported = parsed.data.tokenRequestorSignatureSupport ?? signature !== undefined;
  if (signatureSupported && receipts.length > 0 && signature === undefined) {
    return malformed('signatures are supported, but there is none');
  }
  const value: PushOutcome = {
    responseId,
    accounts,
    pushMethods: parsed.data.availablePushMethods ?? [],
    ...(signature === undefined ? {} : { signature }),
    signatureSupported,
    droppedReceipts: pushAccountReceipts.length - accounts.length,
  };
  return { ok: true as const, value, responseId };
}

/** Matched by id, never by order. Where a partner contradicts itself, an error outweighs a receipt. */
function readAccount(response: PushResponse, pushAccountId: string): PushedAccount | undefined {
  const item = response.pushAccountReceipts?.find((candidate) => candidate.pushAccountId === pushAccountId);
  const receipt = item?.pushAccountReceipt;
  const error = item?.errors?.[0] ?? (receipt === undefined ? response.errors?.[0] : undefined);
  if (error) return { pushAccountId, refusal: toRefusal(error) };
  return receipt === undefined ? undefined : { pushAccountId, receipt };
}

function receiptsOf(accounts: PushedAccount[]): string[] {
  return accounts.flatMap((account) => ('receipt' in account ? [account.receipt] : []));
}
