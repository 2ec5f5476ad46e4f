import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  type Configuration,
} from 'openid-client';
import { audit } from '@/lib/audit/audit';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import { identityProvider } from './identity-provider';
import { safeNextPath } from './next-path';
import { openProviderState, sealProviderState } from './provider-state';
import { startSession } from './session';
import { findByOidcSubject } from './session.repo';

/** To be registered at the provider, letter by letter (RFC 9700, 4.1). */
const PROVIDER_CALLBACK = '/login/callback';
export const SIGNED_OUT_PATH = '/login?notice=signed_out';

/**
 * Sets out for the bank's identity provider: authorization code, PKCE, state and nonce. Answers where to send the browser and the
 * sealed value that its cookie keeps until it is back. `SIGN_IN_UNREACHABLE` when the provider's metadata cannot be read.
 */
export async function beginProviderSignIn(
  next: unknown,
  options: { asSomebodyElse: boolean },
): Promise<{ url: string; cookie: string }> {
  const { oidc, provider } = await configured();
  const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
  const url = buildAuthorizationUrl(provider, {
    redirect_uri: `${config().origin}${PROVIDER_CALLBACK}`,
    response_type: 'code',
    scope: oidc.scopes,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(options.asSomebodyElse ? { prompt: 'login' } : {}),
  });
  const kept = { state, nonce, codeVerifier, next: safeNextPath(next), at: Date.now() };
  return { url: url.href, cookie: sealProviderState(kept) };
}

/**
 * The browser is back. Checks that it is the one that set out, redeems the code, checks issuer, audience, nonce and signature of
 * the ID token, and signs the customer in whom the subject names (decisions 11). A failure is an `AppError`: `SIGN_IN_STALE`
 * (begun elsewhere, or too long ago), `SIGN_IN_CANCELLED`, `SIGN_IN_UNREACHABLE`, `SIGN_IN_FAILED`, or `UNKNOWN_CUSTOMER`.
 */
export async function finishProviderSignIn(
  query: string,
  cookie: string | undefined,
  client: { address: string | null; userAgent: string | null },
): Promise<{ token: string; next: string }> {
  const kept = openProviderState(cookie, Date.now());
  // The address is ours by configuration, whatever host the request named.
  const back = new URL(`${PROVIDER_CALLBACK}${query}`, config().origin);
  if (kept === null || back.searchParams.get('state') !== kept.state) throw new AppError('SIGN_IN_STALE');
  const { provider } = await configured();
  const answer = await authorizationCodeGrant(provider, back, {
    pkceCodeVerifier: kept.codeVerifier,
    expectedState: kept.state,
    expectedNonce: kept.nonce,
    idTokenExpected: true,
  }).catch((error: unknown) => {
    throw refusal(error);
  });
  const subject = answer.claims()?.sub;
  const customer = subject === undefined ? null : await findByOidcSubject(subject);
  if (customer === null) {
    await database().transaction((tx) =>
      audit(tx, {
        at: new Date(),
        actor: 'anonymous',
        action: 'sign_in',
        outcome: 'unknown_subject',
        address: client.address,
      }),
    );
    throw new AppError('UNKNOWN_CUSTOMER');
  }
  return { token: await startSession(customer, client, answer.id_token), next: kept.next };
}

/**
 * Where the provider ends its own session (RP-Initiated Logout 1.0), or null: it has no such place, cannot be asked, or has it on
 * another origin than its issuer's, to which no form of ours may lead.
 */
export async function providerSignOutUrl(idToken: string): Promise<string | null> {
  const { oidc } = config();
  const provider = oidc === null ? null : await identityProvider(oidc).catch(() => null);
  const endpoint = provider?.serverMetadata().end_session_endpoint;
  if (oidc === null || provider === null || endpoint === undefined) return null;
  if (new URL(endpoint).origin !== new URL(oidc.issuer).origin) return null;
  return buildEndSessionUrl(provider, {
    id_token_hint: idToken,
    post_logout_redirect_uri: `${config().origin}${SIGNED_OUT_PATH}`,
  }).href;
}

async function configured() {
  const { oidc } = config();
  if (oidc === null) throw new AppError('NOT_FOUND');
  const provider: Configuration = await identityProvider(oidc).catch((error: unknown) => {
    throw unreachable(error);
  });
  return { oidc, provider };
}

function unreachable(error: unknown): AppError {
  log.warn('sign_in.provider_unreachable', { errorName: nameOf(error) });
  return new AppError('SIGN_IN_UNREACHABLE', { cause: error });
}

/** A code of the library or of the protocol; never a description, which the other side writes. */
const nameOf = (error: unknown) =>
  error instanceof ClientError ||
  error instanceof AuthorizationResponseError ||
  error instanceof ResponseBodyError
    ? (error.code ?? error.name)
    : error instanceof Error
      ? error.name
      : 'unknown';

function refusal(error: unknown): AppError {
  if (error instanceof AuthorizationResponseError) {
    log.warn('sign_in.provider_refused', { reasonCode: error.error });
    return new AppError(error.error === 'access_denied' ? 'SIGN_IN_CANCELLED' : 'SIGN_IN_FAILED');
  }
  // `fetch` fails with a TypeError when nobody answers.
  const gone = error instanceof TypeError || (error instanceof ClientError && error.code === 'OAUTH_TIMEOUT');
  if (gone) return unreachable(error);
  const reason = error instanceof ResponseBodyError ? { reasonCode: error.error } : {};
  log.warn('sign_in.provider_refused', { errorName: nameOf(error), ...reason });
  return new AppError('SIGN_IN_FAILED', { cause: error });
}
