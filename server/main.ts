import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import next from 'next';
import { readBrand } from '@/lib/brand/brand';
import { providerKeyFault } from '@/lib/auth/provider-key';
import { ConfigError, config as readConfig, isDevelopmentServer } from '@/lib/config/env';
import type { Config } from '@/lib/config/env-schema';
import { JsonFileError } from '@/lib/config/json-file';
import { handToNextAuth } from '@/lib/config/next-auth-environment';
import { stepUpPolicy } from '@/lib/config/step-up-policy';
import { closeDatabase, openDatabase } from '@/lib/db/client';
import { log } from '@/lib/log/log';
import { CredentialsError } from '@/lib/mdes/credentials';
import { logKeyExpiry } from '@/lib/mdes/key-expiry';
import { mdes } from '@/lib/mdes/mdes';
import { blamingTheBody } from './broken-body';
import { buildFault } from './build-fault';
import { answersForTheDatabase } from './database-gone';
import { dataKeyFaults } from './data-key-faults';
import { demoDataFaults, demoKeyFaults } from './demo-faults';
import { answersWithDrawing } from './drawn-files';
import { answersAtTheDoor } from './entry';
import { packedFiles, packing } from './packing';
import { startSweeping } from './sweeper';

/** The boot order lives here and nowhere else: configuration, build, keys, database, Next, and only then the port. */
const DRAIN_MS = 15_000;
/**
 * Longer than a client or a load balancer keeps an idle connection (a minute is usual): whoever closes first must be the side that
 * sends requests, else one that sets out while this side is closing is lost. Node's own five seconds are shorter than most.
 */
const KEEP_ALIVE_MS = 75_000;

/** One sentence a fault on stderr, and the end: nothing listens before everything holds. */
function refuseToStart(faults: string[]): never {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exit(1);
}

/** The environment and the files that it names, with the faults of all of them. */
function configuration(): Config {
  const faults: string[] = [];
  const read = <T>(from: () => T): T | undefined => {
    try {
      return from();
    } catch (error) {
      const named = error instanceof ConfigError || error instanceof JsonFileError;
      faults.push(...(named ? error.faults : ['The configuration cannot be read.']));
      return undefined;
    }
  };
  const config = read(readConfig);
  if (config !== undefined) read(stepUpPolicy);
  const bank = read(() => readBrand());
  if (config === undefined || faults.length > 0) refuseToStart(faults);
  for (const warning of bank?.warnings ?? []) process.stderr.write(`${warning}\n`);
  return config;
}

async function start(): Promise<void> {
  const config = configuration();
  const dev = isDevelopmentServer();
  const fault = dev ? null : buildFault(config.mode);
  if (fault !== null) refuseToStart([fault]);
  handToNextAuth(config);
  checkKeys(config);
  await open(config);
  const app = next({ dev, dir: process.cwd(), hostname: new URL(config.origin).hostname, port: config.port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const files = dev ? null : packedFiles(process.cwd());
  const pack = packing();
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    if (await answersForTheDatabase(request, response)) return;
    await blamingTheBody(request, response, () => handle(request, response));
  };
  const upgrade = dev ? app.getUpgradeHandler() : null;
  const server = createServer(
    {
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      maxHeaderSize: 32_768,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    (request, response) => {
      if (answersAtTheDoor(request, response, config) || answersWithDrawing(request, response)) return;
      const render = () => pack(request, response, () => void serve(request, response));
      if (files === null) render();
      else files(request, response, render);
    },
  );
  server.on('upgrade', (request, socket, head) => {
    if (upgrade !== null) void upgrade(request, socket, head);
    else socket.destroy();
  });
  await listen(server, config);
  stopOnSignal(server, startSweeping(config));
  log.info('portal.ready', { operation: config.mode });
}

function checkKeys(config: Config): void {
  let faults: string[];
  try {
    mdes();
    faults = config.mode === 'production' ? demoKeyFaults(config) : [];
    const fault = config.oidc === null ? null : providerKeyFault(config.oidc);
    if (fault !== null) faults.push(fault);
  } catch (error) {
    refuseToStart(error instanceof CredentialsError ? error.faults : ['The keys for MDES cannot be read.']);
  }
  if (faults.length > 0) refuseToStart(faults);
  logKeyExpiry(config.mdes, new Date());
}

async function open(config: Config): Promise<void> {
  try {
    await openDatabase(
      config.databaseUrl === null
        ? { kind: 'pglite', directory: config.dataDir }
        : { kind: 'postgres', url: config.databaseUrl },
    );
  } catch (error) {
    const reason = error instanceof Error && error.name === 'DirectoryInUseError' ? error.message : null;
    refuseToStart([
      reason ??
        (config.databaseUrl === null
          ? 'The embedded database cannot be opened: set DATA_DIR to a writable folder.'
          : 'The database cannot be reached: check DATABASE_URL.'),
    ]);
  }
  const faults = [
    ...(await dataKeyFaults()),
    ...(config.mode === 'production' ? await demoDataFaults() : []),
  ];
  if (faults.length > 0) refuseToStart(faults);
  if (BUILD_MODE === 'demo' && config.mode === 'demo') {
    const { seedPersonas } = await import('@/lib/demo/personas.demo');
    await seedPersonas(new Date());
  }
}

function listen(server: Server, config: Config): Promise<void> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      refuseToStart([
        error.code === 'EADDRINUSE'
          ? `Port ${config.port} is taken: set PORT to a free one.`
          : `The portal cannot listen on port ${config.port}.`,
      ]);
    });
    server.listen(config.port, () => resolve());
  });
}

/** Stops taking connections, lets a running push finish, closes the database; exit 0 (OP-07). */
function stopOnSignal(server: Server, stopSettling: () => void): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    stopSettling();
    const deadline = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(deadline);
      void closeDatabase().finally(() => process.exit(0));
    });
    server.closeIdleConnections();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

process.on('unhandledRejection', (error) =>
  log.error('process.unhandled_rejection', { errorName: error instanceof Error ? error.name : 'unknown' }),
);
await start();
