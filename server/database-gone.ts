import type { IncomingMessage, ServerResponse } from 'node:http';
import { brand } from '@/lib/brand/brand';
import { databaseAnswers } from '@/lib/health/ready';
import { LANGUAGES, preferredLocale, type AppLocale } from '@/lib/i18n/locale';
import { translator } from '@/lib/i18n/translator';
import { log } from '@/lib/log/log';

const RETRY_AFTER_SECONDS = 5;
/** Files, and the health checks, which have an answer of their own. */
const WITHOUT_DATABASE = /^\/(?:_next\/|api\/health\/|favicon\.ico)/;

/**
 * While the database does not answer, every page and call is a 503 that says so and when to come back, before anything is begun
 * (RE-04). Each request asks anew, so that it is over when it is over. Answers true when the request has been answered here.
 */
export async function answersForTheDatabase(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (WITHOUT_DATABASE.test(request.url ?? '') || (await databaseAnswers())) return false;
  log.error('database.gone');
  const html = String(request.headers.accept ?? '').includes('text/html');
  response.writeHead(503, {
    'retry-after': String(RETRY_AFTER_SECONDS),
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'content-type': html ? 'text/html; charset=utf-8' : 'application/json',
  });
  const body = html
    ? page(preferredLocale(request.headers['accept-language'] ?? null, brand().languages))
    : JSON.stringify({ code: 'SERVICE_UNAVAILABLE' });
  response.end(request.method === 'HEAD' ? undefined : body);
  return true;
}

function page(language: AppLocale): string {
  const t = translator(language, 'databaseGone');
  const { format, direction } = LANGUAGES[language];
  return `<!doctype html>
<html lang="${format}" dir="${direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('title')}</title>
<h1>${t('title')}</h1>
<p>${t('what')}</p>
<p>${t('do')}</p>
</html>
`;
}
