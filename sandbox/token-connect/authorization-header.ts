import { GatewayRefusal, type Lesson } from './refusal';

const SCHEME = /^OAuth\s+/i;
const PARAMETER = /^\s*([A-Za-z_]+)="([^"]*)"\s*$/;
const REQUIRED = [
  'oauth_consumer_key',
  'oauth_nonce',
  'oauth_timestamp',
  'oauth_signature_method',
  'oauth_body_hash',
  'oauth_signature',
] as const;

/** The OAuth parameters of a request, decoded; `realm` is dropped (RFC 5849, 3.5.1). */
export interface OAuthParameters {
  readonly consumerKey: string;
  readonly nonce: string;
  /** Seconds since 1970, as sent. */
  readonly timestamp: number;
  readonly bodyHash: string;
  readonly signature: string;
  /** Everything that is signed: all parameters but `realm` and `oauth_signature`. */
  readonly signed: readonly (readonly [string, string])[];
}

const malformed = (what: string, lesson: Lesson = {}) =>
  new GatewayRefusal(400, 'INVALID_AUTH_HEADER', `Invalid authorization header - ${what}`, lesson);

function decode(name: string, value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw malformed(`${name} is not percent-encoded`);
  }
}

function parameters(header: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const piece of header.replace(SCHEME, '').split(',')) {
    const match = PARAMETER.exec(piece);
    if (match?.[1] === undefined || match[2] === undefined) throw malformed('expected name="value" pairs');
    const name = match[1];
    if (found.has(name)) throw malformed(`${name} stands twice`);
    if (name !== 'realm' && !name.startsWith('oauth_')) throw malformed(`unknown parameter ${name}`);
    if (name !== 'realm') found.set(name, decode(name, match[2]));
  }
  return found;
}

/**
 * Reads an `Authorization: OAuth ...` header (spec 2; RFC 5849, 3.5.1). Order is free, values may be raw or
 * percent-encoded: Mastercard's own signer writes some of them raw.
 * @throws GatewayRefusal 400 INVALID_AUTH_HEADER
 */
export function readAuthorizationHeader(header: string | null): OAuthParameters {
  if (header === null) throw malformed('the header is missing');
  if (!SCHEME.test(header)) throw malformed('the scheme is not OAuth');
  const found = parameters(header);
  const value = (name: string): string => {
    const text = found.get(name);
    if (text === undefined || text === '') {
      const names = [...found.keys()].join(', ');
      throw malformed(`${name} is missing`, { received: `parameters: ${names || 'none'}` });
    }
    return text;
  };
  for (const name of REQUIRED) value(name);
  const method = value('oauth_signature_method');
  if (method !== 'RSA-SHA256')
    throw malformed('oauth_signature_method is not RSA-SHA256', { received: method.slice(0, 40) });
  if (found.has('oauth_version') && value('oauth_version') !== '1.0')
    throw malformed('oauth_version is not 1.0');
  if (!/^\d{1,12}$/.test(value('oauth_timestamp')))
    throw malformed('oauth_timestamp is not a number of seconds');
  return {
    consumerKey: value('oauth_consumer_key'),
    nonce: value('oauth_nonce'),
    timestamp: Number(value('oauth_timestamp')),
    bodyHash: value('oauth_body_hash'),
    signature: value('oauth_signature'),
    signed: [...found].filter(([name]) => name !== 'oauth_signature'),
  };
}
