import { createTranslator } from 'next-intl';
import server from '@/messages/en/server.json';

/** Words outside a page: messages to a phone, texts that are stored. English is the catalogue's only language so far. */
export function translator<N extends keyof typeof server>(_locale: string, namespace: N) {
  return createTranslator<typeof server, N>({ locale: 'en', messages: server, namespace });
}
