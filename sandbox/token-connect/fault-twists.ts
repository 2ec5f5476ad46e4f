import type { TwistingFault } from '@/sandbox/control/fault-names';
import type { Fault } from '@/sandbox/control/orders';
import type { World } from '@/sandbox/world';
import { held, jsonAnswer, type PlainAnswer } from './fault-answers';
import { isRecord } from './field-rules';
import { losslessJson, type WireValue } from './lossless-json';
import { SIGNATURE_TWISTS } from './signature-twists';
import { CLICK_TO_PAY_ID } from './token-requestors';

type Body = Readonly<Record<string, WireValue | undefined>>;
type Args = Fault['args'];

/** What a twist may look at beside the right answer. */
export interface TwistContext {
  readonly world: World;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
  readonly consumerKey: string;
}
type Twist = (body: Body, args: Args, context: TwistContext) => Body;

const HOSTILE_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>document.title="ran"</script><image href="https://evil.example/x.png"/></svg>';
const HOSTILE_NAMES = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  'Click\u202eyaP ot\u202c Pay',
  'Line\r\nbreak\u0000 and\u0007 bell',
  '{{constructor.constructor("alert(1)")()}}',
];
const MANY = 500;
const HUGE_BYTES = 2 * 1024 * 1024;
const MOST_MS = 60_000;

function entries(value: WireValue | undefined): readonly WireValue[] {
  return Array.isArray(value) ? (value as readonly WireValue[]) : [];
}

function mapped(
  value: WireValue | undefined,
  change: (entry: Body, index: number) => Body,
): readonly WireValue[] {
  return entries(value).map(
    (entry, index) => (isRecord(entry) ? change(entry as Body, index) : entry) as WireValue,
  );
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

function withSignature(twist: (signature: string, world: World) => string): Twist {
  return (body, _args, { world }) =>
    typeof body['signature'] === 'string' ? { ...body, signature: twist(body['signature'], world) } : body;
}

/** The newest receipt of another push of this bank; rather one that has been at a token requestor, for the bank surely knows it. */
function earlierReceipt({ world, consumerKey }: TwistContext, own: readonly string[]): string | undefined {
  const others = world.store
    .allReceipts()
    .filter((receipt) => receipt.consumerKey === consumerKey && !own.includes(receipt.receipt));
  return (others.findLast(({ results }) => results !== undefined) ?? others.at(-1))?.receipt;
}

const duplicateReceipt: Twist = (body, _args, context) => {
  const items = entries(body['pushAccountReceipts']);
  const own = items.flatMap((item) =>
    isRecord(item) && typeof item['pushAccountReceipt'] === 'string' ? [item['pushAccountReceipt']] : [],
  );
  const receipt = earlierReceipt(context, own);
  if (receipt === undefined || own[0] === undefined) return body;
  // Nobody ever gets to see the one that it replaces.
  context.world.store.dropReceipt(own[0]);
  const pushAccountReceipts = mapped(items, (item, index) =>
    index === 0 ? { ...item, pushAccountReceipt: receipt } : item,
  );
  const signature = body['signature'];
  if (typeof signature !== 'string') return { ...body, pushAccountReceipts };
  const signed = SIGNATURE_TWISTS.over(signature, [receipt, ...own.slice(1)], context.world);
  return { ...body, pushAccountReceipts, signature: signed };
};

const alienItem = {
  pushAccountId: 'CA-00000000000000000000000000000000',
  pushAccountReceipt: 'MCC-STL-00000000-0000-4000-8000-000000000000',
};

const hostileUri = (args: Args, { origin }: World): string =>
  String(args['uri']).replace('{host}', new URL(origin).host);

const TWISTS: Partial<Record<TwistingFault, Twist>> = {
  'extra-fields': (body) => ({
    ...body,
    newMember: { nested: [1, 2, 3] },
    anotherMember: 'A_VALUE_NOBODY_KNOWS',
  }),
  'new-enum': (body) => ({
    ...body,
    ...(body['availablePushMethods'] !== undefined && {
      availablePushMethods: [
        { type: 'WATCH', uri: 'watch://push' },
        ...entries(body['availablePushMethods']),
      ],
    }),
    ...(body['tokenRequestors'] !== undefined && {
      tokenRequestors: mapped(body['tokenRequestors'], (one) => ({
        ...one,
        tokenRequestorType: 'DEVICE',
        supportedPushMethods:
          one['supportedPushMethods'] === undefined
            ? undefined
            : [...entries(one['supportedPushMethods']), 'WATCH'],
      })),
    }),
  }),
  'item-missing': (body) => ({ ...body, pushAccountReceipts: entries(body['pushAccountReceipts']).slice(1) }),
  'item-empty': (body) => ({
    ...body,
    pushAccountReceipts: mapped(body['pushAccountReceipts'], (item, index) =>
      index === 0 ? { pushAccountId: item['pushAccountId'] } : item,
    ),
  }),
  'other-response-id': (body) => ({ ...body, responseId: 'the-response-to-somebody-else' }),
  'hostile-uri': (body, args, { world }) => ({
    ...body,
    availablePushMethods: [{ type: 'WEB', uri: hostileUri(args, world) }],
  }),
  'no-web-method': (body) => ({
    ...body,
    availablePushMethods: [{ type: 'IOS', uri: 'walletapp://push-card' }],
  }),
  'several-methods': (body) => ({
    ...body,
    availablePushMethods: [
      { type: 'WEB', uri: 'https://evil.example/provision' },
      ...entries(body['availablePushMethods']),
    ],
  }),
  'signature-missing': (body) => ({ ...body, signature: undefined, tokenRequestorSignatureSupport: true }),
  'signature-tampered': withSignature(SIGNATURE_TWISTS.tampered),
  'signature-alg-none': withSignature(SIGNATURE_TWISTS.algNone),
  'signature-other-key': withSignature(SIGNATURE_TWISTS.otherKey),
  'signature-other-cards': withSignature((signature, world) =>
    SIGNATURE_TWISTS.over(signature, ['MCC-STL-00000000-0000-4000-8000-000000000001'], world),
  ),
  'alien-receipt': (body) => ({
    ...body,
    pushAccountReceipts: [...entries(body['pushAccountReceipts']), alienItem],
  }),
  'duplicate-receipt': duplicateReceipt,
  'empty-list': (body) => ({ ...body, tokenRequestors: [] }),
  'no-click-to-pay': (body) => ({
    ...body,
    tokenRequestors: entries(body['tokenRequestors']).filter(
      (one) => !isRecord(one) || one['tokenRequestorId'] !== CLICK_TO_PAY_ID,
    ),
  }),
  'many-requestors': (body) => ({ ...body, tokenRequestors: manyOf(entries(body['tokenRequestors'])) }),
  'hostile-names': (body) => ({
    ...body,
    tokenRequestors: mapped(body['tokenRequestors'], (one, index) => ({
      ...one,
      consumerFacingEntityName: HOSTILE_NAMES[index % HOSTILE_NAMES.length],
    })),
  }),
  'hostile-svg': () => ({
    mediaContents: [{ type: 'image/svg+xml', data: Buffer.from(HOSTILE_SVG).toString('base64') }],
  }),
  'wrong-media-type': (body) => ({
    mediaContents: mapped(body['mediaContents'], (content) => ({ ...content, type: 'text/html' })),
  }),
  'no-media': () => ({ mediaContents: [] }),
  huge: (body) => ({ ...body, filler: 'x'.repeat(HUGE_BYTES) }),
};

/** How the answer travels, for the faults of the way itself. */
function deliveryOf(name: TwistingFault, args: Args): Pick<PlainAnswer, 'delivery'> {
  if (name === 'reset-after') return { delivery: { way: 'cut' } };
  if (name === 'reset-mid-body') return { delivery: { way: 'half' } };
  const msPerByte = Math.min(MOST_MS, Math.max(1, Number(args['msPerByte']) || 1_000));
  return name === 'drip' ? { delivery: { way: 'drip', msPerByte } } : {};
}

/**
 * A right answer, changed the way a fault says, or on a bad way. `delay` waits `args.ms` first (a minute at most); `truncated` cuts
 * the JSON in the middle.
 */
export async function twistedAnswer(
  name: TwistingFault,
  args: Args,
  body: WireValue,
  context: TwistContext,
): Promise<PlainAnswer> {
  if (name === 'delay') await held(Math.min(Number(args['ms']) || 1_000, MOST_MS), context.signal);
  const twisted = isRecord(body) ? (TWISTS[name]?.(body as Body, args, context) ?? body) : body;
  const json = losslessJson(twisted as WireValue);
  const answer = jsonAnswer(name === 'truncated' ? json.slice(0, Math.floor(json.length / 2)) : json);
  return { ...answer, ...deliveryOf(name, args) };
}
