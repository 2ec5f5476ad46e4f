import type { Instrumentation } from 'next';
import { log } from '@/lib/log/log';

/** Every failure that reached the router, with the reference that the person sees; no message, no stack (OP-04, OP-08). */
export const onRequestError: Instrumentation.onRequestError = (error) => {
  const digest =
    typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : 'none';
  log.error('request.failed', {
    reference: digest,
    errorName: error instanceof Error ? error.name : 'unknown',
  });
};
