import { NextIntlClientProvider, useLocale, useTimeZone } from 'next-intl';
import type { ReactNode } from 'react';
import { useBank } from '@/components/i18n/use-bank';
import words from '@/messages/en/demo.json';

/** The bank, and the words of the demo's own parts: a catalogue that only these parts ask for, so that no production build holds it. */
export function DemoWords({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const timeZone = useTimeZone();
  const bank = useBank();
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={{ ...words, bank: { ...bank } }}
      {...(timeZone === undefined ? {} : { timeZone })}
    >
      {children}
    </NextIntlClientProvider>
  );
}
