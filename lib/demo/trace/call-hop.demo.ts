import type { TraceBlock, TraceHop, TraceSection } from '@/lib/domain/trace.demo';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import { parseLosslessJson } from '@/lib/token-connect/lossless-json';
import type { RecordedCall } from '../recorder.demo';
import { checksSection } from './checks.demo';
import { curlOf } from './curl.demo';
import { bodyFields, fieldsBlock, headerLines, prettyJson } from './explain.demo';
import { jwsSection } from './jws.demo';
import type { SandboxEntry } from './sandbox-journal.demo';

const OPERATIONS = ['getEligibleTokenRequestors', 'pushMultipleAccounts'] as const;

const jsonOf = (text: string | null): unknown => {
  try {
    return text === null ? undefined : parseLosslessJson(text);
  } catch {
    return undefined;
  }
};

/** One attempt of the bank at MDES: what was sent, what MDES made of it, what came back. */
export function callHop(call: RecordedCall, entry: SandboxEntry | null): TraceHop {
  const t = demoWords('trace');
  const { pathname } = new URL(call.url);
  const operation =
    OPERATIONS.find((name) => pathname.endsWith(`/${name}`)) ??
    (pathname.includes('/asset/') ? 'asset' : 'other');
  const live = call.tookMs === null;
  const { answer } = call;
  return {
    id: `call-${call.id}`,
    at: new Date(call.atMs).toISOString(),
    from: 'bank',
    to: 'mdes',
    label: `${call.method} ${operation === 'other' ? pathname : operation === 'asset' ? 'getAsset' : operation}`,
    gist: live ? t('pushing') : t(`calls.${operation}`),
    status: answer === null ? (live ? null : t('noAnswer')) : String(answer.status),
    tone: live ? 'plain' : isFine(answer) ? 'ok' : 'bad',
    tookMs: call.tookMs,
    phase: live ? 'live' : 'done',
    sections: sectionsOf(call, entry),
    curl: curlOf(call),
  };
}

/** 200 is not success: MDES says in the body that it failed (spec 5.1). */
function isFine(answer: RecordedCall['answer']): boolean {
  return answer !== null && answer.status < 400 && !/"errors?"\s*:\s*\[\s*\{/i.test(answer.body);
}

function sectionsOf(call: RecordedCall, entry: SandboxEntry | null): TraceSection[] {
  const answer = jsonOf(call.answer?.body ?? null);
  const signature = memberOf(answer, 'signature');
  const jws =
    typeof signature === 'string'
      ? jwsSection(signature, { receipts: receiptsIn(call.answer?.body ?? '') })
      : null;
  return [
    headersSection(call),
    ...(entry === null ? [] : baseSection(entry)),
    ...(call.body === null ? [] : [bodySection(call.body, entry)]),
    ...(call.answer === null ? [] : [responseSection(call.answer, answer)]),
    ...(jws === null ? [] : [jws]),
    ...(entry === null ? [] : [checksSection(entry)]),
  ];
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const receiptsIn = (body: string): string[] =>
  [...body.matchAll(/"pushAccountReceipt"\s*:\s*"([^"]{1,64})"/g)].map(([, receipt = '']) => receipt);

function headersSection(call: RecordedCall): TraceSection {
  const t = demoWords('trace');
  const oauth = [...(call.headers['authorization'] ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, unescaped(value)],
  );
  return {
    id: 'headers',
    title: t('sections.headers'),
    blocks: [
      { kind: 'text', caption: t('captions.request'), text: `${call.method} ${call.url}` },
      {
        kind: 'text',
        caption: t('captions.requestHeaders'),
        text: headerLines(call.headers, ['authorization']),
      },
      fieldsBlock(t('captions.authorization'), oauth),
    ],
  };
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function baseSection({ verification }: SandboxEntry): TraceSection[] {
  const t = demoWords('trace');
  const { baseStrings, baseStringForm } = verification;
  const text = baseStrings?.[baseStringForm ?? 'rfc5849'];
  if (text === undefined) return [];
  const [method = '', url = '', parameters = ''] = text.split('&').map(unescaped);
  const pairs = parameters.split('&').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), unescaped(pair.slice(at + 1))];
  });
  const blocks: TraceBlock[] = [
    { kind: 'text', caption: t('captions.baseString'), text },
    fieldsBlock(t('captions.baseStringParts'), [['method', method], ['url', url], ...pairs]),
  ];
  return [{ id: 'base', title: t('sections.base'), blocks }];
}

function bodySection(body: string, entry: SandboxEntry | null): TraceSection {
  const t = demoWords('trace');
  const json = jsonOf(body);
  const encrypted = body.includes('"encryptedData"');
  return {
    id: 'body',
    title: t('sections.body'),
    blocks: [
      {
        kind: 'text',
        caption: t(encrypted ? 'captions.asSent' : 'captions.asSentClear'),
        text: json === undefined ? body : prettyJson(json),
        note: t('bytes', { count: Buffer.byteLength(body) }),
      },
      ...(encrypted ? [decryptedBlock(entry)] : []),
      fieldsBlock(t('captions.bodyFields'), bodyFields(json)),
    ],
  };
}

function decryptedBlock(entry: SandboxEntry | null): TraceBlock {
  const t = demoWords('trace');
  const seen = entry?.bodyDecrypted;
  return {
    kind: 'text',
    caption: t('captions.decrypted'),
    text: seen === undefined ? t('captions.noSandbox') : prettyJson(seen),
  };
}

function responseSection(answer: NonNullable<RecordedCall['answer']>, json: unknown): TraceSection {
  const t = demoWords('trace');
  const fields = bodyFields(json);
  return {
    id: 'response',
    title: t('sections.response'),
    blocks: [
      { kind: 'text', caption: t('captions.answer'), text: `${answer.status}` },
      {
        kind: 'text',
        caption: t('captions.answerBody'),
        text: json === undefined ? answer.body : prettyJson(json),
      },
      ...(fields.length > 0 ? [fieldsBlock(t('captions.answerFields'), fields)] : []),
      { kind: 'text', caption: t('captions.answerHeaders'), text: headerLines(answer.headers) },
    ],
  };
}
