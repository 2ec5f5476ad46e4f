'use client';

import { useBank } from '@/components/i18n/use-bank';
import { ErrorScreen } from '@/components/system/error-screen';

/** What no page caught: plain words, a way on, and the reference under which the log has it (OP-08). */
export default function ErrorBoundary({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <ErrorScreen bank={useBank()} reference={error.digest} retry={reset} homeHref="/cards" />;
}
