import { inlinePurpose } from './script-inventory.mjs';

/** @typedef {import('./script-inventory.mjs').ScriptInventory} ScriptInventory */

/** What every answer carries. A second list on purpose: it is what a reviewer expects, not what the portal happens to send. */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

/** Of a document's policy; `form-action` also names where a customer may be handed over. */
const POLICY = {
  'default-src': "'self'",
  'script-src': "'nonce-N' 'strict-dynamic'",
  'style-src': "'self' 'nonce-N'",
  'img-src': "'self'",
  'font-src': "'self'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default',
  'report-uri': '/api/csp-report',
  'report-to': 'csp',
};

/**
 * Headers of an answer that are not what they were when this portal was reviewed.
 * @param {Headers} headers @param {'demo' | 'production'} mode
 * @returns {string[]} one sentence a fault
 */
export function headerFaults(headers, mode) {
  const expected = Object.entries(HEADERS).filter(([name, value]) => headers.get(name) !== value);
  const transport = headers.get('strict-transport-security') ?? '';
  const seconds = Number(/^max-age=(\d+); includeSubDomains/.exec(transport)?.[1] ?? 0);
  return [
    ...expected.map(([name]) => `${name} is ${headers.get(name) ?? 'missing'}`),
    ...(mode === 'production' && seconds < 31_536_000 ? ['strict-transport-security is under a year'] : []),
    ...['x-powered-by', 'access-control-allow-origin']
      .filter((name) => headers.has(name))
      .map((name) => `${name} is there`),
  ];
}

/** @param {string} policy @param {string[] | undefined} handOverOrigins @returns {{ nonce: string | undefined, faults: string[] }} */
function policyFaults(policy, handOverOrigins) {
  const nonce = /'nonce-([A-Za-z0-9+/=]+)'/.exec(policy)?.[1];
  const found = new Map(
    policy
      .replace(/'nonce-[A-Za-z0-9+/=]+'/g, "'nonce-N'")
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name = '', ...values]) => [name, values.join(' ')]),
  );
  const [own, ...origins] = (found.get('form-action') ?? '').split(' ');
  found.delete('form-action');
  const names = new Set([...found.keys(), ...Object.keys(POLICY)]);
  const changed = [...names].filter((name) => found.get(name) !== POLICY[name]);
  const known = handOverOrigins === undefined || origins.every((origin) => handOverOrigins.includes(origin));
  const sane = own === "'self'" && origins.every((origin) => /^https?:\/\/[a-z0-9.:[\]-]+$/.test(origin));
  return {
    nonce,
    faults: [
      ...changed.map((name) => `policy: ${name || '(none)'} is ${found.get(name) ?? 'missing'}`),
      ...(known && sane ? [] : [`policy: form-action is ${[own, ...origins].join(' ')}`]),
    ],
  };
}

/** @param {string} html @returns {{ attributes: string, source: string }[]} */
const scriptsOf = (html) =>
  [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)].map(([, attributes = '', source = '']) => ({
    attributes,
    source,
  }));

/** @param {string} attributes @param {string} name */
const attribute = (attributes, name) =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(attributes)?.[1]?.replaceAll('&amp;', '&');

/**
 * What a document would execute and should not, and what its policy no longer says.
 * @param {{ html: string, headers: Headers }} document
 * @param {{ inventory: ScriptInventory, handOverOrigins?: string[] }} expected
 * @returns {string[]} one sentence a fault
 */
export function documentFaults({ html, headers }, { inventory, handOverOrigins }) {
  const { nonce, faults } = policyFaults(headers.get('content-security-policy') ?? '', handOverOrigins);
  const listed = new Set(inventory.scripts.map(({ path }) => path));
  const scripts = scriptsOf(html);
  const tags = html.match(/<script\b/gi)?.length ?? 0;
  const strange = scripts.flatMap(({ attributes, source }) => {
    const address = attribute(attributes, 'src');
    if (attribute(attributes, 'nonce') !== nonce) return ['a script without the nonce of its document'];
    if (address !== undefined) return listed.has(address) ? [] : [`an unlisted script: ${address}`];
    return inlinePurpose(source, inventory) === undefined
      ? [`an unknown inline script of ${source.length} characters`]
      : [];
  });
  return [
    ...faults,
    ...strange,
    ...(tags === scripts.length ? [] : ['a script that does not end']),
    ...(scripts.length === 0 ? ['no script at all'] : []),
    ...(/<(?:base|object|embed|iframe|frame|applet)\b/i.test(html)
      ? ['an element that loads what it likes']
      : []),
    ...(/\son[a-z]+\s*=\s*["']/i.test(html.replace(/<script\b[\s\S]*?<\/script>/gi, ''))
      ? ['an inline event handler']
      : []),
  ];
}
