import { randomUUID } from 'node:crypto';
import { readBrand } from '@/lib/brand/brand';
import { JsonFileError } from '@/lib/config/json-file';
import { parseConfig, type Config } from '@/lib/config/env-schema';
import {
  createTokenConnectClient,
  type ExchangeEvent,
  type TokenConnectError,
} from '@/lib/token-connect/client';
import { createHttpSender } from '@/lib/token-connect/http-sender';
import { loadEncryptionCertificate, loadSigningKey } from '@/lib/token-connect/keys';
import {
  checkCredentials,
  checkEncryption,
  checkSignatureKeys,
  checkSigning,
  signingKeySource,
} from './doctor-keys';
import { checkIdentityProvider } from './doctor-identity-provider';
import type { Finding } from './doctor-report';

/** Documented for Mastercard's sandbox; a bank asks with one of its own. */
const SANDBOX_RANGE = '512345678901';
const CONNECT_MS = 5_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Everything that must hold before a card can be pushed, one finding after the other; nothing is changed anywhere.
 * @param env the environment of the portal. @param accountRange 9 to 19 digits, the start of a range of this issuer.
 */
export async function* examine(
  env: Record<string, string | undefined>,
  accountRange = SANDBOX_RANGE,
): AsyncGenerator<Finding> {
  const parsed = parseConfig(env);
  if (!parsed.ok) {
    const fix = 'set it in the environment of the portal; the README has the table';
    for (const words of parsed.faults) yield { mark: 'fault', subject: 'Configuration', words, fix };
    return;
  }
  yield* checkBrand(env['BRAND_FILE']);
  const { config } = parsed;
  yield { mark: 'ok', subject: 'Configuration', words: `complete, ${config.mode} mode` };

  const faults = checkCredentials(config, Date.now());
  const keys = [
    ...faults,
    ...unless(faults, 'Signing key', () => checkSigning(config, Date.now())),
    ...unless(faults, 'Encryption certificate', () => checkEncryption(config, Date.now())),
    ...unless(faults, 'Signature keys', () => checkSignatureKeys(config)),
  ];
  yield* keys;
  yield checkCallback(config);
  if (config.oidc !== null) yield await checkIdentityProvider(config.oidc);
  yield checkHosts(config);

  const reached = await reach(config);
  yield* reached.findings;
  if (!reached.ok) return;
  if (keys.some((finding) => finding.mark === 'fault')) {
    yield { mark: 'warn', subject: 'Signed call', words: 'not tried: mend the keys first' };
    return;
  }
  yield* await callOnce(config, accountRange);
}

/** What is faulty already is not looked at a second time. */
function unless(faults: Finding[], subject: string, check: () => Finding[]): Finding[] {
  return faults.some((fault) => fault.subject.startsWith(subject)) ? [] : attempt(subject, check);
}

/** A file that cannot be read is a finding like any other. */
function attempt(subject: string, check: () => Finding[]): Finding[] {
  try {
    return check();
  } catch (error) {
    const words = error instanceof Error ? error.message : 'cannot be used';
    return [
      {
        mark: 'fault',
        subject,
        words,
        fix: 'check the file, its password and its alias in the configuration',
      },
    ];
  }
}

/** Who this bank is: a broken file stops the portal, a colour that was moved is worth a look. */
function checkBrand(file: string | undefined): Finding[] {
  const subject = 'Brand';
  const fix = 'docs/branding.md has every member of the file';
  try {
    const { brand, warnings } = readBrand(file?.trim() || null);
    const words = `${brand.name}, in ${brand.languages.join(', ')}`;
    return [
      { mark: 'ok', subject, words },
      ...warnings.map((warning): Finding => ({ mark: 'warn', subject, words: warning, fix })),
    ];
  } catch (error) {
    if (!(error instanceof JsonFileError)) throw error;
    return error.faults.map((words): Finding => ({ mark: 'fault', subject, words, fix }));
  }
}

function checkCallback(config: Config): Finding {
  const callback = new URL('/tokenization-results', config.origin);
  const about = { subject: 'Callback' };
  const foreignMdes = !LOOPBACK.has(new URL(config.mdes.baseUrl).hostname);
  if (foreignMdes && LOOPBACK.has(callback.hostname)) {
    const words = `${callback.href}: only a browser on this machine can come back to it`;
    return { ...about, mark: 'warn', words, fix: 'set PORTAL_ORIGIN to the address that cardholders use' };
  }
  if (foreignMdes && callback.protocol !== 'https:') {
    const words = `${callback.href}: Mastercard expects https`;
    return { ...about, mark: 'fault', words, fix: 'set PORTAL_ORIGIN to an https address' };
  }
  return { ...about, mark: 'ok', words: `${callback.href}, ${callback.href.length} of 256 characters` };
}

function checkHosts({ tokenRequestorHosts: hosts }: Config): Finding {
  return { mark: 'ok', subject: 'Hand-over', words: `browsers may be sent to ${hosts.join(', ')}` };
}

/** One plain request: is anybody there, is its TLS good, and what time is it there? */
async function reach({ mdes }: Config): Promise<{ ok: boolean; findings: Finding[] }> {
  const { host } = new URL(mdes.baseUrl);
  const askedAtMs = Date.now();
  try {
    const response = await createHttpSender(CONNECT_MS)(mdes.baseUrl, {
      signal: AbortSignal.timeout(2 * CONNECT_MS),
    });
    await response.body?.cancel();
    const words = `${host} answers in ${Date.now() - askedAtMs} ms`;
    const found: Finding = { mark: 'ok', subject: 'Reachability', words };
    return { ok: true, findings: [found, checkClock(response.headers.get('date'), askedAtMs)] };
  } catch (error) {
    const words = `${host} does not answer (${reasonOf(error)})`;
    const fix =
      'check MDES_BASE_URL, DNS, proxy and firewall; for the sandbox of this machine run "npm start"';
    return { ok: false, findings: [{ mark: 'fault', subject: 'Reachability', words, fix }] };
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return cause instanceof Error ? cause.message : 'no reason given';
}

function checkClock(date: string | null, askedAtMs: number): Finding {
  const subject = 'Clock';
  const theirs = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(theirs)) return { mark: 'warn', subject, words: 'the other side does not tell its time' };
  // `Date` has whole seconds, cut.
  const offBySeconds = Math.round((theirs + 500 - askedAtMs) / 1000);
  if (Math.abs(offBySeconds) <= 1) return { mark: 'ok', subject, words: 'agrees with the other side' };
  const words = `${Math.abs(offBySeconds)} s ${offBySeconds > 0 ? 'behind' : 'ahead of'} the other side`;
  if (Math.abs(offBySeconds) <= 10) return { mark: 'ok', subject, words };
  const fix = 'let NTP set the clock of this machine: signatures carry the time and go stale';
  return { mark: Math.abs(offBySeconds) > 60 ? 'fault' : 'warn', subject, words, fix };
}

/** The one call that proves consumer key, signing key and entitlement together (spec section 4.1). */
async function callOnce(config: Config, accountRange: string): Promise<Finding[]> {
  const { mdes } = config;
  let event: ExchangeEvent | undefined;
  const client = createTokenConnectClient({
    baseUrl: mdes.baseUrl,
    consumerKey: mdes.consumerKey,
    signingKey: loadSigningKey(signingKeySource(config)),
    encryptionCertificatePem: loadEncryptionCertificate(mdes.encryptionCertFile).pem,
    onExchange: (exchange) => (event = exchange),
  });
  const input = { requestId: randomUUID(), accountRanges: [accountRange] };
  const result = await client.getEligibleTokenRequestors(input);
  const subject = 'Signed call';
  if (!result.ok) return [{ mark: 'fault', subject, ...explain(result.error, event) }];

  const names = result.value.map((found) => found.consumerFacingEntityName);
  const words = `accepted; ${names.length} token requestors for range ${accountRange}: ${names.join(', ') || 'none'}`;
  const accepted: Finding = { mark: 'ok', subject, words };
  const clickToPay = config.clickToPayTokenRequestorId;
  const listed = result.value.some((found) => found.tokenRequestorId === clickToPay);
  return [
    accepted,
    listed
      ? { mark: 'ok', subject: 'Click to Pay', words: `token requestor ${clickToPay} takes this range` }
      : {
          mark: 'warn',
          subject: 'Click to Pay',
          words: `token requestor ${clickToPay} does not take range ${accountRange}`,
          fix: 'ask with a range of your own: npm run doctor -- <range start>; else ask Mastercard to enable it',
        },
  ];
}

function explain(error: TokenConnectError, event: ExchangeEvent | undefined): { words: string; fix: string } {
  const said = event?.words ? ` (${event.words.source} ${event.words.reasonCode})` : '';
  const status = error.status === undefined ? '' : `, status ${error.status}`;
  switch (error.kind) {
    case 'unauthorized':
      return { words: `refused${status}${said}`, fix: REFUSALS[event?.words?.reasonCode ?? ''] ?? REFUSED };
    case 'rejected':
      return {
        words: `the signature is accepted, the request is not${said}`,
        fix: 'ask with a range of your own: npm run doctor -- <range start>',
      };
    case 'unavailable':
      return { words: `not available now${status}${said}`, fix: 'try again in some minutes' };
    case 'malformed':
      return {
        words: `an answer that is not Token Connect's: ${error.detail}`,
        fix: 'check the path of MDES_BASE_URL',
      };
    default:
      return { words: `no answer (${error.kind})`, fix: 'check proxy and firewall, then try again' };
  }
}

const REFUSED =
  'check that MDES_CONSUMER_KEY and MDES_SIGNING_KEY_FILE belong to one project and environment';
const REFUSALS: Record<string, string> = {
  INVALID_AUTH_HEADER: 'check MDES_CONSUMER_KEY: the gateway cannot read it',
  DECLINED:
    'the key is good, the project is not entitled: add MDES Token Connect to it, for this environment',
  AUTHENTICATION_FAILED: `${REFUSED}; a revoked or expired key looks the same`,
  AUTHORIZATION_FAILED: 'finish the Token Connect onboarding: MDES does not know this client for this ICA',
};
