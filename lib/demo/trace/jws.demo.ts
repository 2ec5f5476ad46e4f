import { readFileSync } from 'node:fs';
import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { config } from '@/lib/config/env';
import type { TraceBlock, TraceSection } from '@/lib/domain/trace.demo';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import { bodyFields, fieldsBlock, prettyJson } from './explain.demo';

const jwks = z.object({ keys: z.array(z.looseObject({ kid: z.string().optional() })) });

interface Decoded {
  header: Record<string, unknown>;
  payload: Record<string, unknown>;
  signed: string;
  signature: Buffer;
}

const object = z.record(z.string(), z.unknown());

/** The parts of a compact JWS (RFC 7515, 3.1); null when it is none. */
function decodeJws(compact: string): Decoded | null {
  const [header, payload, signature, ...more] = compact.split('.');
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0)
    return null;
  try {
    const read = (part: string) => object.parse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
    return {
      header: read(header),
      payload: read(payload),
      signed: `${header}.${payload}`,
      signature: Buffer.from(signature, 'base64url'),
    };
  } catch {
    return null;
  }
}

/** True and false are verdicts; null where no keys are configured. */
function verifies({ header, signed, signature }: Decoded): boolean | null {
  const { jwksFile } = config().mdes;
  if (jwksFile === null) return null;
  try {
    const { keys } = jwks.parse(JSON.parse(readFileSync(jwksFile, 'utf8')));
    const key = keys.find(({ kid }) => kid !== undefined && kid === header['kid']);
    if (key === undefined || header['alg'] !== 'RS256') return false;
    return verify('sha256', Buffer.from(signed), createPublicKey({ key, format: 'jwk' }), signature);
  } catch {
    return false;
  }
}

/** A JWS decoded and verified: with which key, and whether it speaks of what was pushed. */
export function jwsSection(
  compact: string,
  expected: { receipts: readonly string[] } | null,
): TraceSection | null {
  const decoded = decodeJws(compact);
  if (decoded === null) return null;
  const t = demoWords('trace');
  const kid = String(decoded.header['kid'] ?? '?');
  const verdict = verifies(decoded);
  const receipts = z.array(z.string()).safeParse(decoded.payload['pushAccountReceipts']).data ?? [];
  const checks = [
    ...(verdict === null ? [] : [{ name: t('jwsChecks.signature', { kid }), passed: verdict }]),
    ...(expected === null
      ? []
      : [{ name: t('jwsChecks.receipts'), passed: sameSet(receipts, expected.receipts) }]),
    {
      name: t('jwsChecks.callback'),
      passed: decoded.payload['callbackURL'] === `${config().origin}/tokenization-results`,
    },
  ];
  const blocks: TraceBlock[] = [
    { kind: 'checks', caption: t('captions.jwsVerified'), checks },
    ...(verdict === null ? [{ kind: 'text' as const, caption: '', text: t('captions.jwsNoKeys') }] : []),
    { kind: 'text', caption: t('captions.jwsHeader'), text: prettyJson(decoded.header) },
    { kind: 'text', caption: t('captions.jwsPayload'), text: prettyJson(decoded.payload) },
    fieldsBlock(t('captions.jwsFields'), [...bodyFields(decoded.header), ...bodyFields(decoded.payload)]),
  ];
  return { id: 'signature', title: t('sections.signature'), blocks };
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
