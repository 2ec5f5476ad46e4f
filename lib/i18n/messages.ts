import type { AbstractIntlMessages } from 'next-intl';
import journey from '@/messages/en/journey.json';
import legal from '@/messages/en/legal.json';
import server from '@/messages/en/server.json';
import system from '@/messages/en/system.json';
import ui from '@/messages/en/ui.json';
import type { AppLocale } from './locale';

const en = { ...ui, ...system, ...journey, ...server, ...legal };

/** One folder of `messages` for each language; a test compares every one with English, sentence by sentence. */
const CATALOGUES: Record<AppLocale, typeof en> = { en, es: en, fr: en, de: en, 'pt-BR': en, ar: en };

/** All words of a language, one object by namespace. */
export function messagesOf(language: AppLocale): AbstractIntlMessages & typeof en {
  return CATALOGUES[language];
}
