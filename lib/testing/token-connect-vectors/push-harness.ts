import { inspect } from 'node:util';
import { afterEach, expect } from 'vitest';
import { Pan } from '@/lib/domain/pan';
import {
  createTokenConnectClient,
  type ExchangeEvent,
  type PushInput,
  type TokenConnectOptions,
} from '@/lib/token-connect/client';
import { startPeer, type Behaviour, type Peer } from './peer';
import { makeTestKeys } from './test-keys';

export const keys = makeTestKeys();
export const digits = '5204740009900014';
export const now = Date.UTC(2026, 10, 22, 12);
export const date = (offsetSeconds: number) => new Date(now + offsetSeconds * 1000).toUTCString();

export const input: PushInput = {
  requestId: 'request-1',
  tokenRequestorId: '50123197928',
  accounts: [{ pushAccountId: 'CA-1', pan: Pan.parse(digits), expiry: { month: 12, year: 2030 } }],
  accountHolder: {},
  callbackUrl: 'https://partnerbank.com/tokenization-results',
  locale: 'en_US',
  dataValidUntil: new Date(now + 30 * 60_000),
  receiptsValidityMinutes: 15,
};
export const success = JSON.stringify({
  pushAccountReceipts: [{ pushAccountId: 'CA-1', pushAccountReceipt: 'MCC-1' }],
  availablePushMethods: [{ type: 'WEB', uri: 'https://src.mastercard.com/provision' }],
  signature: 'a.b.c',
  tokenRequestorSignatureSupport: true,
  responseId: 'another',
});
const gateway = (reason: string) => ({
  Source: 'Gateway',
  ReasonCode: reason,
  Description: 'Unauthorized - Access Not Granted',
  Recoverable: false,
  Details: null,
});
export const gatewayArray = (reason: string) => JSON.stringify({ Errors: { Error: [gateway(reason)] } });
export const gatewayObject = (reason: string) => JSON.stringify({ Errors: { Error: gateway(reason) } });
export const refusal = JSON.stringify({
  errors: [{ source: 'INPUT', reasonCode: 'ACCOUNT_INELIGIBLE', description: `no range for ${digits}` }],
  responseId: 'r',
});

const peers: Peer[] = [];
afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
});

export async function push(behaviour: Behaviour, options: Partial<TokenConnectOptions> = {}) {
  const peer = await startPeer(behaviour);
  peers.push(peer);
  return { peer, ...(await pushTo(peer.url, options)) };
}

export async function pushTo(baseUrl: string, options: Partial<TokenConnectOptions> = {}) {
  const slept: number[] = [];
  const events: ExchangeEvent[] = [];
  const client = createTokenConnectClient({
    baseUrl,
    consumerKey: 'client!key',
    signingKey: keys.privateKey,
    encryptionCertificatePem: keys.certificatePem,
    now: () => now,
    sleep: async (ms) => void slept.push(ms),
    timeouts: { connectMs: 4_000, responseMs: 6_000, totalMs: 9_000 },
    onExchange: (event) => events.push(event),
    ...options,
  });
  const result = await client.pushMultipleAccounts(input);
  const error = result.ok ? undefined : result.error;
  expect(inspect([result, events], { depth: null })).not.toContain(digits);
  return { result, error, slept, event: events[0], events };
}
