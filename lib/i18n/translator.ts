import { createTranslator } from 'next-intl';
import { messages, type Namespace } from './messages';

/** Words outside a page: messages to a phone, texts that are stored. English is the catalogue's only language so far. */
export function translator<N extends Namespace>(_locale: string, namespace: N) {
  return createTranslator({ locale: 'en', messages, namespace });
}
