import { z } from 'zod';
import { oidcFaults, oidcOf, type OidcConfig } from './oidc-env';
import { LOOPBACK, urlFault } from './url-fault';

/**
 * The portal's configuration, parsed once from the environment. Pure: no file is opened here.
 * Every fault is collected, so that an operator mends them all at once; values are never printed.
 */
export interface Config {
  mode: 'demo' | 'production';
  port: number;
  /** Public origin, e.g. `https://cards.bank.example`. The callback is `${origin}/tokenization-results`, never taken from a header. */
  origin: string;
  dataDir: string;
  /** Unset: the embedded database (PGlite) in `dataDir`. */
  databaseUrl: string | null;
  mdes: {
    baseUrl: string;
    consumerKey: string;
    signingKeyFile: string;
    signingKeyPassword: string | null;
    signingKeyAlias: string | null;
    encryptionCertFile: string;
    encryptionFingerprint: string | null;
    jwksFile: string | null;
    /** A second key that is active too, for a change without an interruption (KY-05). */
    second: {
      consumerKey: string;
      signingKeyFile: string;
      signingKeyPassword: string | null;
      signingKeyAlias: string | null;
    } | null;
    secondEncryptionCertFile: string | null;
    secondEncryptionFingerprint: string | null;
  };
  clickToPayTokenRequestorId: string;
  /** Exact `host` or `host:port` to which the browser may be sent. */
  tokenRequestorHosts: string[];
  authSecret: string;
  /** 32 bytes that seal PANs. */
  dataKey: Buffer;
  /** Keys that sealed before it and still open: for a rotation. */
  previousDataKeys: Buffer[];
  sessionIdleMinutes: number;
  trustedProxies: string[];
  codeDeliveryUrl: string | null;
  /** When a code or passkey is asked for before a push; unset: always. */
  stepUpPolicyFile: string | null;
  /** The bank's own identity provider instead of passwords; null where there is none. */
  oidc: OidcConfig | null;
  /** Control surface of the sandbox (demo only): where a customer's clock is moved in both programs. */
  sandboxOrigin: string | null;
  signInFailuresPerAddress: number;
}

const MASTERCARD_HOSTS = ['src.mastercard.com', 'sandbox.src.mastercard.com'];
const blankIsUnset = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const text = () => z.preprocess(blankIsUnset, z.string().trim().optional());
const port = (fallback: number) =>
  z.preprocess(
    blankIsUnset,
    z.coerce
      .number('must be a port number')
      .int()
      .min(1, 'must be 1 to 65535')
      .max(65535, 'must be 1 to 65535')
      .default(fallback),
  );

const schema = z.object({
  APP_MODE: z.preprocess(
    blankIsUnset,
    z.enum(['demo', 'production'], 'must be demo or production').default('production'),
  ),
  PORT: port(3000),
  PORTAL_ORIGIN: text(),
  SANDBOX_PORT: port(4010),
  DATABASE_URL: text(),
  DATA_DIR: z.preprocess(blankIsUnset, z.string().default('.data')),
  MDES_BASE_URL: text(),
  MDES_CONSUMER_KEY: text(),
  MDES_SIGNING_KEY_FILE: text(),
  MDES_SIGNING_KEY_PASSWORD: text(),
  MDES_SIGNING_KEY_ALIAS: text(),
  MDES_ENCRYPTION_CERT_FILE: text(),
  MDES_ENCRYPTION_FINGERPRINT: text(),
  MDES_JWS_KEYS_FILE: text(),
  MDES_CONSUMER_KEY_2: text(),
  MDES_SIGNING_KEY_FILE_2: text(),
  MDES_SIGNING_KEY_PASSWORD_2: text(),
  MDES_SIGNING_KEY_ALIAS_2: text(),
  MDES_ENCRYPTION_CERT_FILE_2: text(),
  MDES_ENCRYPTION_FINGERPRINT_2: text(),
  CLICK_TO_PAY_TOKEN_REQUESTOR_ID: z.preprocess(
    blankIsUnset,
    z
      .string()
      .regex(/^\d{11}$/, 'must be 11 digits')
      .default('50123197928'),
  ),
  TOKEN_REQUESTOR_HOSTS: text(),
  AUTH_SECRET: text(),
  DATA_KEY: text(),
  DATA_KEY_PREVIOUS: text(),
  SESSION_IDLE_MINUTES: z.preprocess(
    blankIsUnset,
    z.coerce.number('must be minutes').min(1, 'must be at least 1').max(60, 'must be at most 60').optional(),
  ),
  TRUSTED_PROXIES: text(),
  CODE_DELIVERY_URL: text(),
  STEP_UP_POLICY_FILE: text(),
  OIDC_ISSUER: text(),
  OIDC_CLIENT_ID: text(),
  OIDC_CLIENT_SECRET: text(),
  OIDC_CLIENT_KEY_FILE: text(),
  OIDC_CLIENT_KEY_ID: text(),
  OIDC_SCOPES: text(),
  SIGN_IN_FAILURES_PER_ADDRESS: z.preprocess(
    blankIsUnset,
    z.coerce.number('must be a number').int().min(1, 'must be at least 1').default(100),
  ),
});
type Raw = z.infer<typeof schema>;

const list = (value: string | undefined) =>
  (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** The origin and nothing more: a path or a name in it would silently be lost on the way to the callback. */
function originFault(origin: string | undefined): string | null {
  if (origin === undefined || !URL.canParse(origin)) return null;
  const { href, username, password } = new URL(origin);
  const bare = username === '' && password === '' && href === `${new URL(origin).origin}/`;
  return bare ? null : 'PORTAL_ORIGIN must be an origin alone: scheme, host and port, no path.';
}

function productionFaults(raw: Raw): string[] {
  if (raw.APP_MODE !== 'production') return [];
  const faults: string[] = [];
  if (raw.DATABASE_URL === undefined)
    faults.push('DATABASE_URL must be set in production: the embedded database is for demos.');
  if (raw.CODE_DELIVERY_URL === undefined)
    faults.push('CODE_DELIVERY_URL must be set in production: one-time codes leave through it.');
  if (raw.MDES_CONSUMER_KEY?.startsWith('demo-'))
    faults.push(
      'MDES_CONSUMER_KEY is a generated demo key: set the one of your Mastercard Developers project.',
    );
  if (raw.AUTH_SECRET?.startsWith('demo-'))
    faults.push('AUTH_SECRET is a generated demo secret: set one of your own.');
  if (raw.SESSION_IDLE_MINUTES !== undefined && raw.SESSION_IDLE_MINUTES > 15)
    faults.push('SESSION_IDLE_MINUTES must be at most 15 in production.');
  return faults;
}

const isDataKey = (value: string) => Buffer.from(value, 'base64').length === 32;

function secretFaults(raw: Raw): string[] {
  const faults: string[] = [];
  for (const name of [
    'MDES_CONSUMER_KEY',
    'MDES_SIGNING_KEY_FILE',
    'MDES_ENCRYPTION_CERT_FILE',
    'AUTH_SECRET',
    'DATA_KEY',
  ] as const) {
    if (raw[name] === undefined) faults.push(`${name} must be set.`);
  }
  if (raw.AUTH_SECRET !== undefined && raw.AUTH_SECRET.length < 32)
    faults.push('AUTH_SECRET must have at least 32 characters.');
  if (raw.DATA_KEY !== undefined && !isDataKey(raw.DATA_KEY))
    faults.push('DATA_KEY must be 32 bytes in base64.');
  if (!list(raw.DATA_KEY_PREVIOUS).every(isDataKey))
    faults.push('DATA_KEY_PREVIOUS must be 32 bytes in base64, several separated by commas.');
  if (raw.MDES_SIGNING_KEY_FILE_2 === undefined && raw.MDES_CONSUMER_KEY_2 !== undefined)
    faults.push('MDES_SIGNING_KEY_FILE_2 must be set with MDES_CONSUMER_KEY_2.');
  if (raw.MDES_ENCRYPTION_CERT_FILE_2 === undefined && raw.MDES_ENCRYPTION_FINGERPRINT_2 !== undefined)
    faults.push('MDES_ENCRYPTION_CERT_FILE_2 must be set with MDES_ENCRYPTION_FINGERPRINT_2.');
  return faults;
}

function hostsOf(raw: Raw, baseUrl: string): string[] {
  const named = list(raw.TOKEN_REQUESTOR_HOSTS);
  if (named.length > 0) return named;
  return raw.APP_MODE === 'demo' && LOOPBACK.has(new URL(baseUrl).hostname)
    ? [...MASTERCARD_HOSTS, new URL(baseUrl).host]
    : MASTERCARD_HOSTS;
}

/** Parses the environment; `faults` are sentences for an operator that name the variable and never its value. */
export function parseConfig(
  env: Record<string, string | undefined>,
): { ok: true; config: Config } | { ok: false; faults: string[] } {
  const parsed = schema.safeParse(env);
  if (!parsed.success)
    return {
      ok: false,
      faults: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`),
    };
  const raw = parsed.data;
  const demo = raw.APP_MODE === 'demo';
  const origin = raw.PORTAL_ORIGIN ?? (demo ? `http://localhost:${raw.PORT}` : undefined);
  const sandbox = `http://127.0.0.1:${raw.SANDBOX_PORT}`;
  const baseUrl = raw.MDES_BASE_URL ?? (demo ? `${sandbox}/mdes` : undefined);
  const faults = [
    urlFault('PORTAL_ORIGIN', origin, raw.APP_MODE) ?? originFault(origin),
    urlFault('MDES_BASE_URL', baseUrl, raw.APP_MODE),
  ].filter((f) => f !== null);
  if (raw.CODE_DELIVERY_URL !== undefined)
    faults.push(
      ...[urlFault('CODE_DELIVERY_URL', raw.CODE_DELIVERY_URL, raw.APP_MODE)].filter((f) => f !== null),
    );
  if (raw.DATABASE_URL !== undefined && !/^postgres(ql)?:\/\//.test(raw.DATABASE_URL))
    faults.push('DATABASE_URL must begin with postgres://.');
  faults.push(...secretFaults(raw), ...productionFaults(raw), ...oidcFaults(raw, raw.APP_MODE));
  if (origin !== undefined && `${origin}/tokenization-results`.length > 256)
    faults.push('PORTAL_ORIGIN is too long: the callback may have 256 characters.');
  if (faults.length > 0 || origin === undefined || baseUrl === undefined) return { ok: false, faults };
  return { ok: true, config: assemble(raw, new URL(origin).origin, baseUrl.replace(/\/$/, ''), sandbox) };
}

function mdesOf(raw: Raw, baseUrl: string): Config['mdes'] {
  const consumerKey = raw.MDES_CONSUMER_KEY ?? '';
  return {
    baseUrl,
    consumerKey,
    signingKeyFile: raw.MDES_SIGNING_KEY_FILE ?? '',
    signingKeyPassword: raw.MDES_SIGNING_KEY_PASSWORD ?? null,
    signingKeyAlias: raw.MDES_SIGNING_KEY_ALIAS ?? null,
    encryptionCertFile: raw.MDES_ENCRYPTION_CERT_FILE ?? '',
    encryptionFingerprint: raw.MDES_ENCRYPTION_FINGERPRINT ?? null,
    jwksFile: raw.MDES_JWS_KEYS_FILE ?? null,
    second:
      raw.MDES_SIGNING_KEY_FILE_2 === undefined
        ? null
        : {
            consumerKey: raw.MDES_CONSUMER_KEY_2 ?? consumerKey,
            signingKeyFile: raw.MDES_SIGNING_KEY_FILE_2,
            signingKeyPassword: raw.MDES_SIGNING_KEY_PASSWORD_2 ?? null,
            signingKeyAlias: raw.MDES_SIGNING_KEY_ALIAS_2 ?? null,
          },
    secondEncryptionCertFile: raw.MDES_ENCRYPTION_CERT_FILE_2 ?? null,
    secondEncryptionFingerprint: raw.MDES_ENCRYPTION_FINGERPRINT_2 ?? null,
  };
}

function assemble(raw: Raw, origin: string, baseUrl: string, sandbox: string): Config {
  const demo = raw.APP_MODE === 'demo';
  return {
    mode: raw.APP_MODE,
    port: raw.PORT,
    origin,
    dataDir: raw.DATA_DIR,
    databaseUrl: raw.DATABASE_URL ?? null,
    mdes: mdesOf(raw, baseUrl),
    clickToPayTokenRequestorId: raw.CLICK_TO_PAY_TOKEN_REQUESTOR_ID,
    tokenRequestorHosts: hostsOf(raw, baseUrl),
    authSecret: raw.AUTH_SECRET ?? '',
    dataKey: Buffer.from(raw.DATA_KEY ?? '', 'base64'),
    previousDataKeys: list(raw.DATA_KEY_PREVIOUS).map((key) => Buffer.from(key, 'base64')),
    sessionIdleMinutes: raw.SESSION_IDLE_MINUTES ?? (demo ? 30 : 5),
    trustedProxies: list(raw.TRUSTED_PROXIES),
    codeDeliveryUrl: raw.CODE_DELIVERY_URL ?? null,
    stepUpPolicyFile: raw.STEP_UP_POLICY_FILE ?? null,
    oidc: oidcOf(raw),
    sandboxOrigin: demo && baseUrl === `${sandbox}/mdes` ? sandbox : null,
    signInFailuresPerAddress: raw.SIGN_IN_FAILURES_PER_ADDRESS,
  };
}
