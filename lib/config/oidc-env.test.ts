import { describe, expect, it } from 'vitest';
import { PORTAL_ENVIRONMENT } from '@/lib/testing/portal-environment';
import { parseConfig } from './env-schema';

const OIDC = {
  OIDC_ISSUER: 'https://id.bank.example/realms/retail',
  OIDC_CLIENT_ID: 'portal',
  OIDC_CLIENT_SECRET: 'hunter-2-very-secret',
};
const faultsOf = (more: Record<string, string>, mode: 'demo' | 'production' = 'demo') => {
  const result = parseConfig({ ...PORTAL_ENVIRONMENT, APP_MODE: mode, ...more });
  return result.ok ? [] : result.faults.filter((fault) => fault.startsWith('OIDC_'));
};

describe('OIDC: the configuration', () => {
  it('is none, or complete with a secret or a key file', () => {
    const none = parseConfig(PORTAL_ENVIRONMENT);
    expect(none.ok && none.config.oidc).toBeNull();
    const secret = parseConfig({ ...PORTAL_ENVIRONMENT, ...OIDC });
    expect(secret.ok && secret.config.oidc).toEqual({
      issuer: OIDC.OIDC_ISSUER,
      clientId: 'portal',
      clientSecret: OIDC.OIDC_CLIENT_SECRET,
      clientKeyFile: null,
      clientKeyId: null,
      scopes: 'openid',
    });
    const { OIDC_CLIENT_SECRET: _unused, ...rest } = OIDC;
    expect(faultsOf({ ...rest, OIDC_CLIENT_KEY_FILE: 'key.pem', OIDC_CLIENT_KEY_ID: 'k1' })).toEqual([]);
  });

  it.each([
    ['only an issuer', { OIDC_ISSUER: OIDC.OIDC_ISSUER }, ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
    ['only a secret', { OIDC_CLIENT_SECRET: 'x' }, ['OIDC_ISSUER', 'OIDC_CLIENT_ID']],
    ['only scopes', { OIDC_SCOPES: 'openid' }, ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
    ['secret and key', { ...OIDC, OIDC_CLIENT_KEY_FILE: 'k' }, ['OIDC_CLIENT_SECRET']],
    ['a key id without a key', { ...OIDC, OIDC_CLIENT_KEY_ID: 'k' }, ['OIDC_CLIENT_KEY_FILE']],
    ['scopes without openid', { ...OIDC, OIDC_SCOPES: 'profile' }, ['OIDC_SCOPES']],
    ['plain http elsewhere', { ...OIDC, OIDC_ISSUER: 'http://id.bank.example' }, ['OIDC_ISSUER']],
  ])('is refused with every fault and no value: %s', (_title, more, names) => {
    const faults = faultsOf(more);
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(names);
    expect(faults.join()).not.toContain('hunter-2');
  });

  it('takes plain http on this machine in a demo, and in production never', () => {
    const local = { ...OIDC, OIDC_ISSUER: 'http://127.0.0.1:9000' };
    expect(faultsOf(local)).toEqual([]);
    expect(faultsOf(local, 'production')).toEqual(['OIDC_ISSUER must begin with https in production.']);
  });
});
