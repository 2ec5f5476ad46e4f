import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** A client registration as it lies in `clients/*.json` and comes to `POST /__sandbox/v1/clients`. */
export const clientRegistration = z.strictObject({
  consumerKey: z.string().min(1).max(200),
  publicKeyPem: z.string().startsWith('-----BEGIN PUBLIC KEY-----'),
  name: z.string().min(1).max(60),
});
export type ClientRegistration = z.infer<typeof clientRegistration>;

export interface RegisteredClient {
  readonly consumerKey: string;
  readonly publicKey: KeyObject;
  /** Shown to people: "Return to <name>". */
  readonly name: string;
}

/** The clients whose signatures the gateway accepts. */
export class Clients {
  private readonly byKey = new Map<string, RegisteredClient>();

  constructor(registrations: Iterable<ClientRegistration>) {
    for (const registration of registrations) this.register(registration);
  }

  /** Adds or replaces a client. Throws when the key is no RSA public key of 2048 bits or more. */
  register({ consumerKey, publicKeyPem, name }: ClientRegistration): RegisteredClient {
    const publicKey = createPublicKey(publicKeyPem);
    const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
    if (publicKey.asymmetricKeyType !== 'rsa' || bits < 2048)
      throw new TypeError('expected an RSA key of at least 2048 bits');
    const client = { consumerKey, publicKey, name };
    this.byKey.set(consumerKey, client);
    return client;
  }

  find(consumerKey: string): RegisteredClient | undefined {
    return this.byKey.get(consumerKey);
  }

  list(): readonly RegisteredClient[] {
    return [...this.byKey.values()];
  }
}
