import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What a hostile or broken browser or authenticator may do otherwise. */
interface Twist {
  origin?: string;
  challenge?: string;
  rpId?: string;
  type?: string;
  counter?: number;
  userVerified?: boolean;
  credentialId?: string;
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 };

/**
 * A browser with an authenticator in software (WebAuthn 3, 6.1): real ES256 keys and real signatures, one credential. It does what
 * the options say, unless it is told to cheat.
 */
export class Authenticator {
  readonly credentialId = randomBytes(32).toString('base64url');
  counter = 0;
  private readonly key: KeyObject;
  private readonly coseKey: Buffer;

  constructor(private readonly origin = 'http://localhost:3000') {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.key = privateKey;
    // {1: 2, 3: -7, -1: 1, -2: x, -3: y}: an EC2 key for ES256 on P-256 (RFC 9053).
    this.coseKey = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]);
  }

  /** `navigator.credentials.create`: JSON text of the new credential. */
  create(options: string, twist: Twist = {}): string {
    const { challenge, rp } = JSON.parse(options) as { challenge: string; rp: { id: string } };
    const id = Buffer.from(this.credentialId, 'base64url');
    const attested = Buffer.concat([
      Buffer.alloc(16),
      Buffer.of(id.length >> 8, id.length & 0xff),
      id,
      this.coseKey,
    ]);
    const data = this.data(rp.id, twist, FLAGS.attested, attested);
    // {fmt: "none", attStmt: {}, authData: bytes}
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex'),
      Buffer.of(data.length >> 8, data.length & 0xff),
      data,
    ]);
    return this.answer(twist, {
      clientDataJSON: this.clientData('webauthn.create', challenge, twist).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** `navigator.credentials.get`: JSON text of the signed answer; each counts one further. */
  get(options: string, twist: Twist = {}): string {
    const { challenge, rpId } = JSON.parse(options) as { challenge: string; rpId: string };
    this.counter += 1;
    const data = this.data(rpId, twist, 0, Buffer.alloc(0));
    const client = this.clientData('webauthn.get', challenge, twist);
    return this.answer(twist, {
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, sha256(client)]), this.key).toString('base64url'),
    });
  }

  private data(rpId: string, twist: Twist, more: number, rest: Buffer): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(twist.counter ?? this.counter);
    const verified = (twist.userVerified ?? true) ? FLAGS.verified : 0;
    return Buffer.concat([
      sha256(twist.rpId ?? rpId),
      Buffer.of(FLAGS.present | verified | more),
      counter,
      rest,
    ]);
  }

  private clientData(type: string, challenge: string, twist: Twist): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: twist.type ?? type,
        challenge: twist.challenge ?? challenge,
        origin: twist.origin ?? this.origin,
        crossOrigin: false,
      }),
    );
  }

  private answer(twist: Twist, response: object): string {
    const id = twist.credentialId ?? this.credentialId;
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }
}
