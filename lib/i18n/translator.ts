import { createTranslator } from 'next-intl';
import type server from '@/messages/en/server.json';
import { appLocale, LANGUAGES } from './locale';
import { messagesOf } from './messages';

/** Words outside a page: messages to a phone, texts that are stored. `locale` as `xx_YY` or a language; English where it is none of ours. */
export function translator<N extends keyof typeof server>(locale: string, namespace: N) {
  const language = appLocale(locale) ?? 'en';
  return createTranslator<typeof server, N>({
    locale: LANGUAGES[language].format,
    messages: messagesOf(language),
    namespace,
  });
}
