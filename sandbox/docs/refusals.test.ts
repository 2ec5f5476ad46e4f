import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { operationAt, requestFaults } from '@/sandbox/testing/wire-contract';
import { provocations } from '@/sandbox/testing/provocations';
import type { Provocation } from '@/sandbox/testing/provoke';
import { bankKeys } from '@/sandbox/testing/test-keys';
import { call, CONSUMER_KEY, ORIGIN, PUSH, pushBody, testSandbox } from '@/sandbox/testing/test-sandbox';
import { account, authorization } from '@/sandbox/testing/test-bank';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import { CHECKS } from '@/sandbox/token-connect/checklist';
import { guideMarkdown } from './guide-markdown';
import { OPERATIONS } from './openapi';

const PROVOCATIONS = provocations();
const sandbox = testSandbox({ stallMs: 10 });
/** Cards that the provocations push. */
const NUMBERS = [
  '4111111111111111',
  '5123450000000017',
  testCardNumber('0', '000', 1),
  testCardNumber('0', '301', 1),
];
const reasonCode = /"(?:reasonCode|ReasonCode)":"([A-Z_]+)"/;

const get = (path: string, accept = 'application/json') =>
  sandbox.fetch(new Request(path.startsWith('http') ? path : ORIGIN + path, { headers: { accept } }));

describe('a refusal', () => {
  const provoked = new Set<string>();

  it.each(PROVOCATIONS)('$what: $status $reasonCode', async (provocation: Provocation) => {
    const response = await provocation.send(sandbox);
    const body = await response.text();
    expect([response.status, reasonCode.exec(body)?.[1]]).toEqual([
      provocation.status,
      provocation.reasonCode,
    ]);
    provoked.add(`${provocation.operation} ${provocation.status} ${provocation.reasonCode}`);
    expect(response.headers.get('sandbox-check')).toBe(provocation.check ?? null);
    if (provocation.check === undefined) return;

    const guide = await (await get('/__sandbox/docs/token-connect', 'text/html')).text();
    const [, address = '', anchor = ''] =
      /^<([^#]+)#([^>]+)>; rel="help"$/.exec(response.headers.get('link') ?? '') ?? [];
    expect(address).toBe(`${ORIGIN}/__sandbox/docs/token-connect`);
    expect(guide).toContain(`id="${anchor}"`);
    const explanation = response.headers.get('sandbox-explanation') ?? '';
    const told = await (await get(explanation)).text();
    expect(JSON.parse(told)).toMatchObject({
      check: provocation.check,
      alsoLookAt: expect.any(Array) as unknown,
    });
    const page = await get(explanation, 'text/html');
    const words = await page.text();
    expect([page.status, words.includes('Look at')]).toEqual([200, true]);
    for (const text of [body, told, words]) for (const number of NUMBERS) expect(text).not.toContain(number);
  });

  it.each(OPERATIONS)('of $id is documented, and what is documented was provoked', ({ id, errors }) => {
    const documented = new Set(errors.map((error) => `${id} ${error.status} ${error.reasonCode}`));
    const seen = [...provoked].filter((line) => line.startsWith(`${id} `) && !line.includes(' 404 '));
    expect(new Set(seen)).toEqual(documented);
  });

  it('every check of the guide was met by one of them, or is the hint about account ranges', () => {
    const met = new Set(PROVOCATIONS.map(({ check }) => check));
    expect(CHECKS.filter((name) => !met.has(name))).toEqual(['account-ranges']);
  });

  it('of a body that breaks the schema of the description breaks it there, too', () => {
    const bodies = PROVOCATIONS.filter(({ check, body }) => check === 'fields' && body !== undefined);
    expect(bodies.length).toBeGreaterThan(15);
    for (const { operation, what, body } of bodies) {
      const request = OPERATIONS.find(({ id }) => id === operation)?.request ?? '';
      const sent: unknown = JSON.parse(JSON.stringify(body));
      if (what.endsWith('IV of GCM in CBC')) continue;
      expect([what, requestFaults(request, sent)]).not.toEqual([what, undefined]);
    }
    expect(
      requestFaults('PushMultipleAccountsRequest', pushBody([account(testCardNumber('0', '000', 1))])),
    ).toBeUndefined();
    expect(requestFaults('FundingAccount', account(testCardNumber('0', '000', 1)))).toBeUndefined();
  });
});

describe('the teacher', () => {
  const lesson = async (response: Response) =>
    (await (await get(response.headers.get('sandbox-explanation') ?? '')).json()) as Record<string, string>;
  const provoke = async (what: string) => {
    const found = PROVOCATIONS.find((provocation) => provocation.what === what);
    if (found === undefined) throw new Error(`no provocation ${what}`);
    return lesson(await found.send(sandbox));
  };

  it.each([
    ['pushMultipleAccounts: another OAEP hash', /OAEP SHA512, and oaepHashingAlgorithm says SHA256/],
    ['pushMultipleAccounts: OAEP with SHA-1', /OAEP SHA1, and/],
    ['pushMultipleAccounts: PKCS#1 v1.5', /PKCS#1 v1\.5/],
    ['pushMultipleAccounts: short key', /has 128 bytes and this key makes 256/],
    ['pushMultipleAccounts: another IV', /All but the first block reads as text/],
    ['pushMultipleAccounts: no padding', /not padded as PKCS#7/],
    ['pushMultipleAccounts: no JSON', /but not as JSON/],
    ['pushMultipleAccounts: cut data', /no multiple of 16/],
    ['pushMultipleAccounts: a card of no range', /no enabled range/],
    ['pushMultipleAccounts: a foreign certificate', /another/],
    ['getEligibleTokenRequestors: no such path', /escaped the slash/],
    ['pushMultipleAccounts: wrong method', /^$/],
  ])('sees the mistake behind %s', async (what, words) => {
    expect((await provoke(what))['lookAt'] ?? '').toMatch(words);
  });

  it('names the address that was signed instead of the one that was called', async () => {
    const address = `${ORIGIN}/mdes${PUSH}`;
    const good = await call(
      sandbox,
      'POST',
      PUSH,
      JSON.stringify(pushBody([account(testCardNumber('0', '000', 3))])),
    );
    expect(good.headers.has('sandbox-check')).toBe(false);
    const signing = { consumerKey: CONSUMER_KEY, privateKey: bankKeys().privateKey };
    const header = authorization('POST', address.replace('127.0.0.1', 'localhost'), '{}', signing);
    const headers = { authorization: header, 'content-type': 'application/json' };
    const response = await sandbox.fetch(new Request(address, { method: 'POST', body: '{}', headers }));
    expect((await lesson(response))['lookAt']).toContain(`http://localhost:4010/mdes${PUSH}`);
  });

  it('explains a list that lacks a range, although nothing was refused', async () => {
    const body = JSON.stringify({ requestId: 'r', accountRanges: ['999999999'] });
    const response = await call(sandbox, 'POST', '/connect/1/0/getEligibleTokenRequestors', body);
    expect(response.headers.get('sandbox-check')).toBe('account-ranges');
    expect((await lesson(response))['computed']).toContain('512345000');
  });

  it('is silent beside a call that is right, and knows nothing of calls that never were', async () => {
    const right = await call(
      sandbox,
      'POST',
      '/connect/1/0/getEligibleTokenRequestors',
      '{"requestId":"1","accountRanges":["512345000"]}',
    );
    for (const name of ['sandbox-check', 'sandbox-explanation', 'link'])
      expect(right.headers.has(name)).toBe(false);
    expect((await get('/__sandbox/refusals/999999')).status).toBe(404);
  });
});

describe('the description of the API', () => {
  it('is served, to programs and to people', async () => {
    const document = (await (await get('/__sandbox/openapi.json')).json()) as {
      openapi: string;
      paths: object;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toHaveLength(4);
    expect(await (await get('/__sandbox/openapi', 'text/html')).text()).toContain('pushMultipleAccounts');
    expect(operationAt('POST', `/mdes${PUSH}`)?.id).toBe('pushMultipleAccounts');
  });

  it('is read only under a name of this machine', async () => {
    expect((await get('http://evil.example/__sandbox/openapi.json')).status).toBe(403);
  });
});

describe('the guide', () => {
  /** The formatter wraps and aligns: what counts is what it says. */
  const said = (markdown: string) => markdown.replace(/\s+/g, '').trim();

  it('stands in docs/ as it is served', () => {
    const page = readFileSync('docs/token-connect-for-developers.md', 'utf8');
    const [, printed = ''] = /<!-- checks:begin[^>]*-->([\s\S]*?)<!-- checks:end -->/.exec(page) ?? [];
    expect(said(printed)).toBe(said(guideMarkdown()));
  });
});

afterAll(() => sandbox.close());
