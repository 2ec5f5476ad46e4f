import { getLocal } from './wait-for-health.mjs';

/** @param {string} words what begins now */
export function step(words) {
  const seconds = process.uptime().toFixed(1).padStart(5);
  console.log(`[${seconds} s] ${words}`);
}

/**
 * The logins that the portal itself offers on its sign-in page.
 * @param {{ port: number, portalOrigin: string }} at
 * @returns {Promise<{ password: string, personas: { username: string, story: string }[] } | undefined>}
 */
async function demoLogins(at) {
  const where = { port: at.port, path: '/api/demo/personas', host: new URL(at.portalOrigin).host };
  const answer = await getLocal(where);
  if (answer?.status !== 200) return undefined;
  try {
    const logins = JSON.parse(answer.body);
    return Array.isArray(logins.personas) ? logins : undefined;
  } catch {
    return undefined;
  }
}

/** @param {{ port: number, portalOrigin: string, sandboxOrigin: string, withSandbox: boolean, baseUrl: string, dataDir: string }} at */
export async function announce(at) {
  const logins = await demoLogins(at);
  const lines = ['', `  The bank is open:   ${at.portalOrigin}`, ''];
  if (logins) {
    const width = Math.max(...logins.personas.map((persona) => persona.username.length));
    lines.push(`  Sign in as (password for all of them: ${logins.password})`);
    for (const { username, story } of logins.personas) lines.push(`    ${username.padEnd(width)}   ${story}`);
  } else {
    lines.push('  Sign in as one of the people on the sign-in page.');
  }
  lines.push('');
  if (at.withSandbox)
    lines.push(`  What the sandbox received and answered:   ${at.sandboxOrigin}/__sandbox/`);
  else lines.push(`  The sandbox is not started: MDES_BASE_URL is ${at.baseUrl}`);
  lines.push(`  Logs:   ${at.dataDir}/logs`, '', '  Ctrl-C stops everything; nothing is lost.', '');
  console.log(`[${process.uptime().toFixed(1).padStart(5)} s] ready\n${lines.join('\n')}`);
}
