import type { AbstractIntlMessages } from 'next-intl';
import journey from '@/messages/en/journey.json';
import legal from '@/messages/en/legal.json';
import server from '@/messages/en/server.json';
import system from '@/messages/en/system.json';
import ui from '@/messages/en/ui.json';

/** Locales the catalogue speaks; another language is another folder beside `messages/en`. */
export const LOCALES = ['en'] as const;
export type AppLocale = (typeof LOCALES)[number];

const CATALOGUES: Record<AppLocale, AbstractIntlMessages> = {
  en: { ...ui, ...system, ...journey, ...server, ...legal },
};

/** All words of a locale, one object by namespace. */
export function messagesOf(locale: AppLocale): AbstractIntlMessages {
  return CATALOGUES[locale];
}
