import { recordReports } from '@/lib/csp-report/record-reports';

/** A report is a kilobyte or two; characters. */
const MOST = 16_384;

const answer = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } });

/** Reads no more than a report can have: a stranger's body is not worth its memory. Null when it is longer. */
async function readAtMost(request: Request): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of request.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > MOST) return null;
  }
  return text;
}

/** Where browsers tell what a document's policy stopped (BR-01). Public, changes nothing, writes bounded lines. */
export async function POST(request: Request): Promise<Response> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(?:csp-report|reports\+json|json)\b/.test(type)) return answer(415);
  const body = await readAtMost(request);
  if (body === null) return answer(413);
  return answer(recordReports(body, request.headers.get('x-forwarded-for')));
}
