import { AsyncLocalStorage } from 'node:async_hooks';

interface Scope {
  headers: Headers;
  cookies: Map<string, string>;
  setCookies: string[];
}

const scopes = new AsyncLocalStorage<Scope>();

function scope(): Scope {
  const found = scopes.getStore();
  if (found === undefined) throw new Error('outside of a request');
  return found;
}

/** Runs the work of one request; answers its result and the cookies that it set. */
export async function inScope<T>(
  request: Request,
  work: () => Promise<T>,
): Promise<{ result: T; setCookies: string[] }> {
  const pairs = (request.headers.get('cookie') ?? '').split('; ').filter((pair) => pair.includes('='));
  const cookies = new Map(
    pairs.map((pair): [string, string] => [
      pair.slice(0, pair.indexOf('=')),
      pair.slice(pair.indexOf('=') + 1),
    ]),
  );
  const own: Scope = { headers: request.headers, cookies, setCookies: [] };
  return { result: await scopes.run(own, work), setCookies: own.setCookies };
}

/** Stands for Next's: this process has no Next around its routes and actions. */
export const headers = () => Promise.resolve(scope().headers);

/** Stands for Next's, as far as the portal uses it. */
export function cookies() {
  const { cookies: jar, setCookies } = scope();
  return Promise.resolve({
    get: (name: string) => {
      const value = jar.get(name);
      return value === undefined ? undefined : { name, value };
    },
    set: (name: string, value: string, options: { maxAge?: number } = {}) => {
      jar.set(name, value);
      setCookies.push(`${name}=${value}${options.maxAge === undefined ? '' : `; Max-Age=${options.maxAge}`}`);
    },
  });
}

/** What a `// crash point` becomes: for the request that asked for it, the kernel ends this process in the middle of the statement. */
export function crashPoint(name: string): void {
  crashLater(name)();
}

/** As `crashPoint`, for a moment at which the request is no longer around. */
export function crashLater(name: string): () => void {
  const wanted = scopes.getStore()?.headers.get('crash-at') === name;
  return () => {
    if (wanted) process.kill(process.pid, 'SIGKILL');
  };
}
