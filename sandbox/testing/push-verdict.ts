import { account } from './test-bank';
import { pushBody, pushRaw, testSandbox, type PushAnswer } from './test-sandbox';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';

export const CARD = testCardNumber('0', '000', 1);
export const sandbox = testSandbox();

/** What MDES says first: reason code and field, or `ok`. */
export function verdict(answer: PushAnswer): string {
  const [error] = answer.errors ?? [];
  return error === undefined ? 'ok' : `${error.reasonCode} ${error.description.split(' - ')[1] ?? ''}`.trim();
}

export type Change = Record<string, unknown>;
export type Case = readonly [what: string, push: () => Promise<PushAnswer>, expected: string];

/** Pushes one card with members of the clear part changed. */
export const clear = (change: Change) => pushRaw(sandbox, pushBody([account(CARD)], change));

/** Pushes one card whose `encryptedPayload` is changed after encryption. */
export function wire(
  change: (payload: Record<string, string>) => Change,
  mode: 'CBC' | 'GCM' = 'CBC',
): Promise<PushAnswer> {
  const body = pushBody([account(CARD)], {}, { mode });
  const { encryptedPayload } = body['pushFundingAccounts'] as { encryptedPayload: Record<string, string> };
  return pushRaw(sandbox, { ...body, pushFundingAccounts: { encryptedPayload: change(encryptedPayload) } });
}
