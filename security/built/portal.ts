import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { runToEnd, startProcess } from '@/scripts/child-process.mjs';
import { freePort } from '@/scripts/ports.mjs';
import { askPort, sendRaw, type Answer, type Question } from './ask';
import { HOST, productionEnvironment } from './bank-files';

const READY_MS = 60_000;

/** The caller's shell has no say: the portal gets what is written here and what a process needs to run at all. */
const bare = (env: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  ...env,
});

/** An empty database on the run's own server. */
export async function newDatabase(): Promise<string> {
  const server = inject('postgresUrl');
  if (server === null) throw new Error('there is no PostgreSQL');
  const name = `built_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`).finally(() => client.end());
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs one bundle of the build to its end, as an operator would. */
export async function runBundle(
  name: string,
  env: Record<string, string>,
  args: string[] = [],
  root = inject('root'),
): Promise<{ code: number; output: string }> {
  const { code, output } = await runToEnd(process.execPath, [`dist/${name}.mjs`, ...args], {
    cwd: root,
    env: bare(env),
    quiet: true,
  });
  return { code, output };
}

export interface BuiltPortal {
  env: Record<string, string>;
  port: number;
  /** A request as a browser's that stands on the portal's own pages, unless `headers` say otherwise. */
  ask: (target: string, question?: Question) => Promise<Answer>;
  raw: (text: string) => Promise<string>;
  /** Everything the process has written so far. */
  output: () => string;
  alive: () => boolean;
  /** Resident memory, bytes. */
  pid: number;
  stop: () => Promise<number>;
}

/** The built portal as a process of its own on a free port, with an empty database unless one is given. */
export async function startPortal(
  more: Record<string, string> = {},
  root = inject('root'),
): Promise<BuiltPortal> {
  const port = await freePort();
  const env = { ...productionEnvironment(port, more['DATABASE_URL'] ?? (await newDatabase())), ...more };
  const lines: string[] = [];
  const portal = startProcess(process.execPath, ['dist/server.mjs'], {
    cwd: root,
    env: bare(env),
    onLine: (line: string) => lines.push(line),
  });
  let ended = false;
  void portal.exited.then(() => (ended = true));
  const ask = (target: string, { headers, ...question }: Question = {}) =>
    askPort(port, target, {
      ...question,
      headers: { host: HOST, 'sec-fetch-site': 'same-origin', ...headers },
    });
  const until = Date.now() + READY_MS;
  const isReady = () =>
    ask('/api/health/ready').then(
      (answer) => answer.status === 200,
      () => false,
    );
  while (!ended && Date.now() < until && !(await isReady())) await pause(100);
  if (ended || !(await isReady())) {
    await portal.stop(1_000);
    throw new Error(`the portal did not start: ${lines.join('\n')}`);
  }
  return {
    env,
    port,
    ask,
    raw: (text) => sendRaw(port, text),
    output: () => lines.join('\n'),
    alive: () => !ended,
    pid: portal.pid ?? 0,
    stop: () => portal.stop(20_000),
  };
}
