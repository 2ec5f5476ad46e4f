/** One entry of `errors` in an MDES body (spec 5.1). */
export interface WireError {
  readonly source: 'INPUT' | 'MDES';
  readonly reasonCode: string;
  readonly description: string;
}

/** MDES read the call and says no: status 200 with `errors` in the body (spec 5.1). */
export class MdesRefusal extends Error {
  constructor(
    readonly errors: readonly WireError[],
    /** For the operator's journal only; never holds a card number. */
    readonly hint?: string,
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
    readonly details: string | null = null,
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
