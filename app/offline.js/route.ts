import { getLocale, getTranslations } from 'next-intl/server';
import { directionOf } from '@/lib/i18n/locale';
import { offlineWorker } from '@/lib/offline/offline-worker';

/** The service worker in the person's language; it knows nothing else of them. Registered by instrumentation-client.ts. */
export async function GET(): Promise<Response> {
  const locale = await getLocale();
  const t = await getTranslations('somethingWrong');
  const worker = offlineWorker(locale, directionOf(locale), {
    title: t('offline.title'),
    lines: [
      { label: t('whatLabel'), text: t('offline.what') },
      { label: t('meansLabel'), text: t('offline.means') },
      { label: t('doLabel'), text: t('offline.do') },
    ],
    retry: t('offline.action'),
  });
  return new Response(worker, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
  });
}
