import { REPLACING_FAULTS, type FaultName, type ReplacingFault } from '@/sandbox/control/fault-names';
import { randomUuid, type World } from '@/sandbox/world';
import { skewMs } from './clock-skew';
import { losslessJson } from './lossless-json';
import { gatewayBody } from './refusal';

/** An answer before it is a Response, so that the journal can keep it. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Anything but at once and whole: not at all, half of it, or byte by byte. */
  readonly delivery?:
    { readonly way: 'cut' } | { readonly way: 'half' } | { readonly way: 'drip'; readonly msPerByte: number };
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

type Args = Readonly<Record<string, string | number>>;

/** An answer in the gateway's error shape (spec 2.1). */
export function gatewayAnswer(
  status: number,
  reasonCode: string,
  description: string,
  details: string | null = null,
  headers: Readonly<Record<string, string>> = {},
): PlainAnswer {
  return {
    status,
    headers: { ...JSON_TYPE, ...headers },
    body: losslessJson(gatewayBody(reasonCode, description, details)),
  };
}

/** A JSON answer with status 200: MDES says yes and no in the body (spec 5.1). */
export function jsonAnswer(body: string): PlainAnswer {
  return { status: 200, headers: JSON_TYPE, body };
}

const retryAfter = (args: Args, fallback: number) => ({
  'retry-after': String(args['retryAfter'] ?? fallback),
});

/** Waits, or until nobody listens any more. */
export async function held(stallMs: number, gone: AbortSignal): Promise<void> {
  if (gone.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, stallMs);
    gone.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const plain = (answer: PlainAnswer) => () => Promise.resolve(answer);

/** The gateway's refusal with a word on whether trying again may help. */
function recoverable(args: Args, status: number, reasonCode: string, description: string): PlainAnswer {
  const { Errors } = gatewayBody(reasonCode, description, null);
  const Error = Errors.Error.map((one) => ({ ...one, Recoverable: String(args['recoverable']) === 'true' }));
  return { status, headers: JSON_TYPE, body: losslessJson({ Errors: { Error } }) };
}

/** `Errors.Error` as one object: some gateways send it so (spec 2.1). */
function oneError(): PlainAnswer {
  const [Error] = gatewayBody('DECLINED', 'Unauthorized - Access Not Granted', null).Errors.Error;
  return { status: 401, headers: JSON_TYPE, body: losslessJson({ Errors: { Error } }) };
}

/** As the real gateway answers a stale timestamp (spec 2.1), with its own idea of the time. */
function skewed(args: Args, nowMs: number): PlainAnswer {
  const date = { date: new Date(nowMs + skewMs(args)).toUTCString() };
  return gatewayAnswer(401, 'DECLINED', 'Unauthorized - oauth_timestamp is out of bounds', null, date);
}

const FIELD_ERROR = {
  source: 'INPUT',
  reasonCode: 'INVALID_FIELD_FORMAT',
  description: 'Invalid Field Format - locale',
};
const DEEP = 100_000;

/** The answers that stand in for the right one. `stall` holds the call until the caller gives up or the world's `stallMs` are over. */
export function faultAnswer(
  name: ReplacingFault,
  args: Args,
  world: World,
  gone: AbortSignal,
): Promise<PlainAnswer> {
  const answers: Record<ReplacingFault, () => Promise<PlainAnswer>> = {
    'status-429': plain(
      gatewayAnswer(429, 'RATE_LIMIT_EXCEEDED', 'Too many requests', null, retryAfter(args, 2)),
    ),
    'status-500': plain(gatewayAnswer(500, 'INTERNAL_ERROR', 'Internal server error')),
    'status-502': plain(gatewayAnswer(502, 'BAD_GATEWAY', 'Bad gateway')),
    'status-503': plain(
      gatewayAnswer(503, 'SERVICE_UNAVAILABLE', 'Service unavailable', null, retryAfter(args, 1)),
    ),
    'status-504': plain(gatewayAnswer(504, 'GATEWAY_TIMEOUT', 'No answer from the backend')),
    'gateway-401': plain(recoverable(args, 401, 'DECLINED', 'Unauthorized - Access Not Granted')),
    'gateway-403': plain(recoverable(args, 403, 'AUTHENTICATION_FAILED', 'Authentication failed')),
    'gateway-one-error': plain(oneError()),
    'clock-skew': plain(skewed(args, world.now())),
    'error-wrapper': plain({
      status: 400,
      headers: JSON_TYPE,
      body: losslessJson({ errors: [FIELD_ERROR] }),
    }),
    'not-found': plain(gatewayAnswer(404, 'NOT_FOUND', 'There is no such thing')),
    redirect: plain({ status: 307, headers: { location: 'http://169.254.169.254/' }, body: '' }),
    'payload-error': plain(
      jsonAnswer(
        losslessJson({
          errors: [
            {
              source: String(args['source'] ?? 'MDES'),
              reasonCode: String(args['reasonCode'] ?? 'AUTHORIZATION_FAILED'),
              description: String(args['description'] ?? 'Authorization failed.'),
            },
          ],
          responseId: randomUuid(world),
        }),
      ),
    ),
    stall: async () => {
      await held(world.stallMs, gone);
      return gatewayAnswer(504, 'GATEWAY_TIMEOUT', 'No answer from the backend');
    },
    html: plain({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: '<!doctype html><html lang="en"><title>Maintenance</title><h1>We will be back soon</h1></html>',
    }),
    empty: plain({ status: 200, headers: JSON_TYPE, body: '' }),
    'deep-json': () => Promise.resolve(jsonAnswer(`{"responseId":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`)),
    'reset-before': plain({ status: 200, headers: JSON_TYPE, body: '', delivery: { way: 'cut' } }),
  };
  return answers[name]();
}

const REPLACING: ReadonlySet<string> = new Set(REPLACING_FAULTS);

/** True for faults that stand in for the whole answer. */
export function isReplacing(name: FaultName): name is ReplacingFault {
  return REPLACING.has(name);
}
