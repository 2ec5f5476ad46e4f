'use client';

import { NextIntlClientProvider } from 'next-intl';
import { ErrorScreen } from '@/components/system/error-screen';
import { fontClass } from '@/components/ui/fonts';
import { LANGUAGES } from '@/lib/i18n/locale';
import words from '@/messages/en/system.json';
import './globals.css';

/** No version is known here: whatever the colours are now (server/drawn-files.ts). */
const PRESENT_SHEET = '/brand/present/brand.css';

/** The same page for a failure of the layout itself: it brings its own document and words, and does not know which bank it is. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en" dir="ltr" className={fontClass}>
      <head>
        <link rel="stylesheet" href={PRESENT_SHEET} />
      </head>
      <body>
        <NextIntlClientProvider locale={LANGUAGES.en.format} messages={words} timeZone="UTC">
          <ErrorScreen bank={null} reference={error.digest} retry={reset} homeHref="/cards" />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
