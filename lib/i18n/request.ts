import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { brand } from '@/lib/brand/brand';
import { bankView } from './bank';
import { formatOf } from './locale';
import { languageOfRequest, TIME_ZONE_COOKIE, timeZoneOf } from './language';
import { messagesOf } from './messages';

/** What every server-rendered page speaks: the person's language, and times as the clock of their browser shows them. */
export default getRequestConfig(async () => {
  const language = await languageOfRequest();
  return {
    locale: formatOf(language),
    timeZone: timeZoneOf((await cookies()).get(TIME_ZONE_COOKIE)?.value),
    messages: { ...messagesOf(language), bank: { ...bankView(brand()) } },
  };
});
