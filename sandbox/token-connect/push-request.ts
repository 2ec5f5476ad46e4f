import { encryptedPayloadRule, type EncryptedPayload } from './decrypt-payload';
import { bool, both, digits, lenientBool, object, readLenientBool, text, type Rule } from './field-rules';

const LOCALE = /^[a-z]{2}_[A-Z]{2}$/;
/** Schemes a browser would run instead of visit. Custom app schemes stay allowed (spec 4.3). */
const RUNNABLE = new Set(['javascript:', 'data:', 'vbscript:', 'file:', 'blob:', 'about:']);

const callbackUrl: Rule = both(text(1, 256), (value, field, report) => {
  if (!URL.canParse(String(value)))
    return report('INVALID_FIELD_FORMAT', field, 'wants an absolute URL with its scheme');
  const url = new URL(String(value));
  if (RUNNABLE.has(url.protocol) || url.username !== '' || url.password !== '')
    report('INVALID_FIELD_VALUE', field, 'a scheme that runs code, or a user name in the URL');
});

/** Minutes a receipt lives: more than 4, at most 15 (spec 4.3). */
const validityPeriod: Rule = (value, field, report) => {
  if (typeof value !== 'number') return report('INVALID_FIELD_FORMAT', field, 'wants a JSON number');
  if (value <= 4 || value > 15)
    report('INVALID_FIELD_VALUE', field, 'wants more than 4 and at most 15 minutes');
};

const signatureData = object(
  {},
  {
    callbackURL: callbackUrl,
    completeIssuerAppActivation: lenientBool,
    completeWebsiteActivation: lenientBool,
    accountHolderDataSupplied: lenientBool,
    locale: text(4, 5, LOCALE),
    tokenRequestorSessionId: text(3, 64),
  },
);

/** The clear part of a push of several accounts (spec 4.3). */
export const pushMultipleAccountsRule: Rule = object(
  {
    requestId: text(1, 64),
    tokenRequestorId: digits(11, 11),
    pushFundingAccounts: object({ encryptedPayload: encryptedPayloadRule }),
  },
  {
    signatureData,
    requestIssuerInitiatedDigitizationData: bool,
    pushAccountReceiptsValidityPeriod: validityPeriod,
    authenticationCode: text(1, 32),
  },
);

/** The clear part of the deprecated push of one account (spec 4.4). */
export const pushAccountRule: Rule = object({
  requestId: text(1, 64),
  tokenRequestorId: digits(11, 11),
  pushFundingAccount: object({ encryptedPayload: encryptedPayloadRule }),
});

/** `signatureData` with its defaults filled in (spec 4.3: website activation true, app activation and holder data false). */
export interface SignatureData {
  readonly callbackURL: string | undefined;
  readonly completeIssuerAppActivation: boolean;
  readonly completeWebsiteActivation: boolean;
  readonly accountHolderDataSupplied: boolean;
  readonly locale: string | undefined;
}

/** A push as the rest of the sandbox reads it. */
export interface PushRequest {
  readonly requestId: string;
  readonly tokenRequestorId: string;
  readonly encryptedPayload: EncryptedPayload;
  readonly signatureData: SignatureData | undefined;
  readonly wantsDigitizationData: boolean;
  readonly validityMinutes: number;
}

interface CheckedBody {
  readonly requestId: string;
  readonly tokenRequestorId: string;
  readonly pushFundingAccounts?: { readonly encryptedPayload: EncryptedPayload };
  readonly pushFundingAccount?: { readonly encryptedPayload: EncryptedPayload };
  readonly signatureData?: Readonly<Record<string, unknown>>;
  readonly requestIssuerInitiatedDigitizationData?: boolean;
  readonly pushAccountReceiptsValidityPeriod?: number;
}

const DEFAULT_VALIDITY_MINUTES = 15;

function readSignatureData(data: Readonly<Record<string, unknown>> | undefined): SignatureData | undefined {
  if (data === undefined) return undefined;
  const textOf = (name: string) => (typeof data[name] === 'string' ? data[name] : undefined);
  return {
    callbackURL: textOf('callbackURL'),
    completeIssuerAppActivation: readLenientBool(data['completeIssuerAppActivation'], false),
    completeWebsiteActivation: readLenientBool(data['completeWebsiteActivation'], true),
    accountHolderDataSupplied: readLenientBool(data['accountHolderDataSupplied'], false),
    locale: textOf('locale'),
  };
}

/** Reads a body in which one of the two rules found nothing wrong. */
export function readPushRequest(checked: unknown): PushRequest {
  const body = checked as CheckedBody;
  const payload = body.pushFundingAccounts?.encryptedPayload ?? body.pushFundingAccount?.encryptedPayload;
  if (payload === undefined) throw new TypeError('a push was read before it was checked');
  return {
    requestId: body.requestId,
    tokenRequestorId: body.tokenRequestorId,
    encryptedPayload: payload,
    signatureData: readSignatureData(body.signatureData),
    wantsDigitizationData: body.requestIssuerInitiatedDigitizationData ?? false,
    validityMinutes: body.pushAccountReceiptsValidityPeriod ?? DEFAULT_VALIDITY_MINUTES,
  };
}
