import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testCardNumber } from './scenarios/test-cards';
import { account } from './testing/test-bank';
import { call, ORIGIN, PUSH, pushBody, testSandbox } from './testing/test-sandbox';

/** Bytes that look random and are the same in every run. */
function seeded(): (bytes: number) => Buffer {
  let count = 0;
  return (bytes) => {
    const blocks = Array.from({ length: Math.ceil(bytes / 32) }, () =>
      createHash('sha256')
        .update(`seed ${(count += 1)}`)
        .digest(),
    );
    return Buffer.concat(blocks).subarray(0, bytes);
  };
}

describe('a sandbox', () => {
  it('with the same seed answers the same requests with the same bytes', async () => {
    const now = Date.now();
    const bodies = ['000', '301', '400', '606'].map((code) =>
      JSON.stringify(pushBody([account(testCardNumber('0', code, 1))])),
    );
    const answers = async () => {
      const sandbox = testSandbox({ random: seeded(), now: () => now });
      return Promise.all(bodies.map(async (body) => (await call(sandbox, 'POST', PUSH, body)).text()));
    };
    expect(await answers()).toEqual(await answers());
  });

  it('judges timestamps by the clock it is given', async () => {
    const sandbox = testSandbox({ now: () => Date.now() + 600_000 });
    expect((await call(sandbox, 'POST', PUSH, '{}')).status).toBe(401);
  });

  it('answers an unknown operation in the gateway’s shape, and leads the bare address to the operator', async () => {
    const sandbox = testSandbox();
    const unknown = await sandbox.fetch(
      new Request(`${ORIGIN}/mdes/connect/1/0/searchTokens`, { method: 'POST', body: '{}' }),
    );
    expect([unknown.status, await unknown.json()]).toMatchObject([
      404,
      { Errors: { Error: [{ Source: 'Gateway' }] } },
    ]);
    expect((await sandbox.fetch(new Request(`${ORIGIN}/`))).headers.get('location')).toBe('/__sandbox/');
  });

  it('refuses a body of more than a million bytes', async () => {
    expect((await call(testSandbox(), 'POST', PUSH, `"${'x'.repeat(1_000_001)}"`)).status).toBe(413);
  });
});
