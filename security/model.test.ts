import { mkdtempSync, rmSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyChain } from '@/lib/audit/verify-chain';
import { DuplicateCardError } from '@/lib/core-banking/add-customer';
import { closeDatabase, database, openDatabase } from '@/lib/db/client';
import { enrollmentEvents } from '@/lib/db/schema';
import { TRANSITIONS } from '@/lib/domain/enrollment';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer, type TestCustomer } from '@/lib/testing/test-customer';
import { Model } from './model/model';
import { RealBank } from './model/real-bank';
import { EVERYWHERE, reached, STEPS } from './model/steps';

/** `npm run model` runs 5 000 sequences with a seed of its own; a failure prints what to set to see it again. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 60);
const SEED = Number(process.env['MODEL_SEED'] ?? (RUNS > 60 ? randomInt(2 ** 31) : 20_261_122));
const REPLAY = process.env['MODEL_REPLAY'];
const LIMIT_MS = 25 * 60_000;
/** Opening the database takes as long as twenty other steps: every so many crashes. */
const REOPEN_EVERY = 8;

withSandbox();
const directory = mkdtempSync(path.join(tmpdir(), 'portal-model-'));
const open = () => openDatabase({ kind: 'pglite', directory });
beforeAll(open);
afterAll(async () => {
  await closeDatabase();
  rmSync(directory, { recursive: true });
});

let crashes = 0;
async function reopen(): Promise<void> {
  crashes += 1;
  if (crashes % REOPEN_EVERY !== 1) return;
  await closeDatabase();
  await open();
}

/** Test cards have five digits of their own: among thousands, two are alike. */
const newCustomer = async (wishes: Parameters<typeof addTestCustomer>[0]): Promise<TestCustomer> =>
  addTestCustomer(wishes).catch((error: unknown) => {
    if (error instanceof DuplicateCardError) return newCustomer(wishes);
    throw error;
  });

/** Nothing happened that the table of states does not allow. */
async function checkHistory(enrollmentId: string): Promise<void> {
  const events = await database()
    .select()
    .from(enrollmentEvents)
    .where(eq(enrollmentEvents.enrollmentId, enrollmentId))
    .orderBy(enrollmentEvents.seq);
  let state: string | null = null;
  for (const { event, fromState, toState } of events) {
    expect(fromState).toBe(state);
    const allowed = Object.entries(TRANSITIONS).find(([name]) => name === fromState)?.[1] ?? {};
    if (event in allowed) expect(Object.entries(allowed)).toContainEqual([event, toState]);
    else expect(['created', 'partial_result', 'late_result']).toContain(event);
    state = toState;
  }
}

it(
  'RE-03, CB-01, CB-02, PU-03, PU-04, RE-05: whatever happens in whatever order, the portal stands where the model says',
  async () => {
    console.log(`MODEL_RUNS=${RUNS} MODEL_SEED=${SEED}`);
    const property = fc.asyncProperty(
      fc.commands(STEPS, {
        maxCommands: 30,
        size: 'max',
        ...(REPLAY === undefined ? {} : { replayPath: REPLAY }),
      }),
      async (steps) => {
        await sandboxControl.reset();
        const real = new RealBank(
          await newCustomer([{}, { product: 'reserve' }]),
          await newCustomer([{}]),
          reopen,
        );
        await fc.asyncModelRun(() => ({ model: new Model(), real }), steps);
        if (real.enrollmentId !== null) await checkHistory(real.enrollmentId);
      },
    );
    await fc.assert(property, {
      numRuns: RUNS,
      seed: SEED,
      ...(process.env['MODEL_PATH'] === undefined ? {} : { path: process.env['MODEL_PATH'] }),
      interruptAfterTimeLimit: LIMIT_MS,
    });
    expect(await verifyChain(database())).toMatchObject({ ok: true });
    console.log(
      [...reached]
        .map(([word, times]) => `${word}: ${times}`)
        .sort()
        .join('\n'),
    );
    expect([...reached.keys()]).toEqual(expect.arrayContaining(EVERYWHERE));
  },
  LIMIT_MS + 60_000,
);
