import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { builtActions } from './build-manifests';
import { importCustomer, multipart, signIn } from './customer';
import { startPortal, type BuiltPortal } from './portal';

/** `npm run fuzz` sends ten thousand. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);
/** Printed with a failure; given back to repeat it. */
const SEED = process.env['FUZZ_SEED'] === undefined ? Date.now() % 2 ** 31 : Number(process.env['FUZZ_SEED']);
const actions = builtActions(inject('root')).filter(({ name }) => !name.startsWith('sign'));

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const nasty = fc.constantFrom(
  '[]',
  '[null,null]',
  '["$K1"]',
  '["$@1"]',
  '["$F1"]',
  '["$h1","$T"]',
  '["$1:__proto__:polluted"]',
  '["$1:constructor:constructor"]',
  '[{"__proto__":{"polluted":true}}]',
  '["$Q1","$W1","$B1","$n123","$D2026","$-Infinity"]',
  '["$undefined",{"then":"$1:then"}]',
  '{"0":"$$"}',
  deep(5_000),
  `["${'a'.repeat(200_000)}"]`,
  '\u0000\u0001\ufeff',
);
const text = fc.oneof(nasty, fc.json(), fc.string({ unit: 'binary', maxLength: 300 }));
const fieldName = fc.oneof(
  fc.constantFrom(
    '0',
    '1',
    '$ACTION_REF_1',
    '$ACTION_1:0',
    '$ACTION_1:1',
    '$ACTION_KEY',
    '1_0',
    '_1_enrollmentId',
    'enrollmentId',
    'cardId',
    '__proto__',
    'constructor',
  ),
  fc.string({ maxLength: 20 }).map((name) => name.replace(/["\r\n]/g, '_')),
);
const sample = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({
    kind: fc.constant('form' as const),
    fields: fc.array(fc.tuple(fieldName, text), { maxLength: 6 }),
  }),
);
const question = fc.record({
  action: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...actions) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  id: fc.option(fc.stringMatching(/^[0-9a-f]{0,60}$/), { nil: undefined, freq: 8 }),
  sample,
  noAction: fc.boolean(),
  session: fc.boolean(),
});

/** What an answer to a broken body may not tell: a stack, a file, a statement (OP-08). */
const TELLING = /\n\s+at |node_modules|\.next\/|\.[mc]?[jt]s:\d|select .* from|TypeError|polluted/i;

/** Resident memory of a process, kilobytes. */
function residentKb(pid: number): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
}

describe.skipIf(inject('postgresUrl') === null)('bodies that no page of ours sends', () => {
  let portal: BuiltPortal;
  let cookie: string;
  beforeAll(async () => {
    portal = await startPortal();
    cookie = (await signIn(portal, await importCustomer(portal))).cookie;
  });
  afterAll(() => portal.stop());

  it(`SC-03 OP-08 ${String(RUNS)} of them: each is answered, none by 5xx or with how we are made, and the process goes on`, async () => {
    const seen = new Map<string, number>();
    let afterWarmUp = 0;
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(question, async ({ action, id, sample, noAction, session }) => {
        const form = sample.kind === 'form' ? multipart(sample.fields) : null;
        const { status, headers, body } = await portal.ask(
          action?.pages[0]?.replace(/\[\w+\]/g, 'x') ?? '/login',
          {
            method: 'POST',
            body: form?.body ?? (sample.kind === 'text' ? sample.text : ''),
            headers: {
              ...(form?.headers ?? { 'content-type': 'text/plain;charset=UTF-8' }),
              ...(noAction ? {} : { 'next-action': id ?? action?.id ?? 'none' }),
              ...(session ? { cookie } : {}),
            },
          },
        );
        sent += 1;
        if (sent === Math.floor(RUNS / 2)) afterWarmUp = residentKb(portal.pid);
        const kind = `${String(status)}`;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
        expect(portal.alive()).toBe(true);
        expect(headers['set-cookie']).toBeUndefined();
        expect(status).toBeLessThan(500);
        if (status >= 400) expect(body).not.toMatch(TELLING);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
    expect((await portal.ask('/api/health/ready')).status).toBe(200);
    console.log(
      `SC-03 seed ${String(SEED)}: ${[...seen].map(([kind, count]) => `${kind}: ${String(count)}`).join(', ')}; ${String(afterWarmUp)} kB, then ${String(residentKb(portal.pid))} kB`,
    );
    expect(residentKb(portal.pid)).toBeLessThan(afterWarmUp * 1.2);
  }, 1_200_000);
});
