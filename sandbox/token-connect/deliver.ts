import type { PlainAnswer } from './fault-answers';

/** What connects a request to the machine below; tests without a socket leave it out. */
export interface Connection {
  /** Cuts the connection without an answer. */
  readonly reset: () => void;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
/** Time for what was written to reach the other side before the connection is cut. */
const FLUSH_MS = 50;

/** The body byte by byte; cut when nobody listens any more or after `limitMs`. */
function drip(
  body: string,
  msPerByte: number,
  limitMs: number,
  gone: AbortSignal,
  connection: Connection | undefined,
): ReadableStream<Uint8Array> {
  const bytes = bytesOf(body);
  let sent = 0;
  let timer: NodeJS.Timeout | undefined;
  let limit: NodeJS.Timeout | undefined;
  const stop = () => {
    clearInterval(timer);
    clearTimeout(limit);
  };
  return new ReadableStream({
    start(controller) {
      limit = setTimeout(() => {
        stop();
        connection?.reset();
      }, limitMs);
      timer = setInterval(() => {
        if (sent < bytes.length) controller.enqueue(bytes.subarray(sent, (sent += 1)));
        else {
          stop();
          controller.close();
        }
      }, msPerByte);
      gone.addEventListener('abort', stop, { once: true });
    },
    cancel: stop,
  });
}

/** Half of the body, then the connection is reset. */
function half(body: string, connection: Connection | undefined): ReadableStream<Uint8Array> {
  const bytes = bytesOf(body);
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, Math.floor(bytes.length / 2)));
      setTimeout(() => {
        if (connection === undefined) controller.close();
        else connection.reset();
      }, FLUSH_MS);
    },
  });
}

/**
 * Turns an answer into bytes on their way: at once, a byte at a time (at most `limitMs` long), cut in the middle, or not at all.
 * Journal and answer stay the same; only the way differs.
 */
export function deliver(
  { status, headers, body, delivery }: PlainAnswer,
  limitMs: number,
  gone: AbortSignal,
  connection: Connection | undefined,
): Response {
  if (delivery === undefined) return new Response(body, { status, headers });
  const announced = { ...headers, 'content-length': String(bytesOf(body).length) };
  if (delivery.way === 'cut') {
    connection?.reset();
    return new Response('', { status, headers });
  }
  const stream =
    delivery.way === 'half'
      ? half(body, connection)
      : drip(body, delivery.msPerByte, limitMs, gone, connection);
  return new Response(stream, { status, headers: announced });
}
