import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * One GET to this machine, whatever name the program answers to: the portal sends other host names to its origin.
 * @param {{ port: number, path: string, host: string }} where `host`: value of the Host header
 * @returns {Promise<{ status: number, body: string } | undefined>} undefined when there is no answer within 5 s
 */
export function getLocal({ port, path, host }) {
  return new Promise((resolve) => {
    const call = request({ host: '127.0.0.1', port, path, headers: { host, accept: 'application/json' } });
    call.setTimeout(5_000, () => call.destroy());
    call.once('error', () => resolve(undefined));
    call.once('response', (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.once('error', () => resolve(undefined));
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    call.end();
  });
}

/**
 * Waits until a program answers 200.
 * @param {Parameters<typeof getLocal>[0]} where
 * @param {{ limitMs: number, given: () => boolean }} options `given`: asked before each try; true gives up
 * @returns {Promise<boolean>}
 */
export async function waitForHealth(where, { limitMs, given }) {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline && !given()) {
    const answer = await getLocal(where);
    if (answer?.status === 200) return true;
    await pause(100);
  }
  return false;
}
