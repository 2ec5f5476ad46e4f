import { urlFault } from './url-fault';

/** The bank's own identity provider (OpenID Connect); null in the configuration: people sign in with a password. */
export interface OidcConfig {
  /** Issuer identifier: `/.well-known/openid-configuration` is read below it. */
  issuer: string;
  clientId: string;
  /** Exactly one of the two is set. */
  clientSecret: string | null;
  clientKeyFile: string | null;
  /** `kid` of the key, where the provider knows several. */
  clientKeyId: string | null;
  /** Separated by blanks; `openid` among them. */
  scopes: string;
}

export interface RawOidc {
  OIDC_ISSUER?: string | undefined;
  OIDC_CLIENT_ID?: string | undefined;
  OIDC_CLIENT_SECRET?: string | undefined;
  OIDC_CLIENT_KEY_FILE?: string | undefined;
  OIDC_CLIENT_KEY_ID?: string | undefined;
  OIDC_SCOPES?: string | undefined;
}

const isUsed = (raw: RawOidc) =>
  [
    raw.OIDC_ISSUER,
    raw.OIDC_CLIENT_ID,
    raw.OIDC_CLIENT_SECRET,
    raw.OIDC_CLIENT_KEY_FILE,
    raw.OIDC_CLIENT_KEY_ID,
    raw.OIDC_SCOPES,
  ].some((value) => value !== undefined);

/** All together or none: half a provider would be found out by the first person who signs in. */
export function oidcFaults(raw: RawOidc, mode: 'demo' | 'production'): string[] {
  if (!isUsed(raw)) return [];
  const faults: (string | null)[] = [urlFault('OIDC_ISSUER', raw.OIDC_ISSUER, mode)];
  if (raw.OIDC_CLIENT_ID === undefined) faults.push('OIDC_CLIENT_ID must be set with OIDC_ISSUER.');
  if ((raw.OIDC_CLIENT_SECRET === undefined) === (raw.OIDC_CLIENT_KEY_FILE === undefined))
    faults.push('OIDC_CLIENT_SECRET or OIDC_CLIENT_KEY_FILE must be set, one of the two.');
  if (raw.OIDC_CLIENT_KEY_ID !== undefined && raw.OIDC_CLIENT_KEY_FILE === undefined)
    faults.push('OIDC_CLIENT_KEY_FILE must be set with OIDC_CLIENT_KEY_ID.');
  if (raw.OIDC_SCOPES !== undefined && !raw.OIDC_SCOPES.split(/\s+/).includes('openid'))
    faults.push('OIDC_SCOPES must contain openid.');
  return faults.filter((fault) => fault !== null);
}

export function oidcOf(raw: RawOidc): OidcConfig | null {
  if (raw.OIDC_ISSUER === undefined || raw.OIDC_CLIENT_ID === undefined) return null;
  return {
    issuer: raw.OIDC_ISSUER,
    clientId: raw.OIDC_CLIENT_ID,
    clientSecret: raw.OIDC_CLIENT_SECRET ?? null,
    clientKeyFile: raw.OIDC_CLIENT_KEY_FILE ?? null,
    clientKeyId: raw.OIDC_CLIENT_KEY_ID ?? null,
    scopes: raw.OIDC_SCOPES ?? 'openid',
  };
}
