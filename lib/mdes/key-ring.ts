import { createTokenConnectClient, type ExchangeEvent } from '@/lib/token-connect/client';
import type { Result, TokenConnectClient, TokenConnectOptions } from '@/lib/token-connect/client';
import type { Credentials } from './credentials';

export interface KeyRing {
  /** Sends with the keys in use; what MDES turns away because of a key is sent once more with the other one. */
  send<T>(call: (client: TokenConnectClient) => Promise<Result<T>>): Promise<Result<T>>;
}

/** A key or a certificate gave way to the other one: a matter for an operator. */
export interface KeyChange {
  from: string;
  to: string;
}

/**
 * Both active keys and certificates behind one call (KY-05, F11). A gateway that turns a key away, or an MDES that cannot decrypt,
 * has done nothing, so the same request is sent once with the other key or certificate; where that is accepted it stays in use.
 */
export function createKeyRing(
  credentials: Credentials,
  baseUrl: string,
  on: {
    exchange: (event: ExchangeEvent) => void;
    change: (change: KeyChange) => void;
    tap?: NonNullable<TokenConnectOptions['tap']> | undefined;
  },
  now: () => Date = () => new Date(),
): KeyRing {
  const { signers, recipients, jwks } = credentials;
  const clients = new Map<string, TokenConnectClient>();
  let inUse = { signer: 0, recipient: firstValid(credentials, now()) };

  const clientFor = ({ signer, recipient }: typeof inUse): TokenConnectClient => {
    const name = `${signer} ${recipient}`;
    const known = clients.get(name);
    if (known) return known;
    const { consumerKey, key } = signers[signer] ?? signers[0];
    const { pem, fingerprint } = recipients[recipient] ?? recipients[0];
    const client = createTokenConnectClient({
      baseUrl,
      consumerKey,
      signingKey: key,
      encryptionCertificatePem: pem,
      ...(fingerprint === null ? {} : { encryptionFingerprint: fingerprint }),
      ...(jwks === null ? {} : { jwks }),
      onExchange: on.exchange,
      ...(on.tap === undefined ? {} : { tap: on.tap }),
    });
    clients.set(name, client);
    return client;
  };
  // Here, not at the first push: a certificate that cannot be used must stop the start.
  signers.forEach((_, signer) => recipients.forEach((_, recipient) => clientFor({ signer, recipient })));

  return {
    async send(call) {
      const used = inUse;
      const first = await call(clientFor(used));
      if (first.ok) return first;
      const { kind, sent } = first.error;
      const other =
        kind === 'unauthorized' && signers.length > 1
          ? { ...used, signer: 1 - used.signer }
          : kind === 'crypto' && sent && recipients.length > 1
            ? { ...used, recipient: 1 - used.recipient }
            : null;
      if (other === null) return first;
      const second = await call(clientFor(other));
      if (!second.ok && second.error.kind === kind) return first;
      if (accepted(second) && inUse === used) {
        inUse = other;
        on.change(
          kind === 'crypto'
            ? { from: nameOf(recipients, used.recipient), to: nameOf(recipients, other.recipient) }
            : { from: nameOf(signers, used.signer), to: nameOf(signers, other.signer) },
        );
      }
      return second;
    },
  };
}

const nameOf = (list: readonly { variable: string }[], index: number) => list[index]?.variable ?? '';

/** Somebody read it: MDES has accepted the key, whatever it thinks of the request. */
const accepted = (result: Result<unknown>) => result.ok || result.error.kind === 'rejected';

/** The first certificate, or the second where only that has not expired. */
function firstValid({ recipients }: Credentials, now: Date): number {
  return Math.max(
    0,
    recipients.findIndex(({ notAfter }) => notAfter > now),
  );
}
