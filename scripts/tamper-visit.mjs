import { sha384 } from './script-inventory.mjs';
import { documentFaults, headerFaults } from './tamper-rules.mjs';

const ANSWER_LIMIT_MS = 20_000;

/** What anybody can open; the pages behind the sign-in are made of the same scripts, all of which are fetched. */
const PAGES = [
  { path: '/login', status: 200 },
  { path: '/legal/privacy', status: 200 },
  { path: '/legal/terms', status: 200 },
  { path: '/tokenization-results/none', status: 200 },
  { path: '/no/such/page', status: 404 },
];

/** @param {string} address @returns {Promise<Response>} */
const open = (address) =>
  fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });

/**
 * @param {string} path @param {() => Promise<string[]>} look
 * @returns {Promise<string[]>} faults, each with where it was found
 */
async function at(path, look) {
  const faults = await look().catch((error) => [`no answer (${error.name})`]);
  return faults.map((fault) => `${path}: ${fault}`);
}

/**
 * Fetches the key pages and every listed script, one after the other.
 * @param {string} origin
 * @param {{ inventory: import('./script-inventory.mjs').ScriptInventory, handOverOrigins?: string[] }} expected
 * @returns {Promise<{ faults: string[], visited: { pages: number, scripts: number } }>}
 */
export async function checkPortal(origin, expected) {
  const { mode, scripts } = expected.inventory;
  const faults = [];
  for (const { path, status } of PAGES)
    faults.push(
      ...(await at(path, async () => {
        const answer = await open(`${origin}${path}`);
        if (answer.status !== status) return [`status ${answer.status}`];
        const document = { html: await answer.text(), headers: answer.headers };
        return [...headerFaults(answer.headers, mode), ...documentFaults(document, expected)];
      })),
    );
  for (const script of scripts)
    faults.push(
      ...(await at(script.path, async () => {
        const answer = await open(`${origin}${script.path}`);
        if (answer.status !== 200) return [`status ${answer.status}`];
        const content = new Uint8Array(await answer.arrayBuffer());
        const same = sha384(content) === script.sha384;
        return [...headerFaults(answer.headers, mode), ...(same ? [] : ['other content than was built'])];
      })),
    );
  return { faults, visited: { pages: PAGES.length, scripts: scripts.length } };
}
