import { createHash, randomUUID } from 'node:crypto';
import { createSandbox, type Sandbox, type SandboxOptions } from '@/sandbox/create-sandbox';
import { CLICK_TO_PAY_ID } from '@/sandbox/token-connect/token-requestors';
import { account, authorization, encrypt, type EncryptOptions, type SignOptions } from './test-bank';
import { holdToContract } from './wire-contract';
import { bankKeys, encryptionCertificateDer, encryptionKeys, signingKeys } from './test-keys';

export const ORIGIN = 'http://127.0.0.1:4010';
export const KEY_ID = '20261122100000-MDES-token-connect-sim';
export const CONSUMER_KEY = `${'Ab_-'.repeat(12)}!${'0123456789abcdef'.repeat(3)}`;
export const CALLBACK = 'http://localhost:3000/tokenization-results?state=7';

/** SHA-256 of the encryption certificate, as a bank would configure it. */
export function certificateFingerprint(): string {
  return createHash('sha256').update(encryptionCertificateDer()).digest('hex');
}

/** A registration of the test bank. */
export function bankRegistration() {
  const publicKeyPem = String(bankKeys().publicKey.export({ type: 'spki', format: 'pem' }));
  return { consumerKey: CONSUMER_KEY, publicKeyPem, name: 'Partner Bank' };
}

/** What a sandbox for tests is made of. */
export function testOptions(options: Partial<SandboxOptions> = {}): SandboxOptions {
  return {
    origin: ORIGIN,
    encryptionKey: encryptionKeys().privateKey,
    encryptionCertificateDer: encryptionCertificateDer(),
    jwsKey: signingKeys().privateKey,
    jwsKeyId: KEY_ID,
    clients: [bankRegistration()],
    ...options,
  };
}

/** A sandbox without a port. Whatever a test provokes is held to the OpenAPI description. */
export function testSandbox(options: Partial<SandboxOptions> = {}): Sandbox {
  const sandbox = createSandbox(testOptions(options));
  return {
    ...sandbox,
    fetch: async (request, connection) => {
      const response = await sandbox.fetch(request, connection);
      await holdToContract(request, response.clone());
      return response;
    },
  };
}

/** Sends a signed call and reads the answer. */
export async function call(
  sandbox: Sandbox,
  method: 'GET' | 'POST',
  path: string,
  body: string,
  signing: Partial<SignOptions> = {},
): Promise<Response> {
  const address = `${ORIGIN}/mdes${path}`;
  const header = authorization(method, address, body, {
    consumerKey: CONSUMER_KEY,
    privateKey: bankKeys().privateKey,
    ...signing,
  });
  const headers = { authorization: header, 'content-type': 'application/json' };
  return sandbox.fetch(new Request(address, { method, headers, ...(method === 'POST' && { body }) }));
}

/** The push body, before anything in it is spoilt on purpose. */
export function pushBody(
  accounts: unknown,
  more: Record<string, unknown> = {},
  encryption: Partial<EncryptOptions> = {},
): Record<string, unknown> {
  const payload = encrypt(accounts, {
    publicKey: encryptionKeys().publicKey,
    fingerprint: certificateFingerprint(),
    ...encryption,
  });
  return {
    requestId: randomUUID(),
    pushFundingAccounts: { encryptedPayload: payload },
    tokenRequestorId: CLICK_TO_PAY_ID,
    signatureData: {
      callbackURL: CALLBACK,
      completeIssuerAppActivation: false,
      completeWebsiteActivation: false,
      accountHolderDataSupplied: true,
      locale: 'en_US',
    },
    ...more,
  };
}

export interface PushAnswer {
  readonly pushAccountReceipts?: readonly {
    readonly pushAccountId: string;
    readonly pushAccountReceipt?: string;
    readonly issuerInitiatedDigitizationData?: string;
    readonly errors?: readonly WireFault[];
  }[];
  readonly availablePushMethods?: readonly { readonly type: string; readonly uri: string }[];
  readonly signature?: string;
  readonly tokenRequestorSignatureSupport?: boolean;
  readonly responseId?: string;
  readonly errors?: readonly WireFault[];
}
interface WireFault {
  readonly source: string;
  readonly reasonCode: string;
  readonly description: string;
}

export const PUSH = '/connect/1/0/pushMultipleAccounts';

/** Pushes a body and reads the answer. */
export async function pushRaw(sandbox: Sandbox, body: unknown): Promise<PushAnswer> {
  const response = await call(sandbox, 'POST', PUSH, JSON.stringify(body));
  return (await response.json()) as PushAnswer;
}

/** Pushes cards by number and reads the answer. */
export function pushCards(
  sandbox: Sandbox,
  numbers: readonly string[],
  more: Record<string, unknown> = {},
  holder?: object | null,
): Promise<PushAnswer> {
  const accounts = numbers.map((number) => account(number, holder === undefined ? {} : { holder }));
  return pushRaw(sandbox, pushBody(accounts, more));
}

/** The receipts of an answer. */
export function receiptsIn(answer: PushAnswer): readonly string[] {
  return (answer.pushAccountReceipts ?? []).flatMap((item) => item.pushAccountReceipt ?? []);
}
