import { GatewayRefusal } from './refusal';
import { check, type Findings } from './checklist';

/** The paths of Token Connect below `/mdes` (spec 1.2), with the one method each takes. */
const OPERATIONS: readonly (readonly [method: 'GET' | 'POST', path: string])[] = [
  ['POST', '/connect/1/0/getEligibleTokenRequestors'],
  ['GET', '/issuer-assets/1/0/asset/tokenrequestor/{AssetId}'],
  ['POST', '/connect/1/0/pushMultipleAccounts'],
  ['POST', '/connect/1/0/pushAccount'],
];

function hint(path: string): string {
  if (/1%2f0/i.test(path))
    return 'Write the version as 1/0: a generated client has escaped the slash of its path parameter.';
  if (path.includes('/assets/static/'))
    return 'That is the token requestor’s path; issuers use /issuer-assets/.';
  if (/searchTokens/i.test(path))
    return 'searchTokens belongs to MDES Customer Service, not to Token Connect.';
  const word = path.split('/').at(-1)?.toLowerCase() ?? '';
  const near = OPERATIONS.find(([, known]) => known.toLowerCase().endsWith(`/${word}`));
  return near === undefined ? 'Compare the path with the four above.' : `Perhaps ${near[1]} is meant.`;
}

/**
 * Refuses a call that names no operation, or names one with the wrong method.
 * @throws GatewayRefusal 404 NOT_FOUND or 405 METHOD_NOT_ALLOWED
 */
export function refuseUnknown(method: string, url: URL, findings: Findings): never {
  const path = url.pathname.replace(/^\/mdes/, '');
  const pattern = path.replace(/(\/asset\/tokenrequestor\/)[^/]+$/, '$1{AssetId}');
  const known = OPERATIONS.find(([, candidate]) => candidate === pattern);
  check(findings, 'operation', () => {
    if (known !== undefined) return;
    throw new GatewayRefusal(404, 'NOT_FOUND', 'There is no such operation', {
      received: `${method} ${path.slice(0, 200)}`,
      computed: `operations: ${OPERATIONS.map((operation) => operation.join(' ')).join(', ')}`,
      lookAt: hint(path),
    });
  });
  return check(findings, 'method', (): never => {
    throw new GatewayRefusal(405, 'METHOD_NOT_ALLOWED', 'The operation has another method', {
      received: method,
      ...(known !== undefined && { computed: known[0] }),
    });
  });
}
