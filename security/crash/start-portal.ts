import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectRoot } from '@/scripts/project-root.mjs';

export interface PortalProcess {
  origin: string;
  /** Name of the signal that ended it; null when it ended by itself. */
  ended: Promise<string | null>;
  stop: () => Promise<void>;
}

/** Starts the bundled portal on a data folder, as an operator starts it again after a crash. */
export async function startPortal(program: string, dataDir: string): Promise<PortalProcess> {
  const env = { ...process.env, DATA_DIR: dataDir, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, [program], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([, signal]) => signal as string | null);
  const said: string[] = [];
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  const lines = createInterface({ input: child.stdout });
  const port = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const [word, number] = line.split(' ');
      if (word === 'listening' && number !== undefined) resolve(number);
    });
    child.once('exit', () => reject(new Error(`the portal did not start: ${said.join('')}`)));
  });
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { origin: `http://127.0.0.1:${port}`, ended, stop };
}

/** A browser's cookies and habits, without its scripts. It follows no redirect by itself. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  constructor(sessionToken: string) {
    this.#cookies.set('session', sessionToken);
  }

  /** One request with this browser's cookies; `form` makes it a POST. */
  async ask(
    address: string,
    form?: Record<string, string>,
    more: Record<string, string> = {},
  ): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie, ...more },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  }
}
