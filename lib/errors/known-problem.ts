import { APP_ERROR_CODES, type AppErrorCode } from './app-error';

/** A problem named in our own query string, if it is one of ours: nothing else is ever shown. */
export function knownProblem(value: unknown): AppErrorCode | null {
  return APP_ERROR_CODES.find((code) => code === value) ?? null;
}
