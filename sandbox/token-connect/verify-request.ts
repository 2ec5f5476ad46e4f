import { createHash, timingSafeEqual, verify } from 'node:crypto';
import type { Clients, RegisteredClient } from '@/sandbox/store/clients';
import { readAuthorizationHeader, type OAuthParameters } from './authorization-header';
import { rfc5849BaseString, signerLibraryBaseString } from './base-string';
import { check, type Findings } from './checklist';
import type { NonceRegister } from './nonce-register';
import { GatewayRefusal, type Lesson } from './refusal';
import { diagnoseBodyHash } from './diagnose-body-hash';
import { diagnoseSignature, type SignedCall } from './diagnose-signature';

/** Five minutes either way, in real time: timestamps never follow the sandbox's movable clock. */
export const TIMESTAMP_WINDOW_MS = 5 * 60_000;

/** Every key seen so far; others are accepted with a note (spec 2). */
const USUAL_CONSUMER_KEY = /^[A-Za-z0-9_-]{48}![0-9a-fA-F]{32,48}$/;

export type BaseStringForm = 'rfc5849' | 'signer-library';

/** A request as it came in: the body is the bytes themselves, nothing re-encoded. */
export interface RawCall {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | null;
  readonly body: Uint8Array;
}

/** What the verification learned, filled in as far as it came. */
export interface Verification {
  consumerKey?: string;
  clientName?: string;
  baseStrings?: Readonly<Record<BaseStringForm, string>>;
  form?: BaseStringForm;
  bodyHash?: string;
}

export interface GatewayGuard {
  readonly clients: Clients;
  readonly nonces: NonceRegister;
  readonly now: () => number;
}

const refuse = (reason: string, lesson: Lesson) =>
  new GatewayRefusal(403, 'AUTHENTICATION_FAILED', `Authentication failed - ${reason}`, lesson);

/** A number so large is a clock in milliseconds. */
const MILLISECONDS_FROM = 100_000_000_000;

function unknownClient(consumerKey: string, { clients }: GatewayGuard): Lesson {
  const registered = clients.list();
  const tidied = consumerKey.replace(/%21/g, '!').trim();
  const near = registered.find((client) => client.consumerKey === tidied);
  return {
    received: consumerKey.slice(0, 120),
    computed: `registered: ${registered.map(({ name, consumerKey: known }) => `${known} (${name})`).join(', ') || 'nobody'}`,
    ...(near !== undefined && {
      lookAt: `It is the key of "${near.name}", escaped once too often or with white space around it.`,
    }),
  };
}

function timestampInWindow(oauth: OAuthParameters, nowMs: number): void {
  const aheadMs = oauth.timestamp * 1000 - nowMs;
  if (Math.abs(aheadMs) <= TIMESTAMP_WINDOW_MS) return;
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  throw new GatewayRefusal(
    401,
    'DECLINED',
    `Unauthorized - oauth_timestamp is ${seconds} seconds ${aheadMs < 0 ? 'behind' : 'ahead of'} the gateway`,
    {
      received: `timestamp ${oauth.timestamp}`,
      computed: `gateway time ${Math.floor(nowMs / 1000)}, accepted difference 300 seconds`,
      ...(oauth.timestamp > MILLISECONDS_FROM && {
        lookAt: 'It looks like milliseconds; oauth_timestamp counts seconds.',
      }),
    },
  );
}

function bodyHashMatches(oauth: OAuthParameters, body: Uint8Array): string {
  const computed = createHash('sha256').update(body).digest();
  const received = Buffer.from(oauth.bodyHash, 'base64');
  const equal = received.length === computed.length && timingSafeEqual(received, computed);
  const base64 = computed.toString('base64');
  if (equal && oauth.bodyHash === base64) return base64;
  const lookAt = diagnoseBodyHash(oauth.bodyHash, body);
  throw refuse('oauth_body_hash does not match the body', {
    received: oauth.bodyHash.slice(0, 100),
    computed: `${base64} over the ${body.length} bytes that came in`,
    ...(lookAt !== undefined && { lookAt }),
  });
}

function signatureForm(
  call: SignedCall,
  client: RegisteredClient,
  clients: Clients,
  baseStrings: Readonly<Record<BaseStringForm, string>>,
): BaseStringForm {
  const { oauth } = call;
  const signature = Buffer.from(oauth.signature, 'base64');
  const canonical = signature.toString('base64') === oauth.signature;
  for (const form of ['signer-library', 'rfc5849'] as const) {
    if (canonical && verify('sha256', Buffer.from(baseStrings[form]), client.publicKey, signature))
      return form;
  }
  throw refuse('oauth_signature does not verify', {
    received: `a signature of ${signature.length} bytes`,
    computed: `base string (RFC 5849): ${baseStrings.rfc5849} | base string (signer library): ${baseStrings['signer-library']}`,
    lookAt: diagnoseSignature(call, client, clients),
  });
}

/**
 * The gateway's checks, in order (spec 2): header, consumer key, timestamp, body hash, signature, nonce. The nonce comes
 * last, so that nobody without the key can use up somebody's nonces.
 * @throws GatewayRefusal with the shape and status of spec 2.1; the details show both base strings
 */
export function verifyRequest(
  call: RawCall,
  guard: GatewayGuard,
  findings: Findings,
  seen: Verification,
): RegisteredClient {
  const oauth = check(findings, 'authorization-header', () => readAuthorizationHeader(call.authorization));
  seen.consumerKey = oauth.consumerKey;
  const client = check(findings, 'consumer-key', () => {
    const found = guard.clients.find(oauth.consumerKey);
    if (found === undefined)
      throw refuse('consumer key is not registered', unknownClient(oauth.consumerKey, guard));
    return found;
  });
  seen.clientName = client.name;
  if (!USUAL_CONSUMER_KEY.test(oauth.consumerKey))
    findings.notes.push('the consumer key does not look like <client id>!<key id>');
  check(findings, 'timestamp', () => timestampInWindow(oauth, guard.now()));
  seen.bodyHash = check(findings, 'body-hash', () => bodyHashMatches(oauth, call.body));
  const baseStrings = {
    rfc5849: rfc5849BaseString(call.method, call.url, oauth.signed),
    'signer-library': signerLibraryBaseString(call.method, call.url, oauth.signed),
  };
  seen.baseStrings = baseStrings;
  seen.form = check(findings, 'signature', () =>
    signatureForm({ method: call.method, url: call.url, oauth }, client, guard.clients, baseStrings),
  );
  check(findings, 'nonce', () => {
    if (!guard.nonces.use(oauth.consumerKey, oauth.nonce, guard.now()))
      throw refuse('oauth_nonce was used before', { received: `oauth_nonce ${oauth.nonce.slice(0, 80)}` });
  });
  return client;
}
