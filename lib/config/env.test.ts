import { describe, expect, it } from 'vitest';
import { PORTAL_ENVIRONMENT, setEnvironment } from '@/lib/testing/portal-environment';
import { config, ConfigError } from './env';
import { handToNextAuth } from './next-auth-environment';

describe('the configuration of a process', () => {
  it('is refused as a whole, with all faults, until it is right, and is read once', () => {
    process.env['APP_MODE'] = 'demo';
    expect(() => config()).toThrow(ConfigError);
    setEnvironment();
    const first = config();
    process.env['PORT'] = '1';
    expect(config()).toBe(first);
  });

  it('gives next-auth its address and secret, whatever the environment says of them', () => {
    process.env['NEXTAUTH_URL'] = 'https://evil.example';
    handToNextAuth(config());
    expect(process.env['NEXTAUTH_URL']).toBe('http://localhost:3000');
    expect(process.env['NEXTAUTH_SECRET']).toBe(PORTAL_ENVIRONMENT.AUTH_SECRET);
  });
});
