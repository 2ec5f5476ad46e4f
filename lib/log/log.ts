import { pino } from 'pino';

/**
 * What a log line may hold: an allow-list, so that personal data and card data cannot slip in by a new field (OP-04).
 * Values are ids of ours, names of outcomes, numbers.
 */
export interface LogFields {
  requestId?: string;
  enrollmentId?: string;
  operation?: string;
  outcome?: string;
  reasonCode?: string;
  status?: number;
  attempts?: number;
  durationMs?: number;
  reference?: string;
  errorName?: string;
  count?: number;
  clockSkewSeconds?: number;
}

const ALLOWED: readonly (keyof LogFields)[] = [
  'requestId',
  'enrollmentId',
  'operation',
  'outcome',
  'reasonCode',
  'status',
  'attempts',
  'durationMs',
  'reference',
  'errorName',
  'count',
  'clockSkewSeconds',
];
/** A request id, as a UUID or in 32 hexadecimal digits; runs of decimal digits in it are chance. */
const REQUEST_ID = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
// Ids and names only: whatever a partner puts into a reason code cannot forge a line or carry a number of card length.
const clean = (value: string) =>
  REQUEST_ID.test(value)
    ? value
    : value
        .replace(/[^\x20-\x7e]/g, '?')
        .replace(/\d(?:[ -]?\d){8,}/g, '[digits]')
        .slice(0, 120);

const logger = pino({
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});

function allowed(fields: LogFields): Record<string, string | number> {
  const out: Record<string, string | number> = {};
  for (const name of ALLOWED) {
    const value = fields[name];
    if (typeof value === 'number') out[name] = value;
    else if (typeof value === 'string') out[name] = clean(value);
  }
  return out;
}

/** One JSON line per event on stdout. `event` is a fixed word of ours, e.g. `push.unknown`. */
export const log = {
  info: (event: string, fields: LogFields = {}) => logger.info(allowed(fields), event),
  warn: (event: string, fields: LogFields = {}) => logger.warn(allowed(fields), event),
  error: (event: string, fields: LogFields = {}) => logger.error(allowed(fields), event),
};
