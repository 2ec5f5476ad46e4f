/** One error as MDES writes it (spec 5.1); `recoverable` and `errorCode` belong to the gateway. */
export interface WireError {
  readonly source: 'INPUT' | 'MDES';
  readonly reasonCode: string;
  readonly description: string;
}

/** What a developer wants to know about a refusal. Never holds a card number, a key or decrypted content. */
export interface Lesson {
  readonly received?: string;
  readonly computed?: string;
  /** What this very call suggests, where more is known than that the check failed. */
  readonly lookAt?: string;
}

/** MDES read the call and says no: status 200 with `errors` in the body (spec 5.1). */
export class MdesRefusal extends Error {
  constructor(
    readonly errors: readonly WireError[],
    readonly lesson: Lesson = {},
  ) {
    super(errors.map((error) => error.description).join('; '));
    this.name = 'MdesRefusal';
  }
}

/** The gateway before MDES says no: its own status and its own capitalised shape (spec 2.1). */
export class GatewayRefusal extends Error {
  constructor(
    readonly status: number,
    readonly reasonCode: string,
    readonly description: string,
    readonly lesson: Lesson = {},
  ) {
    super(description);
    this.name = 'GatewayRefusal';
  }
}

/** The gateway's error body (spec 2.1). */
export function gatewayBody(reasonCode: string, description: string, details: string | null) {
  return {
    Errors: {
      Error: [
        {
          Source: 'Gateway',
          ReasonCode: reasonCode,
          Description: description,
          Recoverable: false,
          Details: details,
        },
      ],
    },
  };
}
