import { getRequestConfig } from 'next-intl/server';
import { messagesOf } from './messages';

/** What every server-rendered page speaks: English words, dates as the bank writes them. Times are the bank's until a customer's own zone is known. */
export default getRequestConfig(async () => ({
  locale: 'en-GB',
  timeZone: 'UTC',
  messages: messagesOf('en'),
}));
