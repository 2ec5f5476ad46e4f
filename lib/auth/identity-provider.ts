import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  discovery,
  enableNonRepudiationChecks,
  PrivateKeyJwt,
  type ClientAuth,
  type Configuration,
} from 'openid-client';
import { config } from '@/lib/config/env';
import type { OidcConfig } from '@/lib/config/oidc-env';
import { providerKey } from './provider-key';

/** Every request to the provider, seconds. */
const TIMEOUT_SECONDS = 8;
/** Metadata and keys are read anew after this time; unknown keys at once. */
const METADATA_MS = 60 * 60_000;

let known: { oidc: OidcConfig; provider: Promise<Configuration>; at: number } | undefined;

/**
 * The bank's provider with its metadata, read once an hour. Rejects when it cannot be read; the next call tries again.
 * Plain http is for a provider on this machine in demo mode: the configuration refuses it elsewhere.
 */
export async function identityProvider(oidc: OidcConfig, nowMs = Date.now()): Promise<Configuration> {
  if (known?.oidc === oidc && nowMs - known.at < METADATA_MS) return known.provider;
  const mine = { oidc, provider: discover(oidc), at: nowMs };
  known = mine;
  mine.provider.catch(() => {
    if (known === mine) known = undefined;
  });
  return mine.provider;
}

async function discover(oidc: OidcConfig): Promise<Configuration> {
  const issuer = new URL(oidc.issuer);
  return discovery(issuer, oidc.clientId, undefined, await clientAuth(oidc), {
    timeout: TIMEOUT_SECONDS,
    execute: [
      // The ID token's signature counts, not only the connection that brought it (OIDC Core 3.1.3.7).
      enableNonRepudiationChecks,
      ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : []),
    ],
  });
}

async function clientAuth(oidc: OidcConfig): Promise<ClientAuth> {
  if (oidc.clientKeyFile !== null) {
    const key = await providerKey(oidc.clientKeyFile);
    return PrivateKeyJwt(oidc.clientKeyId === null ? key : { key, kid: oidc.clientKeyId });
  }
  const [basic, post] = [
    ClientSecretBasic(oidc.clientSecret ?? ''),
    ClientSecretPost(oidc.clientSecret ?? ''),
  ];
  // Basic is what OIDC Core 9 presumes of a client that says nothing; some providers take the other one only.
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported;
    const onlyPost = methods !== undefined && !methods.includes('client_secret_basic');
    (onlyPost ? post : basic)(server, ...rest);
  };
}

/**
 * How people may sign in. The rule: once the bank's own provider signs people in, a production portal takes no password any more;
 * a demo takes both.
 */
export function waysToSignIn(): { provider: boolean; passwords: boolean } {
  const { oidc, mode } = config();
  return { provider: oidc !== null, passwords: oidc === null || mode === 'demo' };
}
