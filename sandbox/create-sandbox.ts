import { createPublicKey, randomBytes, type KeyObject } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { aboutPage, clickToPayRoutes } from '@/sandbox/click-to-pay/routes';
import { Customers } from '@/sandbox/control/customers';
import { Journal } from '@/sandbox/control/journal';
import { Orders } from '@/sandbox/control/orders';
import { maskText } from '@/sandbox/control/mask';
import { controlRoutes } from '@/sandbox/control/routes';
import { docsRoutes } from '@/sandbox/docs/routes';
import { assetRoutes } from '@/sandbox/pages/assets-routes';
import { profileRoutes } from '@/sandbox/profile/routes';
import { signInRoutes } from '@/sandbox/profile/sign-in-routes';
import { payRoutes } from '@/sandbox/shop/pay-routes';
import { shopRoutes } from '@/sandbox/shop/routes';
import { Clients, type ClientRegistration } from '@/sandbox/store/clients';
import { JournalFile } from '@/sandbox/store/journal-file';
import { StateFiles } from '@/sandbox/store/state-files';
import { Store } from '@/sandbox/store/store';
import { fingerprintsOf } from '@/sandbox/token-connect/fingerprints';
import { NonceRegister } from '@/sandbox/token-connect/nonce-register';
import { tokenConnectRoutes, type Bindings } from '@/sandbox/token-connect/routes';
import type { Connection } from '@/sandbox/token-connect/deliver';
import { CLICK_TO_PAY_ID, TOKEN_REQUESTORS } from '@/sandbox/token-connect/token-requestors';
import { TIMESTAMP_WINDOW_MS } from '@/sandbox/token-connect/verify-request';
import { appPage, walletRoutes } from '@/sandbox/wallets/routes';
import type { World } from '@/sandbox/world';

const STALL_MS = 30_000;

export interface SandboxOptions {
  /** Where clients and browsers reach the sandbox, e.g. `http://127.0.0.1:4010`; no slash at the end. */
  readonly origin: string;
  /** Private RSA key that opens payloads. */
  readonly encryptionKey: KeyObject;
  /** Its certificate in DER, if there is one; without it only the public key's fingerprints are known. */
  readonly encryptionCertificateDer?: Uint8Array;
  /** Private RSA key that signs hand-overs, and its key id. */
  readonly jwsKey: KeyObject;
  readonly jwsKeyId: string;
  readonly clients: readonly ClientRegistration[];
  /** Milliseconds since 1970; `Date.now` unless given. */
  readonly now?: () => number;
  /** That many random bytes; `crypto.randomBytes` unless given. */
  readonly random?: (bytes: number) => Buffer;
  /** Where to keep the state over a restart, its log and the journal beside it; in memory only unless given. */
  readonly snapshotFile?: string;
  /** Key of the hash by which cards are recognised; belongs with the keys, not beside the snapshot. Random unless given. */
  readonly panHashKey?: Uint8Array;
  /** Hears of every refused call, in one line; nobody unless given. */
  readonly onRefusal?: (line: string) => void;
  /** How long a stalled call is held, in milliseconds; 30 000 unless given. */
  readonly stallMs?: number;
}

export interface Sandbox {
  /** Answers one request. `connection` lets a "reset" fault cut the socket. */
  readonly fetch: (request: Request, connection?: Connection) => Promise<Response>;
  /** Writes the last snapshot and closes the files. */
  readonly close: () => Promise<void>;
}

/** The state, and what writes it to disk when it shall outlive the program. */
interface Memory {
  readonly store: Store;
  readonly journal: Journal;
  readonly close: () => void;
}

function createMemory({ snapshotFile, panHashKey = randomBytes(32) }: SandboxOptions): Memory {
  if (snapshotFile === undefined) {
    return { store: new Store(panHashKey, () => undefined), journal: new Journal(), close: () => undefined };
  }
  const store: Store = new Store(panHashKey, (change) => files.append(change));
  const files = new StateFiles(snapshotFile, store);
  files.load();
  const journalFile = new JournalFile(join(dirname(snapshotFile), 'sandbox-journal.jsonl'));
  const journal = new Journal(journalFile);
  return {
    store,
    journal,
    close: () => {
      files.close();
      journalFile.close();
    },
  };
}

function createWorld(options: SandboxOptions, { store, journal }: Memory): World {
  return {
    origin: options.origin,
    now: options.now ?? Date.now,
    random: options.random ?? randomBytes,
    decryptionKey: {
      privateKey: options.encryptionKey,
      fingerprints: fingerprintsOf(createPublicKey(options.encryptionKey), options.encryptionCertificateDer),
    },
    signingKey: { privateKey: options.jwsKey, keyId: options.jwsKeyId },
    clients: new Clients([...options.clients, ...store.savedClients()]),
    // A nonce matters as long as its timestamp could still pass: the window on both sides.
    nonces: new NonceRegister(2 * TIMESTAMP_WINDOW_MS),
    store,
    journal,
    orders: new Orders(),
    customers: new Customers(),
    onRefusal: options.onRefusal ?? (() => undefined),
    stallMs: options.stallMs ?? STALL_MS,
  };
}

function createApp(world: World): Hono<{ Bindings: Bindings }> {
  // A slash at the end of an address makes no difference.
  const app = new Hono<{ Bindings: Bindings }>({ strict: false });
  app.onError((error) => {
    process.stderr.write(`sandbox: ${maskText(error.stack ?? error.name)}\n`);
    return new Response('The sandbox failed on its own side.', { status: 500 });
  });
  app.route('/mdes', tokenConnectRoutes(world));
  app.route('/provision', clickToPayRoutes(world));
  app.route('/assets', assetRoutes());
  app.route('/__sandbox', docsRoutes(world));
  app.route('/__sandbox', controlRoutes(world));
  app.route('/sign-in', signInRoutes(world));
  app.route('/profile', profileRoutes(world));
  app.route('/shop', shopRoutes(world));
  app.route('/pay', payRoutes(world));
  app.get('/about', (c) => aboutPage(c));
  app.get('/', (c) => c.redirect('/__sandbox/', 303));
  for (const requestor of TOKEN_REQUESTORS) {
    const path = requestor.participation?.methods.find(({ uri }) => uri.startsWith('/'))?.uri;
    if (path !== undefined && requestor.tokenRequestorId !== CLICK_TO_PAY_ID) {
      const inBrowser = requestor.participation?.methods.some(({ type }) => type === 'WEB');
      if (inBrowser) app.route(path, walletRoutes(world, requestor, path));
      else app.get(path, (c) => appPage(c, requestor));
    }
  }
  return app;
}

/**
 * The sandbox: MDES Token Connect below `/mdes`, Click to Pay at `/provision`, other token requestors at their paths,
 * control below `/__sandbox`. It has no port of its own and shares nothing with the portal.
 */
export function createSandbox(options: SandboxOptions): Sandbox {
  const memory = createMemory(options);
  const app = createApp(createWorld(options, memory));
  return {
    fetch: async (request, connection) => {
      const response = await app.fetch(request, connection === undefined ? {} : { connection });
      // A client corrects its clock by this header, so it has to tell the clock by which timestamps are judged.
      if (options.now !== undefined) response.headers.set('date', new Date(options.now()).toUTCString());
      return response;
    },
    close: async () => memory.close(),
  };
}
