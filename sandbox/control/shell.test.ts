import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer, type ServerType } from '@/sandbox/listen';
import { testOptions } from '@/sandbox/testing/test-sandbox';

const run = promisify(execFile);

let server: ServerType;
beforeAll(async () => {
  ({ server } = createServer(testOptions()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('the ten lines of shell in the README', () => {
  it('do what they say', async () => {
    const [, script = ''] =
      /Ten lines of shell:\s+```sh\n([\s\S]*?)```/.exec(readFileSync('sandbox/README.md', 'utf8')) ?? [];
    expect(script.trim().split('\n')).toHaveLength(10);
    const { port } = server.address() as AddressInfo;
    const separated = script.replace(/^curl/gm, 'echo; curl');
    const { stdout } = await run('sh', ['-eu', '-c', separated], {
      env: { ...process.env, SANDBOX_URL: `http://127.0.0.1:${port}` },
    });
    expect(stdout).toContain('"name":"hostile-uri-userinfo"');
    expect(stdout).toContain('"outcome":"status-503","call":"push","for":{},"args":{},"times":1');
    expect(stdout).toContain('"outcome":"drip","call":"eligible"');
    expect(stdout).toContain('"for":{"last4":"4417","accountRange":"512345000"},"args":{},"times":2');
    expect(stdout).toContain('"didYouMean":"declined"');
    expect(stdout).toContain('{"removed":3}');
    expect(stdout.trim().endsWith('{"state":"empty"}')).toBe(true);
  });
});
