import { describe, expect, it } from 'vitest';
import { call, testSandbox } from '@/sandbox/testing/test-sandbox';
import { losslessJson } from './lossless-json';

const PATH = '/connect/1/0/getEligibleTokenRequestors';
const sandbox = testSandbox();

async function ask(request: Record<string, unknown>): Promise<string> {
  const response = await call(sandbox, 'POST', PATH, JSON.stringify({ requestId: 'r-1', ...request }));
  expect(response.status).toBe(200);
  return response.text();
}
interface Answer {
  readonly responseId: string;
  readonly tokenRequestors: readonly Record<string, unknown>[];
  readonly errors?: readonly { reasonCode: string; description: string }[];
}
const read = async (request: Record<string, unknown>) => JSON.parse(await ask(request)) as Answer;
const names = async (request: Record<string, unknown>) =>
  (await read(request)).tokenRequestors.map((entry) => entry['consumerFacingEntityName']);

describe('getEligibleTokenRequestors', () => {
  it('writes enabled ranges as JSON numbers with all nineteen digits', async () => {
    expect(await ask({ accountRanges: ['512345000', '5412346789'] })).toContain(
      '"tokenRequestorId":"50123197928","name":"Click to Pay","consumerFacingEntityName":"Click to Pay","imageAssetId":"0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0001",' +
        '"tokenRequestorType":"WALLET","walletId":"327","enabledAccountRanges":[5123450000000000000,5412346789000000000]',
    );
    expect(losslessJson({ beyond: 9007199254740993n, list: [1, 'a', null, true, false] })).toBe(
      '{"beyond":9007199254740993,"list":[1,"a",null,true,false]}',
    );
  });

  it('pads a start with zeros and takes it only when it equals an enabled one exactly', async () => {
    expect(await names({ accountRanges: ['512345000'] })).toContain('Click to Pay');
    expect(await names({ accountRanges: ['5123450000000000000'] })).toContain('Click to Pay');
    expect(await names({ accountRanges: ['5123450000000000001'] })).toEqual([]);
    expect(await names({ accountRanges: ['512345900'] })).toEqual([]);
  });

  it('offers each range to those who take it', async () => {
    expect(await names({ accountRanges: ['512345200'] })).toEqual([
      'Click to Pay',
      'Northwind Pay',
      'Pocket Transit',
      'Old Town Tickets',
    ]);
    expect(await names({ accountRanges: ['512345100'] })).toEqual(expect.arrayContaining(['Harbour Market']));
    expect(await names({ accountRanges: ['512345678901', '512345678902', '512345678903'] })).toEqual([
      'Click to Pay',
      'Sunday Store',
      'Happy Watch',
    ]);
  });

  it('filters by participation only when asked, and leaves out what a bystander has not', async () => {
    expect(await names({ accountRanges: ['512345200'], supportsTokenConnect: false })).toEqual([
      'Old Town Tickets',
    ]);
    expect(await names({ accountRanges: ['512345200'], supportsTokenConnect: true })).not.toContain(
      'Old Town Tickets',
    );
    const { tokenRequestors } = await read({ accountRanges: ['512345200'], supportsTokenConnect: false });
    expect(Object.keys(tokenRequestors[0] ?? {})).toEqual([
      'tokenRequestorId',
      'name',
      'consumerFacingEntityName',
      'imageAssetId',
      'tokenRequestorType',
      'enabledAccountRanges',
      'supportsTokenConnect',
    ]);
  });

  it('has a name of exactly one hundred characters to show in full', async () => {
    const all = await names({ accountRanges: ['512345000'] });
    expect(all.filter((name) => String(name).length === 100)).toHaveLength(1);
  });

  it.each([
    ['no range', { accountRanges: [] }, 'INVALID_FIELD_LENGTH', 'Invalid Field Length - accountRanges'],
    [
      '26 ranges',
      { accountRanges: Array.from({ length: 26 }, () => '512345000') },
      'INVALID_FIELD_LENGTH',
      'Invalid Field Length - accountRanges',
    ],
    [
      'a range of 8 digits',
      { accountRanges: ['51234500'] },
      'INVALID_FIELD_LENGTH',
      'Invalid Field Length - accountRanges',
    ],
    [
      'a range of 20 digits',
      { accountRanges: ['5'.repeat(20)] },
      'INVALID_FIELD_LENGTH',
      'Invalid Field Length - accountRanges',
    ],
    [
      'a range with a letter',
      { accountRanges: ['51234500x'] },
      'INVALID_FIELD_FORMAT',
      'Invalid Field Format - accountRanges',
    ],
    ['no accountRanges', {}, 'MISSING_REQUIRED_FIELD', 'Missing Required Field - accountRanges'],
    [
      'an empty requestId',
      { requestId: '', accountRanges: ['512345000'] },
      'INVALID_FIELD_LENGTH',
      'Invalid Field Length - requestId',
    ],
    [
      'a filter as text',
      { accountRanges: ['512345000'], supportsTokenConnect: 'true' },
      'INVALID_FIELD_FORMAT',
      'Invalid Field Format - supportsTokenConnect',
    ],
  ])('refuses %s', async (_what, request, reasonCode, description) => {
    expect((await read(request)).errors?.[0]).toEqual({ source: 'INPUT', reasonCode, description });
  });

  it('takes 25 ranges, and starts of 9 and of 19 digits', async () => {
    expect(
      (await read({ accountRanges: Array.from({ length: 25 }, () => '512345000') })).errors,
    ).toBeUndefined();
    expect((await read({ accountRanges: ['512345000', '5'.repeat(19)] })).errors).toBeUndefined();
  });
});
