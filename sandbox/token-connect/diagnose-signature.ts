import { constants, verify } from 'node:crypto';
import type { Clients, RegisteredClient } from '@/sandbox/store/clients';
import type { OAuthParameters } from './authorization-header';
import { rfc5849BaseString, signerLibraryBaseString } from './base-string';

/** What was signed and sent, as far as the gateway can see. */
export interface SignedCall {
  readonly method: string;
  readonly url: URL;
  readonly oauth: OAuthParameters;
}

type Attempt = readonly [baseStrings: readonly string[], verdict: string];

const bothForms = (method: string, url: URL, signed: OAuthParameters['signed']): readonly string[] => [
  signerLibraryBaseString(method, url, signed),
  rfc5849BaseString(method, url, signed),
];

/** Addresses that clients sign when they do not sign the one they call. */
function otherAddresses(url: URL): readonly URL[] {
  const changed = (change: (copy: URL) => void): URL => {
    const copy = new URL(url);
    change(copy);
    return copy;
  };
  return [
    changed((copy) => (copy.hostname = 'localhost')),
    changed((copy) => (copy.hostname = '127.0.0.1')),
    changed((copy) => (copy.protocol = 'https:')),
    changed((copy) => (copy.port = '')),
    changed((copy) => (copy.pathname = copy.pathname.replace(/^\/mdes/, ''))),
    changed(
      (copy) =>
        (copy.pathname = copy.pathname.endsWith('/') ? copy.pathname.slice(0, -1) : `${copy.pathname}/`),
    ),
    changed((copy) => (copy.pathname = copy.pathname.replace('1/0', '1%2F0'))),
    new URL(`https://sandbox.api.mastercard.com${url.pathname}`),
    new URL(`https://api.mastercard.com${url.pathname}`),
  ];
}

function attempts({ method, url, oauth }: SignedCall): readonly Attempt[] {
  const { signed } = oauth;
  const addresses = otherAddresses(url).map((other): Attempt => [
    bothForms(method, other, signed),
    `It fits ${other.href}: your client signs that address and calls ${url.href}.`,
  ]);
  const methods = ['GET', 'POST', 'PUT'].map((other): Attempt => [
    bothForms(other, url, signed),
    `It fits the method ${other}: your client signs ${other} and sends ${method}.`,
  ]);
  const without = (name: string): Attempt => [
    bothForms(
      method,
      url,
      signed.filter(([known]) => known !== name),
    ),
    `It fits a base string without ${name}: the parameter was added to the header after signing.`,
  ];
  return [...addresses, ...methods, without('oauth_body_hash'), without('oauth_version')];
}

/**
 * Why a signature may not fit, in a sentence for the developer, found by trying what goes wrong in practice: another
 * address or method signed, a parameter left out, another hash, another padding, another client's key.
 */
export function diagnoseSignature(call: SignedCall, client: RegisteredClient, clients: Clients): string {
  const signature = Buffer.from(call.oauth.signature, 'base64');
  if (signature.toString('base64') !== call.oauth.signature)
    return 'It is not plain base64 (perhaps base64url, hex, or escaped twice).';
  const own = bothForms(call.method, call.url, call.oauth.signed).map((text) => Buffer.from(text));
  const fits = (
    texts: readonly (string | Buffer)[],
    hash = 'sha256',
    padding?: number,
    key = client.publicKey,
  ) =>
    texts.some((text) =>
      verify(hash, Buffer.from(text), padding === undefined ? key : { key, padding }, signature),
    );
  const found = attempts(call).find(([baseStrings]) => fits(baseStrings));
  if (found !== undefined) return found[1];
  for (const hash of ['sha1', 'sha512'])
    if (fits(own, hash)) return `It was made with ${hash}; RSA-SHA256 means SHA-256.`;
  if (fits(own, 'sha256', constants.RSA_PKCS1_PSS_PADDING))
    return 'It was made with PSS padding; RSA-SHA256 means PKCS#1 v1.5 (SHA256withRSA).';
  const other = clients.list().find((candidate) => fits(own, 'sha256', undefined, candidate.publicKey));
  if (other !== undefined)
    return `It fits the key of the client "${other.name}": the consumer key of one client goes with the signing key of another.`;
  return `It fits no key of a registered client: compare your base string with the two above, then the private key with the public key registered for "${client.name}".`;
}
