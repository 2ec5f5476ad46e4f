import { randomBytes } from 'node:crypto';
import { config } from '@/lib/config/env';

/** What an operator does first: a new key seals, and the ones before still open. */
export function newDataKey(): void {
  const settings = config();
  settings.previousDataKeys = [settings.dataKey, ...settings.previousDataKeys];
  settings.dataKey = randomBytes(32);
}

/** What an operator does last. Answers what puts them back. */
export function forgetPreviousKeys(): () => void {
  const settings = config();
  const previous = settings.previousDataKeys;
  settings.previousDataKeys = [];
  return () => (settings.previousDataKeys = previous);
}
