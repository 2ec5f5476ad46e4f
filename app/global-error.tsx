'use client';

import { ErrorScreen } from '@/components/system/error-screen';
import { fontClass } from '@/components/ui/fonts';
import './globals.css';

/** No version is known here: whatever the colours are now (server/brand-files.ts). */
const PRESENT_SHEET = '/brand/present/brand.css';

/** The same page for a failure of the layout itself: it brings its own document, and does not know which bank it is. */
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
        <ErrorScreen bank={null} reference={error.digest} retry={reset} homeHref="/cards" />
      </body>
    </html>
  );
}
