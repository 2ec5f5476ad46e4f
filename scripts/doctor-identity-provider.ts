import { identityProvider } from '@/lib/auth/identity-provider';
import { providerKeyFault } from '@/lib/auth/provider-key';
import type { OidcConfig } from '@/lib/config/oidc-env';
import type { Finding } from './doctor-report';

const subject = 'Identity provider';

/** Can its metadata be read, and does it offer what the portal needs: authorization code, PKCE with S256? */
export async function checkIdentityProvider(oidc: OidcConfig): Promise<Finding> {
  const key = providerKeyFault(oidc);
  if (key !== null) return { mark: 'fault', subject, words: key, fix: 'mend the file or its permissions' };
  const { host } = new URL(oidc.issuer);
  try {
    const metadata = (await identityProvider(oidc)).serverMetadata();
    // The provider may leave the list out although it can (RFC 8414, 2): then the first sign-in shows it.
    const methods = metadata.code_challenge_methods_supported;
    if (methods !== undefined && !methods.includes('S256')) {
      const fix = 'enable PKCE with S256 for this client at the provider';
      return { mark: 'fault', subject, words: `${host} does not offer PKCE with S256`, fix };
    }
    const out = metadata.end_session_endpoint === undefined ? '; it has no place to sign out' : '';
    return { mark: 'ok', subject, words: `${host} tells its metadata${out}` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no reason given';
    const fix =
      'check OIDC_ISSUER: its /.well-known/openid-configuration must be readable from here and name the same issuer';
    return { mark: 'fault', subject, words: `${host}: the metadata cannot be read (${reason})`, fix };
  }
}
