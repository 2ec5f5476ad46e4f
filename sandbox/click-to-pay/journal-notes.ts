import { maskText } from '@/sandbox/control/mask';
import type { Journey } from '@/sandbox/store/records';
import { decodeSignature } from '@/sandbox/token-connect/decode-signature';
import type { World } from '@/sandbox/world';
import type { HandOverResult } from './hand-over';

/** Request headers for the journal; a remembered browser's cookie is nobody else's business. */
function withoutCookie(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name !== 'cookie'));
}

/** Writes a hand-over into the operator's journal: what came in the address, and what was thought of it. */
export function noteHandOver(world: World, request: Request, result: HandOverResult, status: number): void {
  const compact = new URL(request.url).searchParams.get('pushAccountData');
  const decoded = compact === null ? undefined : decodeSignature(compact);
  const accepted = 'accepted' in result ? result.accepted : undefined;
  const refused = 'refused' in result ? result.refused : undefined;
  world.journal.add({
    at: new Date(world.now()).toISOString(),
    op: 'hand-over',
    method: request.method,
    url: maskText(request.url),
    headers: withoutCookie(request.headers),
    ...(decoded !== undefined && { bodyDecrypted: { header: decoded.header, payload: decoded.payload } }),
    ...(accepted !== undefined && { receipts: accepted.receipts.map(({ receipt }) => receipt) }),
    verification: {
      passed: accepted ? ['form', compact === null ? 'callback' : 'signature', 'receipts', 'expiry'] : [],
      ...(refused !== undefined && { failed: refused.reason }),
      notes: [],
    },
    answer: { status, headers: {}, body: '' },
    tookMs: 0,
  });
}

/** Writes the way back into the journal. */
export function noteReturn(world: World, request: Request, journey: Journey, address: string): void {
  world.journal.add({
    at: new Date(world.now()).toISOString(),
    op: 'return',
    method: request.method,
    url: maskText(request.url),
    headers: {},
    receipts: journey.receipts,
    verification: { passed: [], notes: [] },
    answer: { status: 303, headers: { location: maskText(address) }, body: '' },
    tookMs: 0,
  });
}
