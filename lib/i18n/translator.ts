import { createTranslator } from 'next-intl';
import type server from '@/messages/en/server.json';
import { pseudoOf } from '#demo/pseudo';
import { appLocale, formatOf } from './locale';
import { messagesOf } from './messages';

/** Words outside a page: messages to a phone, texts that are stored. `locale` as `xx_YY` or a language; English where it is none of ours. */
export function translator<N extends keyof typeof server>(locale: string, namespace: N) {
  const language = pseudoOf(locale) ?? appLocale(locale) ?? 'en';
  return createTranslator<typeof server, N>({
    locale: formatOf(language),
    messages: messagesOf(language),
    namespace,
  });
}
