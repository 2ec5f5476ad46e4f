import { once } from 'node:events';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { JournalEntry } from '@/sandbox/control/journal';
import type { OrderBody } from '@/sandbox/control/order';
import { createServer } from '@/sandbox/listen';
import { PORTAL_ENVIRONMENT, setEnvironment } from './portal-environment';
import { makeTestKeys } from './token-connect-vectors/test-keys';

const JWS_KEY_ID = '20261122000000-MDES-token-connect-sim';
/** A call that the sandbox never answers is given up by it after this time, so that a test need not wait for the portal's limit. */
const STALL_MS = 1_000;

interface Running {
  origin: string;
  close: () => Promise<void>;
}
let running: Running | undefined;

async function freePort(): Promise<number> {
  const probe = createSocketServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function startSandbox(): Promise<Running> {
  const [signing, payload, jws] = [makeTestKeys(), makeTestKeys(), makeTestKeys()];
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { server } = createServer({
    origin,
    encryptionKey: payload.privateKey,
    encryptionCertificateDer: new X509Certificate(payload.certificatePem).raw,
    jwsKey: jws.privateKey,
    jwsKeyId: JWS_KEY_ID,
    clients: [
      {
        consumerKey: PORTAL_ENVIRONMENT.MDES_CONSUMER_KEY,
        publicKeyPem: signing.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        name: 'Partner Bank',
      },
    ],
    stallMs: STALL_MS,
  });
  // Opening a database may block this process for longer than an idle connection is kept by default.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 600_000;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const jwks = await (await fetch(`${origin}/__sandbox/jwks.json`)).text();
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-under-test-'));
  const write = (name: string, content: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, content, { mode: 0o600 });
    return file;
  };
  setEnvironment({
    SANDBOX_PORT: String(port),
    MDES_SIGNING_KEY_FILE: write('signing.pem', signing.privatePem),
    MDES_ENCRYPTION_CERT_FILE: write('certificate.pem', payload.certificatePem),
    MDES_JWS_KEYS_FILE: write('jwks.json', jwks),
  });
  const close = async () => {
    const closed = once(server, 'close');
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
    rmSync(folder, { recursive: true });
  };
  return { origin, close };
}

/** For a test file: a real sandbox on a real socket with keys of its own, and the portal configured for it. */
export function withSandbox(): void {
  beforeAll(async () => {
    running = await startSandbox();
  });
  afterAll(() => running?.close());
}

function originOf(): string {
  if (running === undefined) throw new Error('call withSandbox() first');
  return running.origin;
}

/** The sandbox's control surface, as its operator uses it. */
export const sandboxControl = {
  origin: originOf,
  async journal(filter: { op?: JournalEntry['op']; requestId?: string } = {}): Promise<JournalEntry[]> {
    const answer = await fetch(
      `${originOf()}/__sandbox/v1/journal?${new URLSearchParams(filter).toString()}`,
    );
    return ((await answer.json()) as { entries: JournalEntry[] }).entries;
  },
  /** Orders a row of the table of outcomes; until it is taken back, unless the order says how often. */
  async outcome(order: OrderBody): Promise<void> {
    const answer = await fetch(`${originOf()}/__sandbox/v1/outcomes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ times: 'always', ...order }),
    });
    if (!answer.ok) throw new Error(`the sandbox refused the order: ${await answer.text()}`);
  },
  /** Takes every order back. */
  async clearOutcomes(): Promise<void> {
    await fetch(`${originOf()}/__sandbox/v1/outcomes`, { method: 'DELETE' });
  },
  async reset(): Promise<void> {
    await fetch(`${originOf()}/__sandbox/v1/reset`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state: 'empty' }),
    });
  },
};
