import { setTimeout as pause } from 'node:timers/promises';
import type { TwistingFault } from '@/sandbox/control/fault-names';
import type { Fault } from '@/sandbox/control/faults';
import { isRecord } from './field-rules';
import { jsonAnswer, type PlainAnswer } from './fault-answers';
import { losslessJson, type WireValue } from './lossless-json';

type Body = Readonly<Record<string, WireValue | undefined>>;
type Args = Fault['args'];
type Twist = (body: Body, args: Args) => Body;

const HOSTILE_URI = 'https://evil.example/provision';
const HOSTILE_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>document.title="ran"</script><image href="https://evil.example/x.png"/></svg>';
const MANY = 500;
const HUGE_BYTES = 2 * 1024 * 1024;

function entries(value: WireValue | undefined): readonly WireValue[] {
  return Array.isArray(value) ? (value as readonly WireValue[]) : [];
}

/** Another signature than the right one: the first character of its last part changes. */
function tampered(signature: WireValue | undefined): WireValue | undefined {
  if (typeof signature !== 'string') return signature;
  const at = signature.lastIndexOf('.') + 1;
  return signature.slice(0, at) + (signature[at] === 'A' ? 'B' : 'A') + signature.slice(at + 1);
}

function manyOf(list: readonly WireValue[]): readonly WireValue[] {
  const [first] = list;
  if (!isRecord(first)) return list;
  const copies = Array.from({ length: MANY }, (_unused, index) => ({
    ...(first as Body),
    tokenRequestorId: String(60_000_000_000 + index),
    consumerFacingEntityName: `Shop ${index} <b>"&`,
  }));
  return [...list, ...copies];
}

const alienItem = {
  pushAccountId: 'CA-00000000000000000000000000000000',
  pushAccountReceipt: 'MCC-STL-00000000-0000-4000-8000-000000000000',
};

const TWISTS: Partial<Record<TwistingFault, Twist>> = {
  'extra-fields': (body) => ({
    ...body,
    newMember: { nested: [1, 2, 3] },
    anotherMember: 'A_VALUE_NOBODY_KNOWS',
  }),
  'hostile-uri': (body, args) => ({
    ...body,
    availablePushMethods: [{ type: 'WEB', uri: String(args['uri'] ?? HOSTILE_URI) }],
  }),
  'no-web-method': (body) => ({
    ...body,
    availablePushMethods: [{ type: 'IOS', uri: 'walletapp://push-card' }],
  }),
  'signature-missing': (body) => ({ ...body, signature: undefined, tokenRequestorSignatureSupport: true }),
  'signature-tampered': (body) => ({ ...body, signature: tampered(body['signature']) }),
  'alien-receipt': (body) => ({
    ...body,
    pushAccountReceipts: [...entries(body['pushAccountReceipts']), alienItem],
  }),
  'empty-list': (body) => ({ ...body, tokenRequestors: [] }),
  'many-requestors': (body) => ({ ...body, tokenRequestors: manyOf(entries(body['tokenRequestors'])) }),
  'hostile-svg': () => ({
    mediaContents: [{ type: 'image/svg+xml', data: Buffer.from(HOSTILE_SVG).toString('base64') }],
  }),
  'wrong-media-type': (body) => ({
    mediaContents: entries(body['mediaContents']).map((content) => ({
      ...(content as Body),
      type: 'text/html',
    })),
  }),
  huge: (body) => ({ ...body, filler: 'x'.repeat(HUGE_BYTES) }),
};

/** A right answer, changed the way a fault says. `delay` waits `args.ms` first; `truncated` cuts the JSON in the middle. */
export async function twistedAnswer(name: TwistingFault, args: Args, body: WireValue): Promise<PlainAnswer> {
  if (name === 'delay') await pause(Math.min(Number(args['ms'] ?? 1_000), 60_000));
  const twisted = isRecord(body) ? (TWISTS[name]?.(body as Body, args) ?? body) : body;
  const json = losslessJson(twisted as WireValue);
  return jsonAnswer(name === 'truncated' ? json.slice(0, Math.floor(json.length / 2)) : json);
}
