'use client';

import { ErrorScreen } from '@/components/system/error-screen';
import { fontClass } from '@/components/ui/fonts';
import './globals.css';

/** The same page for a failure of the layout itself: it brings its own document. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en" dir="ltr" className={fontClass}>
      <body>
        <ErrorScreen reference={error.digest} retry={reset} homeHref="/cards" />
      </body>
    </html>
  );
}
