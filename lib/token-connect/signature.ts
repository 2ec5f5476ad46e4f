import { compactVerify, createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet } from 'jose';
import { z } from 'zod';

const payloadSchema = z.object({ pushAccountReceipts: z.array(z.string()), callbackURL: z.string() });

export type SignatureCheck =
  | { ok: true }
  | {
      ok: false;
      reason: 'algorithm' | 'unknown_key' | 'bad_signature' | 'receipts_differ' | 'callback_differs';
    };

/**
 * Checks the JWS that MDES returns with a push before a browser is sent anywhere with it (spec section 6.3): RS256
 * only, a key that we know by its `kid` (headers that name a key of their own are never followed), and a payload that
 * speaks of our receipts and our callback.
 * @param expected.receipts in any order; the signature lists exactly these.
 */
export async function verifyPushSignature(
  jws: string,
  expected: { jwks: JSONWebKeySet; receipts: string[]; callbackUrl: string },
): Promise<SignatureCheck> {
  const header = readHeader(jws);
  if (header?.alg !== 'RS256') return { ok: false, reason: 'algorithm' };
  // Without this check a JWS that names no key would match a JWKS with a single one.
  const known = expected.jwks.keys.some((key) => key.kid !== undefined && key.kid === header.kid);
  if (!known) return { ok: false, reason: 'unknown_key' };

  const payload = await verified(jws, expected.jwks);
  if (!payload) return { ok: false, reason: 'bad_signature' };
  const ours = [...expected.receipts].sort();
  const theirs = [...payload.pushAccountReceipts].sort();
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) return { ok: false, reason: 'receipts_differ' };
  if (payload.callbackURL !== expected.callbackUrl) return { ok: false, reason: 'callback_differs' };
  return { ok: true };
}

function readHeader(jws: string): { alg?: string; kid?: string } | undefined {
  try {
    return decodeProtectedHeader(jws);
  } catch {
    return undefined;
  }
}

async function verified(
  jws: string,
  jwks: JSONWebKeySet,
): Promise<z.infer<typeof payloadSchema> | undefined> {
  try {
    const { payload } = await compactVerify(jws, createLocalJWKSet(jwks), { algorithms: ['RS256'] });
    const json: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
    return payloadSchema.safeParse(json).data;
  } catch {
    return undefined;
  }
}
