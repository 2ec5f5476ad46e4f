import type { AbstractIntlMessages } from 'next-intl';
import arJourney from '@/messages/ar/journey.json';
import arLegal from '@/messages/ar/legal.json';
import arServer from '@/messages/ar/server.json';
import arSystem from '@/messages/ar/system.json';
import arUi from '@/messages/ar/ui.json';
import deJourney from '@/messages/de/journey.json';
import deLegal from '@/messages/de/legal.json';
import deServer from '@/messages/de/server.json';
import deSystem from '@/messages/de/system.json';
import deUi from '@/messages/de/ui.json';
import enJourney from '@/messages/en/journey.json';
import enLegal from '@/messages/en/legal.json';
import enServer from '@/messages/en/server.json';
import enSystem from '@/messages/en/system.json';
import enUi from '@/messages/en/ui.json';
import esJourney from '@/messages/es/journey.json';
import esLegal from '@/messages/es/legal.json';
import esServer from '@/messages/es/server.json';
import esSystem from '@/messages/es/system.json';
import esUi from '@/messages/es/ui.json';
import frJourney from '@/messages/fr/journey.json';
import frLegal from '@/messages/fr/legal.json';
import frServer from '@/messages/fr/server.json';
import frSystem from '@/messages/fr/system.json';
import frUi from '@/messages/fr/ui.json';
import ptJourney from '@/messages/pt-BR/journey.json';
import ptLegal from '@/messages/pt-BR/legal.json';
import ptServer from '@/messages/pt-BR/server.json';
import ptSystem from '@/messages/pt-BR/system.json';
import ptUi from '@/messages/pt-BR/ui.json';
import { pseudo } from '#demo/pseudo';
import type { AppLocale, Spoken } from './locale';

const en = { ...enUi, ...enSystem, ...enJourney, ...enServer, ...enLegal };

/** One folder of `messages` for each language; a test compares every one with English, sentence by sentence. */
const CATALOGUES: Record<AppLocale, typeof en> = {
  en,
  ar: { ...arUi, ...arSystem, ...arJourney, ...arServer, ...arLegal },
  de: { ...deUi, ...deSystem, ...deJourney, ...deServer, ...deLegal },
  es: { ...esUi, ...esSystem, ...esJourney, ...esServer, ...esLegal },
  fr: { ...frUi, ...frSystem, ...frJourney, ...frServer, ...frLegal },
  'pt-BR': { ...ptUi, ...ptSystem, ...ptJourney, ...ptServer, ...ptLegal },
};

const PSEUDO = pseudo(en);

/** All words of a language, one object by namespace. */
export function messagesOf(language: Spoken): AbstractIntlMessages & typeof en {
  return language === 'en-XA' ? PSEUDO : CATALOGUES[language];
}
