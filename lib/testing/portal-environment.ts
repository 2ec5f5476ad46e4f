import { randomBytes } from 'node:crypto';

/** A complete configuration of a demo portal, as far as no file is opened: enough for what does not call MDES. */
export const PORTAL_ENVIRONMENT = {
  APP_MODE: 'demo',
  PORT: '3000',
  PORTAL_ORIGIN: 'http://localhost:3000',
  SANDBOX_PORT: '4010',
  MDES_CONSUMER_KEY: `demo-${'Ab-_'.repeat(11).slice(1)}!${'0123456789abcdef'.repeat(3)}`,
  MDES_SIGNING_KEY_FILE: 'signing.pem',
  MDES_ENCRYPTION_CERT_FILE: 'certificate.pem',
  AUTH_SECRET: 'demo-only-for-tests-and-long-enough-to-pass',
  DATA_KEY: randomBytes(32).toString('base64'),
} as const;

/** Sets the environment of this worker before `config()` reads it; every test file has a process of its own. */
export function setEnvironment(more: Record<string, string> = {}): void {
  Object.assign(process.env, PORTAL_ENVIRONMENT, more);
}
