import { getRequestConfig } from 'next-intl/server';
import { FORMAT_LOCALE } from './locale';
import { messagesOf } from './messages';

/** What every server-rendered page speaks: English words, dates as the bank writes them. Times are the bank's until a customer's own zone is known. */
export default getRequestConfig(async () => ({
  locale: FORMAT_LOCALE,
  timeZone: 'UTC',
  messages: messagesOf('en'),
}));
