import { AsyncLocalStorage } from 'node:async_hooks';

interface Call {
  /** Whether any code of ours that serves a caller has begun. */
  reached: boolean;
}

/** On globalThis: the server's bundle opens a call, and Next's bundle says that it arrived. */
const KEY = Symbol.for('issuer-portal.call-progress');
const registry = globalThis as { [KEY]?: AsyncLocalStorage<Call> };
const calls = (registry[KEY] ??= new AsyncLocalStorage<Call>());

/** Runs `work` as one call and hands it a look at how far that has come. */
export function followCall<T>(work: (hasReachedUs: () => boolean) => T): T {
  const call: Call = { reached: false };
  return calls.run(call, () => work(() => call.reached));
}

/** What every action and page asks first says this: from here on a failure may be ours. */
export function reachedUs(): void {
  const call = calls.getStore();
  if (call !== undefined) call.reached = true;
}
