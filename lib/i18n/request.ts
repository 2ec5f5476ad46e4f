import { getRequestConfig } from 'next-intl/server';
import { messagesOf } from './messages';

/** What every server-rendered page speaks. Times are the bank's until a customer's own zone is known. */
export default getRequestConfig(async () => ({ locale: 'en', timeZone: 'UTC', messages: messagesOf('en') }));
