import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeTestKeys } from '@/lib/testing/token-connect-vectors/test-keys';

export const HOST = 'cards.bank.example';

/** A bank's production configuration, complete and its own: nothing in it comes from a demo. */
export function productionEnvironment(port: number, databaseUrl: string): Record<string, string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-bank-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const keys = makeTestKeys();
  const write = (name: string, content: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, content, { mode: 0o600 });
    return file;
  };
  return {
    APP_MODE: 'production',
    PORT: String(port),
    PORTAL_ORIGIN: `https://${HOST}`,
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    MDES_BASE_URL: 'https://127.0.0.1:9/mdes',
    MDES_CONSUMER_KEY: `${randomBytes(24).toString('hex')}!${randomBytes(24).toString('hex')}`,
    MDES_SIGNING_KEY_FILE: write('signing.pem', keys.privatePem),
    MDES_ENCRYPTION_CERT_FILE: write('encryption.pem', keys.certificatePem),
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    DATA_KEY: randomBytes(32).toString('base64'),
    CODE_DELIVERY_URL: 'https://127.0.0.1:9/codes',
    SIGN_IN_FAILURES_PER_ADDRESS: '100000',
  };
}
