import { config } from '@/lib/config/env';
import type { TraceHop, TraceSection } from '@/lib/domain/trace.demo';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import type { RecordedVisit } from '../recorder.demo';
import { checksSection } from './checks.demo';
import { curlOf } from './curl.demo';
import { headerLines } from './explain.demo';
import { redirectSections } from './redirect.demo';
import type { SandboxEntry } from './sandbox-journal.demo';
import type { EnrollmentEventRow } from './step-hop.demo';

const DONE = { tookMs: null, phase: 'done', curl: null } as const;

const headersSection = (request: Pick<SandboxEntry, 'method' | 'url' | 'headers'>): TraceSection => {
  const t = demoWords('trace');
  return {
    id: 'headers',
    title: t('sections.headers'),
    blocks: [
      { kind: 'text', caption: t('captions.request'), text: `${request.method} ${request.url}` },
      { kind: 'text', caption: t('captions.requestHeaders'), text: headerLines(request.headers) },
    ],
  };
};

const pathOf = (address: string): string => address.replace(/^https?:\/\/[^/]+/, '');
const shortPath = (address: string): string => pathOf(address).replace(/\?.*$/s, '?…');

/** The cardholder leaves: one POST, answered by the redirect. `visit` is null when the tape has lost it. */
export function departureHops(event: EnrollmentEventRow, visit: RecordedVisit | null): TraceHop[] {
  const t = demoWords('trace');
  const at = visit === null ? event.at.toISOString() : new Date(visit.atMs).toISOString();
  const leave: TraceHop = {
    ...DONE,
    id: `event-${event.seq}`,
    at,
    from: 'browser',
    to: 'bank',
    label: 'POST leave',
    gist: t('leave'),
    status: visit === null ? null : '303',
    tone: 'ok',
    sections: visit === null ? [] : [headersSection(visit)],
  };
  if (visit === null) return [leave];
  const answer: TraceHop = {
    ...DONE,
    id: `visit-${visit.id}-answer`,
    at,
    from: 'bank',
    to: 'browser',
    label: `303 ${shortPath(visit.location)}`,
    gist: t('leaveAnswer'),
    status: null,
    tone: 'plain',
    sections: redirectSections(visit.location),
    curl: curlOf({ method: 'GET', url: visit.location, headers: {}, body: null }),
  };
  return [leave, answer];
}

/** The browser arrives at the token requestor, which judges what it brings. */
export function handOverHops(entry: SandboxEntry, name: string): TraceHop[] {
  const t = demoWords('trace');
  const { failed } = entry.verification;
  const arrival: TraceHop = {
    ...DONE,
    id: `journal-${entry.id}`,
    at: entry.at,
    from: 'browser',
    to: 'requestor',
    label: `GET ${shortPath(entry.url)}`,
    gist: t('handOver', { name }),
    status: String(entry.answer.status),
    tone: entry.answer.status < 400 ? 'ok' : 'bad',
    sections: [headersSection(entry), ...redirectSections(entry.url)],
    curl: curlOf({ method: entry.method, url: entry.url, headers: {}, body: null }),
  };
  const verdict: TraceHop = {
    ...DONE,
    id: `journal-${entry.id}-verify`,
    at: entry.at,
    from: 'requestor',
    to: 'mdes',
    label:
      failed === undefined
        ? t('verifyLabel', { count: entry.receipts?.length ?? 0 })
        : t('refusedLabel', { reason: failed }),
    gist: t('verify', { name }),
    status: failed === undefined ? 'ok' : failed,
    tone: failed === undefined ? 'ok' : 'bad',
    sections: [checksSection(entry)],
  };
  return [arrival, verdict];
}

/** The token requestor sends the browser back. */
export function wayBackHops(entry: SandboxEntry, name: string): TraceHop[] {
  const t = demoWords('trace');
  const location = entry.answer.headers['location'] ?? '';
  return [
    {
      ...DONE,
      id: `journal-${entry.id}`,
      at: entry.at,
      from: 'requestor',
      to: 'browser',
      label: `${entry.answer.status} ${shortPath(location)}`,
      gist: t('wayBack', { name }),
      status: null,
      tone: 'plain',
      sections: redirectSections(location),
    },
  ];
}

/** The browser is back at the bank, and is sent on to a clean address. */
export function arrivalHops(visit: RecordedVisit): TraceHop[] {
  const t = demoWords('trace');
  const at = new Date(visit.atMs).toISOString();
  const url = `${config().origin}${visit.url}`;
  return [
    {
      ...DONE,
      id: `visit-${visit.id}`,
      at,
      from: 'browser',
      to: 'bank',
      label: `GET ${shortPath(visit.url)}`,
      gist: t('return'),
      status: '303',
      tone: 'ok',
      sections: [headersSection(visit), ...redirectSections(url)],
      curl: curlOf({ method: 'GET', url, headers: {}, body: null }),
    },
    {
      ...DONE,
      id: `visit-${visit.id}-answer`,
      at,
      from: 'bank',
      to: 'browser',
      label: `303 ${shortPath(visit.location)}`,
      gist: t('returnAnswer'),
      status: null,
      tone: 'plain',
      sections: redirectSections(visit.location),
    },
  ];
}
