import { NotConnectedError } from './http-sender';

/** A logo is some tens of kilobytes and an eligible list is smaller; more than this is not an answer. */
const MAX_BODY_BYTES = 1024 * 1024;

/** How implementations of `fetch` other than ours say that no connection was made. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** A code such as EHOSTUNREACH also ends established connections; only these calls come before the first byte. */
const BEFORE_SENDING = new Set(['connect', 'getaddrinfo']);

export interface HttpRequest {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body: Buffer | null;
}

/** What became of one HTTP request. */
export type Attempt =
  | { got: 'answer'; status: number; headers: Headers; text: string }
  /** Nothing left this machine. */
  | { got: 'no_connection' }
  /** Sent, but no complete answer: too late, or the connection broke. */
  | { got: 'no_answer'; status?: number }
  | { got: 'too_much'; status: number };

/**
 * Sends one request and reads its answer to the end, never following a redirect.
 * @param limits.responseMs until the head of the answer. @param limits.remainingMs until its last byte.
 */
export async function attemptOnce(
  fetchImplementation: typeof fetch,
  request: HttpRequest,
  limits: { responseMs: number; remainingMs: number },
): Promise<Attempt> {
  const abort = new AbortController();
  const deadline = setTimeout(() => abort.abort(), Math.max(0, limits.remainingMs));
  const headTimer = setTimeout(() => abort.abort(), limits.responseMs);
  let status: number | undefined;
  try {
    const { url, ...init } = request;
    const response = await fetchImplementation(url, {
      ...init,
      body: init.body === null ? null : new Uint8Array(init.body),
      redirect: 'manual',
      cache: 'no-store',
      signal: abort.signal,
    });
    clearTimeout(headTimer);
    status = response.status;
    const text = await readText(response);
    if (text === undefined) return { got: 'too_much', status };
    return { got: 'answer', status, headers: response.headers, text };
  } catch (error) {
    if (status === undefined && neverSent(error)) return { got: 'no_connection' };
    return status === undefined ? { got: 'no_answer' } : { got: 'no_answer', status };
  } finally {
    clearTimeout(deadline);
    clearTimeout(headTimer);
    abort.abort();
  }
}

/** The body as UTF-8, or undefined once it grows beyond the limit: the rest is not even received. */
async function readText(response: Response): Promise<string | undefined> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(response.body)) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function neverSent(error: unknown): boolean {
  if (error instanceof NotConnectedError) return true;
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error)) return false;
  const code = 'code' in cause ? String(cause.code) : '';
  const call = 'syscall' in cause ? String(cause.syscall) : '';
  return NEVER_SENT.has(code) || BEFORE_SENDING.has(call);
}
