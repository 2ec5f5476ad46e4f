import { createTranslator } from 'next-intl';
import demo from '@/messages/en/demo.json';

/** The words of the demo's tools: a catalogue of their own, so that a production build holds none of them (docs/adr/0002). */
export function demoWords<N extends keyof typeof demo>(namespace: N) {
  return createTranslator<typeof demo, N>({ locale: 'en', messages: demo, namespace });
}
