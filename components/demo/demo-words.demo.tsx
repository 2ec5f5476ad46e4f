import { NextIntlClientProvider, useLocale, useTimeZone } from 'next-intl';
import type { ReactNode } from 'react';
import words from '@/messages/en/demo.json';

/** The words of the demo's own parts: a catalogue that only these parts ask for, so that no production build holds it. */
export function DemoWords({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const timeZone = useTimeZone();
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={words}
      {...(timeZone === undefined ? {} : { timeZone })}
    >
      {children}
    </NextIntlClientProvider>
  );
}
