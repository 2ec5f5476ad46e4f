import { describe, expect, it } from 'vitest';
import { PORTAL_ENVIRONMENT } from '@/lib/testing/portal-environment';
import { parseConfig } from './env-schema';

type Environment = Record<string, string | undefined>;
const production: Environment = {
  APP_MODE: 'production',
  PORTAL_ORIGIN: 'https://cards.bank.example',
  DATABASE_URL: 'postgres://portal@db/portal',
  MDES_BASE_URL: 'https://api.mastercard.com/mdes',
  MDES_CONSUMER_KEY: `${'x'.repeat(48)}!${'0'.repeat(48)}`,
  MDES_SIGNING_KEY_FILE: '/keys/signing.p12',
  MDES_ENCRYPTION_CERT_FILE: '/keys/encryption.pem',
  AUTH_SECRET: 's'.repeat(32),
  DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
  CODE_DELIVERY_URL: 'https://messages.bank.example/codes',
};
const faultsOf = (base: Environment, change: Environment = {}): string[] => {
  const parsed = parseConfig({ ...base, ...change });
  return parsed.ok ? [] : parsed.faults;
};
const configOf = (base: Environment, change: Environment = {}) => {
  const parsed = parseConfig({ ...base, ...change });
  if (!parsed.ok) throw new Error(parsed.faults.join(' '));
  return parsed.config;
};

describe('the configuration', () => {
  it('fills a demo with its defaults, derived from the two ports', () => {
    const config = configOf(PORTAL_ENVIRONMENT, { PORTAL_ORIGIN: '', PORT: '3100', SANDBOX_PORT: '4100' });
    expect(config).toMatchObject({
      mode: 'demo',
      origin: 'http://localhost:3100',
      dataDir: '.data',
      databaseUrl: null,
      mdes: { baseUrl: 'http://127.0.0.1:4100/mdes' },
      clickToPayTokenRequestorId: '50123197928',
      tokenRequestorHosts: ['src.mastercard.com', 'sandbox.src.mastercard.com', '127.0.0.1:4100'],
      sessionIdleMinutes: 30,
      sandboxOrigin: 'http://127.0.0.1:4100',
      trustedProxies: [],
    });
  });

  it('is a production that knows no sandbox host and ends idle sessions after five minutes', () => {
    expect(configOf(production)).toMatchObject({
      mode: 'production',
      tokenRequestorHosts: ['src.mastercard.com', 'sandbox.src.mastercard.com'],
      sessionIdleMinutes: 5,
      sandboxOrigin: null,
      codeDeliveryUrl: 'https://messages.bank.example/codes',
    });
  });

  it('is production when APP_MODE is not set', () => {
    expect(configOf(production, { APP_MODE: undefined }).mode).toBe('production');
  });

  it('has no sandbox to steer when MDES is somebody else', () => {
    const base = { MDES_BASE_URL: 'https://sandbox.api.mastercard.com/mdes/' };
    const config = configOf(PORTAL_ENVIRONMENT, base);
    expect(config.mdes.baseUrl).toBe('https://sandbox.api.mastercard.com/mdes');
    expect(config.sandboxOrigin).toBeNull();
    expect(config.tokenRequestorHosts).not.toContain('sandbox.api.mastercard.com');
  });

  it('KY-06: names every fault at once', () => {
    expect(faultsOf({ APP_MODE: 'production', DATA_KEY: 'short', AUTH_SECRET: 'short' })).toEqual([
      'PORTAL_ORIGIN must be set.',
      'MDES_BASE_URL must be set.',
      'MDES_CONSUMER_KEY must be set.',
      'MDES_SIGNING_KEY_FILE must be set.',
      'MDES_ENCRYPTION_CERT_FILE must be set.',
      'AUTH_SECRET must have at least 32 characters.',
      'DATA_KEY must be 32 bytes in base64.',
      'DATABASE_URL must be set in production: the embedded database is for demos.',
      'CODE_DELIVERY_URL must be set in production: one-time codes leave through it.',
    ]);
  });

  const single: [title: string, change: Environment, name: string][] = [
    ['a mode that there is not', { APP_MODE: 'prod' }, 'APP_MODE'],
    ['a port that is none', { PORT: 'three' }, 'PORT'],
    ['a port out of range', { SANDBOX_PORT: '70000' }, 'SANDBOX_PORT'],
    ['an origin that is no URL', { PORTAL_ORIGIN: 'bank' }, 'PORTAL_ORIGIN'],
    ['an origin with a path', { PORTAL_ORIGIN: 'https://bank.example/portal' }, 'PORTAL_ORIGIN'],
    ['an origin with a name and password', { PORTAL_ORIGIN: 'https://a:b@bank.example' }, 'PORTAL_ORIGIN'],
    ['plain http elsewhere', { PORTAL_ORIGIN: 'http://bank.example' }, 'PORTAL_ORIGIN'],
    ['another scheme', { MDES_BASE_URL: 'ftp://mdes.example' }, 'MDES_BASE_URL'],
    ['plain http to MDES elsewhere', { MDES_BASE_URL: 'http://mdes.example' }, 'MDES_BASE_URL'],
    ['a database that is not PostgreSQL', { DATABASE_URL: 'mysql://db' }, 'DATABASE_URL'],
    [
      'a token requestor of ten digits',
      { CLICK_TO_PAY_TOKEN_REQUESTOR_ID: '5012319792' },
      'CLICK_TO_PAY_TOKEN_REQUESTOR_ID',
    ],
    ['an idle limit of nothing', { SESSION_IDLE_MINUTES: '0' }, 'SESSION_IDLE_MINUTES'],
    ['an idle limit of hours', { SESSION_IDLE_MINUTES: '61' }, 'SESSION_IDLE_MINUTES'],
    ['a short data key', { DATA_KEY: Buffer.alloc(31).toString('base64') }, 'DATA_KEY'],
    [
      'a callback longer than MDES takes',
      {
        PORTAL_ORIGIN: `https://${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example`,
      },
      'PORTAL_ORIGIN',
    ],
    ['a message service without TLS', { CODE_DELIVERY_URL: 'http://messages.example' }, 'CODE_DELIVERY_URL'],
  ];
  it.each(single)('refuses %s in one sentence that names the variable', (_title, change, name) => {
    const faults = faultsOf(PORTAL_ENVIRONMENT, change);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} .*\\.$`));
  });

  const refusals: [title: string, change: Environment, name: string][] = [
    ['the embedded database', { DATABASE_URL: undefined }, 'DATABASE_URL'],
    [
      'a generated consumer key',
      { MDES_CONSUMER_KEY: PORTAL_ENVIRONMENT.MDES_CONSUMER_KEY },
      'MDES_CONSUMER_KEY',
    ],
    ['a generated secret', { AUTH_SECRET: PORTAL_ENVIRONMENT.AUTH_SECRET }, 'AUTH_SECRET'],
    ['the sandbox', { MDES_BASE_URL: 'http://127.0.0.1:4010/mdes' }, 'MDES_BASE_URL'],
    ['an origin on plain http', { PORTAL_ORIGIN: 'http://localhost:3000' }, 'PORTAL_ORIGIN'],
    ['codes on a drawn phone', { CODE_DELIVERY_URL: undefined }, 'CODE_DELIVERY_URL'],
    ['a long idle limit', { SESSION_IDLE_MINUTES: '16' }, 'SESSION_IDLE_MINUTES'],
  ];
  it.each(refusals)('SI-01, AU-14: production refuses %s', (_title, change, name) => {
    const faults = faultsOf(production, change);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} `));
  });

  it('KY-06: prints no value of any variable', () => {
    const secret = 'Zx9-canary';
    const spoilt = Object.fromEntries(
      [...Object.keys(production), 'PORT', 'SANDBOX_PORT', 'SESSION_IDLE_MINUTES', 'TRUSTED_PROXIES'].map(
        (name) => [name, secret],
      ),
    );
    const faults = [
      ...faultsOf(spoilt),
      ...faultsOf({
        ...spoilt,
        APP_MODE: 'production',
        PORT: '',
        SANDBOX_PORT: '',
        SESSION_IDLE_MINUTES: '',
      }),
    ];
    expect(faults.length).toBeGreaterThan(8);
    expect(faults.join('\n')).not.toContain(secret);
  });
});
