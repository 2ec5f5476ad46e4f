/** A JWS taken apart, not verified. */
export interface DecodedSignature {
  readonly header: unknown;
  readonly payload: unknown;
  /** What the signature covers. */
  readonly signed: string;
  readonly signature: Buffer;
}

/** Decodes strictly: base64url without padding, and only in the one spelling that encodes the bytes (RFC 7515, 2). */
function bytes(part: string): Buffer | undefined {
  const decoded = Buffer.from(part, 'base64url');
  return decoded.toString('base64url') === part ? decoded : undefined;
}

function json(part: string): unknown {
  const decoded = bytes(part);
  if (decoded === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(decoded));
  } catch {
    return undefined;
  }
}

/** Takes a compact JWS apart (RFC 7515, 7.1), or answers nothing when it is none. */
export function decodeSignature(compact: string): DecodedSignature | undefined {
  const [head = '', body = '', tail = '', ...more] = compact.split('.');
  const header = json(head);
  const payload = json(body);
  const signature = bytes(tail);
  if (more.length > 0 || header === undefined || payload === undefined || signature === undefined)
    return undefined;
  return { header, payload, signed: `${head}.${body}`, signature };
}
