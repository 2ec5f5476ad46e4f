import { describe, expect, it } from 'vitest';
import { call, ORIGIN, PUSH, testSandbox } from './testing/test-sandbox';

describe('a sandbox', () => {
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
