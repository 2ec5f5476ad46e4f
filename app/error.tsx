'use client';

import { ErrorScreen } from '@/components/system/error-screen';

/** What no page caught: plain words, a way on, and the reference under which the log has it (OP-08). */
export default function ErrorBoundary({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <ErrorScreen reference={error.digest} retry={reset} homeHref="/cards" />;
}
