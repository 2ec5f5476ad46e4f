import { createServer } from 'node:net';
import { Refusal } from './refusal.mjs';

/**
 * @param {string | undefined} text
 * @param {string} variable the variable it was read from
 * @param {number} fallback
 * @throws {Refusal} when it is not a port number
 */
export function parsePort(text, variable, fallback) {
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535)
    throw new Refusal(`${variable} must be a port number between 1 and 65535.`);
  return port;
}

/**
 * @param {number} port
 * @param {string | undefined} host undefined: every address of this machine
 * @returns {Promise<string | undefined>} the error code when it cannot be bound
 */
function bindError(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/**
 * One sentence that names the variable to set when `port` cannot be had, otherwise undefined. Loopback is asked as
 * well as every address: a program that listens on one of them only would otherwise go unnoticed.
 * @param {number} port
 * @param {'PORT' | 'SANDBOX_PORT'} variable
 */
export async function portFault(port, variable) {
  for (const host of ['127.0.0.1', undefined]) {
    const code = await bindError(port, host);
    if (code === 'EADDRINUSE')
      return `Port ${port} is taken by another program: set ${variable} to a free port, for example ${variable}=${port < 65_000 ? port + 100 : port - 100}.`;
    if (code === 'EACCES')
      return `Port ${port} may not be used by this account: set ${variable} to a port above 1023.`;
    if (code !== undefined) return `Port ${port} cannot be used (${code}): set ${variable} to another port.`;
  }
  return undefined;
}

/** @returns {Promise<number>} a port of 127.0.0.1 that was free a moment ago */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
