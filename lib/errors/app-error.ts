/** Every way in which a person's request can fail, as a stable code; the words live in the catalogue (`errors.*`). */
export const APP_ERROR_CODES = [
  'NOT_FOUND',
  'SIGNED_OUT',
  'INVALID_INPUT',
  'WRONG_CREDENTIALS',
  'SIGN_IN_BLOCKED',
  'SIGN_IN_CANCELLED',
  'SIGN_IN_STALE',
  'SIGN_IN_FAILED',
  'SIGN_IN_UNREACHABLE',
  'UNKNOWN_CUSTOMER',
  'STALE',
  'STEP_SKIPPED',
  'NO_CARD_CHOSEN',
  'TOO_MANY_CARDS',
  'CARD_NOT_ELIGIBLE',
  'CONSENT_MISSING',
  'WRONG_CODE',
  'CODE_EXPIRED',
  'TOO_MANY_CODES',
  'TOO_MANY_PUSHES',
  'CODE_NOT_DELIVERED',
  'PASSKEY_REFUSED',
  'TOO_MANY_PASSKEYS',
  'STEP_UP_NEEDED',
  'NOT_SENT',
  'SERVICE_UNAVAILABLE',
  'FORBIDDEN',
] as const;
export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/** A named failure. `context` is for logs (allow-listed there); a person sees only the words of `code`. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly triesLeft?: number;
  constructor(code: AppErrorCode, options: { cause?: unknown; triesLeft?: number } = {}) {
    super(code, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    if (options.triesLeft !== undefined) this.triesLeft = options.triesLeft;
  }
}
