import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort, parsePort, portFault } from './ports.mjs';

const servers = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

/** @param {string | undefined} host */
async function occupy(host) {
  const server = createServer();
  servers.push(server);
  await new Promise((resolve) => server.listen(0, host, resolve));
  return server.address().port;
}

describe('ports', () => {
  it('says nothing about a free port', async () => {
    expect(await portFault(await freePort(), 'PORT')).toBeUndefined();
  });

  it.each(['127.0.0.1', undefined])(
    'names the variable in one sentence when the port is taken on %s',
    async (host) => {
      const port = await occupy(host);
      expect(await portFault(port, 'SANDBOX_PORT')).toBe(
        `Port ${port} is taken by another program: set SANDBOX_PORT to a free port, for example SANDBOX_PORT=${port < 65_000 ? port + 100 : port - 100}.`,
      );
    },
  );

  it.each(['0', '65536', '3000x', '-1', '3e3'])('refuses %s as a port', (text) => {
    expect(() => parsePort(text, 'PORT', 3000)).toThrow('PORT must be a port number');
  });

  it('takes unset and empty for the default', () => {
    expect([
      parsePort(undefined, 'PORT', 3000),
      parsePort('', 'PORT', 3000),
      parsePort('8080', 'PORT', 3000),
    ]).toEqual([3000, 3000, 8080]);
  });
});
