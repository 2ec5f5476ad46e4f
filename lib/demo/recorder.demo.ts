import { parseResults } from '@/lib/domain/result';
import { maskNumbers } from './mask-numbers.demo';

/** One attempt of the bank at MDES, as the bank sent it and as it was answered; card numbers are masked before they are kept. */
export interface RecordedCall {
  id: number;
  /** Unix time, milliseconds: real time, whatever a customer's clock says. */
  atMs: number;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
  /** Null until an answer has come; it stays null where none came. */
  answer: { status: number; headers: Record<string, string>; body: string } | null;
  /** Null while the call is under way. */
  tookMs: number | null;
}

/** A browser that left for a token requestor, or came back from one. */
export interface RecordedVisit {
  id: number;
  atMs: number;
  kind: 'leave' | 'return';
  method: string;
  url: string;
  headers: Record<string, string>;
  /** Of the enrollment that left; a return is known by its receipts. */
  enrollmentId: string | null;
  receipts: string[];
  /** Where the 303 leads. */
  location: string;
}

interface Tape {
  nextId: number;
  calls: RecordedCall[];
  visits: RecordedVisit[];
}

const MOST_CALLS = 400;
const MOST_VISITS = 400;
/** Characters kept of a body. */
const MOST_QUOTED = 20_000;
/** Enough to read a page by; cookies and everything else a browser sends stay out. */
const HEADERS_OF_A_BROWSER = [
  'accept-language',
  'origin',
  'referer',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
];

/** One for each process, since the server's bundle and Next's have a copy each of this module. */
const KEY = Symbol.for('issuer-portal.demo-tape');
const registry = globalThis as { [KEY]?: Tape };
const tape = (): Tape => (registry[KEY] ??= { nextId: 1, calls: [], visits: [] });

function keep<T extends { id: number }>(list: T[], most: number, entry: Omit<T, 'id'>): T {
  const kept = { ...entry, id: tape().nextId } as T;
  tape().nextId += 1;
  list.push(kept);
  if (list.length > most) list.splice(0, list.length - most);
  return kept;
}

/** The text of an answer, as far as it is kept; whatever breaks on the way ends it, and nobody is told. */
async function quote(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) break;
      text += decoder.decode(part.value as Uint8Array, { stream: true });
      if (text.length > MOST_QUOTED) break;
    }
  } catch {
    // The caller has hung up, or the other side has: what came so far is what there is to see.
  }
  await reader?.cancel().catch(() => undefined);
  return text.slice(0, MOST_QUOTED);
}

const headersOf = (headers: HeadersInit | undefined): Record<string, string> =>
  Object.fromEntries([...new Headers(headers)].map(([name, value]) => [name, maskNumbers(value)]));

/** Records every attempt that goes through `send`; the answer is passed on untouched. */
export function wireTap(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const startedMs = performance.now();
    const { body } = init ?? {};
    const call = keep<RecordedCall>(tape().calls, MOST_CALLS, {
      atMs: Date.now(),
      method: init?.method ?? 'GET',
      url: maskNumbers(input instanceof Request ? input.url : String(input)),
      headers: headersOf(init?.headers),
      body:
        body instanceof Uint8Array ? maskNumbers(new TextDecoder().decode(body)).slice(0, MOST_QUOTED) : null,
      answer: null,
      tookMs: null,
    });
    const done = () => {
      call.tookMs = Math.round(performance.now() - startedMs);
    };
    try {
      const response = await send(input, init);
      const { status, headers } = response;
      call.answer = { status, headers: headersOf(headers), body: '' };
      void quote(response.clone()).then((text) => {
        call.answer = { status, headers: headersOf(headers), body: maskNumbers(text) };
        done();
      });
      return response;
    } catch (error) {
      done();
      throw error;
    }
  };
}

function recordVisit(
  visit: Pick<RecordedVisit, 'kind' | 'enrollmentId' | 'receipts' | 'location'>,
  request: Request,
): void {
  const { pathname, search } = new URL(request.url);
  const headers = [...request.headers].filter(([name]) => HEADERS_OF_A_BROWSER.includes(name));
  keep<RecordedVisit>(tape().visits, MOST_VISITS, {
    ...visit,
    location: maskNumbers(visit.location),
    atMs: Date.now(),
    method: request.method,
    url: maskNumbers(pathname + search),
    headers: Object.fromEntries(headers),
  });
}

/** A browser was sent to the token requestor. */
export function recordLeave({
  enrollmentId,
  request,
  location,
}: {
  enrollmentId: string;
  request: Request;
  location: string;
}): void {
  recordVisit({ kind: 'leave', enrollmentId, receipts: [], location }, request);
}

/** A browser came back, whoever it belongs to. */
export function recordReturn({ request, location }: { request: Request; location: string }): void {
  const receipts = parseResults(new URL(request.url).search).map(({ receipt }) => receipt);
  recordVisit(
    {
      kind: 'return',
      enrollmentId: /^\/tokenization-results\/([^/?]{8,})$/.exec(location)?.[1] ?? null,
      receipts,
      location,
    },
    request,
  );
}

/** Everything that is kept, oldest first. */
export function recorded(): { calls: readonly RecordedCall[]; visits: readonly RecordedVisit[] } {
  return { calls: tape().calls, visits: tape().visits };
}

/** Forgets everything. */
export function eraseRecorded(): void {
  tape().calls.length = 0;
  tape().visits.length = 0;
}
