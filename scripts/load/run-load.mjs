import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { exitOnSignals } from '../child-process.mjs';
import { Refusal } from '../refusal.mjs';
import { startBothPrograms } from './both-programs.mjs';
import { HOPS, journey, KINDS } from './journey.mjs';
import { bankAndPerson, startSandboxAlone } from './sandbox-alone.mjs';

const HELP = `npm run sandbox:load [-- --journeys 200] [--parallel 200]
      npm run sandbox:load -- --kill
      npm run sandbox:load -- --alone --journeys 10000 --parallel 10

  Starts the portal and the sandbox in a folder of their own, goes --journeys whole ways (customer, sign-in, review,
  code, Click to Pay, return, results) with --parallel of them at a time, and fails when one of them ends otherwise
  than the same way does alone. Prints how much memory both programs hold after 500 journeys, after 5000 and at the end;
  with 7000 or more it may be 1.15 times that after 5000 at most (R17: npm run sandbox:load -- --journeys 10000 --parallel 20).

  With --alone the sandbox alone is asked, by a bank made of Mastercard's libraries: push, hand-over, Continue, return.

  With --kill, after that, one person waits at each hop of the way; both programs are killed without warning and started again; then
  everybody goes on, and has to end as alone.
`;

/** What a bounded store of the sandbox (5000 receipts, sandbox/store) grows by until it is full is no leak: growth is judged from there. */
const MEASURED_AFTER = [500, 5_000];
const FULL_AFTER = 5_000;
const JUDGED_FROM = 7_000;
const MOST_GROWTH = 1.15;
/** Two hundred people are on their way at once, but do not press the same button in the same instant. */
const BETWEEN_ARRIVALS_MS = 50;

function whole(text, name, most) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new Refusal(`--${name} is a whole number from 1 to ${most}.`);
  return number;
}

/** @param {readonly string[]} args */
function wishes(args) {
  const options = {
    journeys: { type: 'string', default: '200' },
    parallel: { type: 'string', default: '200' },
    alone: { type: 'boolean', default: false },
    kill: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  };
  const { values } = parseArgs({ args, options });
  return {
    help: values.help,
    alone: values.alone,
    kill: values.kill,
    journeys: whole(values.journeys, 'journeys', 20_000),
    parallel: whole(values.parallel, 'parallel', 500),
  };
}

const keyOf = ({ outcome, does }) => `${outcome} ${does}`;

/** What each kind of journey ends with when nobody else is there. */
async function alone(at) {
  const headings = new Map();
  for (const kind of KINDS) headings.set(keyOf(kind), await journey(at, kind));
  return headings;
}

/** @param {number} count @param {number} parallel @param {(index: number) => Promise<void>} work */
async function inParallel(count, parallel, work) {
  let next = 0;
  const worker = async (_, index) => {
    await pause(index * BETWEEN_ARRIVALS_MS);
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(parallel, count) }, worker));
}

/** One person at each hop when both programs are killed. @returns {Promise<string[]>} who did not end as alone */
async function killed(programs) {
  const kind = KINDS[1];
  const expected = await journey(programs, kind);
  let goOn = () => {};
  const again = new Promise((resolve) => (goOn = resolve));
  const arrivals = [];
  const people = HOPS.map((stop) => {
    let arrive = () => {};
    arrivals.push(new Promise((resolve) => (arrive = resolve)));
    const reached = (hop) => {
      if (hop !== stop) return Promise.resolve();
      arrive();
      return again;
    };
    const way = journey(programs, kind, reached).catch((error) => `failed: ${error.message}`);
    void way.then(arrive);
    return way.then((heading) => (heading === expected ? [] : [`killed at ${stop}: ${heading}`]));
  });
  await Promise.all(arrivals);
  await programs.killAndStart();
  console.log(`both programs killed and started again while people were at: ${HOPS.join(', ')}`);
  goOn();
  return (await Promise.all(people)).flat();
}

/**
 * @param {(index: number) => Promise<string | undefined>} go one journey; says what was wrong with it
 * @param {() => Promise<Record<string, number>>} memory
 */
async function measured(go, memory, { journeys, parallel }) {
  const wrong = [];
  let done = 0;
  const held = new Map();
  const started = performance.now();
  await inParallel(journeys, parallel, async (index) => {
    const fault = await go(index).catch((error) => `failed: ${error.message} ${error.cause?.code ?? ''}`);
    if (fault !== undefined) wrong.push(fault);
    done += 1;
    if (MEASURED_AFTER.includes(done)) held.set(done, await memory());
    if (done % 250 === 0) console.log(`${done} journeys, ${JSON.stringify(await memory())} MiB`);
  });
  const seconds = (performance.now() - started) / 1000;
  const pace = `${seconds.toFixed(0)} s (${(journeys / seconds).toFixed(1)} a second)`;
  console.log(`${journeys} journeys, ${parallel} at a time, in ${pace}`);
  return { wrong, held, after: await memory() };
}

/** @param {Awaited<ReturnType<typeof measured>>} result @param {ReturnType<typeof wishes>} wish @returns {number} exit code */
function judged({ wrong, held, after }, { journeys }) {
  for (const line of wrong.slice(0, 20)) console.log(`not as alone: ${line}`);
  console.log(`${journeys - wrong.length} as alone, ${wrong.length} otherwise`);
  let tooMuch = false;
  for (const [count, before] of held)
    for (const [name, mebibytes] of Object.entries(after)) {
      const growth = mebibytes / before[name];
      tooMuch ||= count >= FULL_AFTER && journeys >= JUDGED_FROM && growth > MOST_GROWTH;
      const ratio = growth.toFixed(2);
      console.log(`${name}: ${before[name]} MiB after ${count}, ${mebibytes} MiB at the end, ratio ${ratio}`);
    }
  return wrong.length > 0 || tooMuch ? 1 : 0;
}

async function withSandboxAlone(env, wish) {
  const sandbox = await startSandboxAlone(env);
  try {
    const visit = await bankAndPerson(sandbox);
    const go = async (index) => {
      const word = await visit(index);
      return word === 'APPROVED' ? undefined : word;
    };
    return judged(await measured(go, sandbox.memory, wish), wish);
  } finally {
    await sandbox.stop();
  }
}

async function withBoth(env, wish) {
  const programs = await startBothPrograms(env);
  try {
    const expected = await alone(programs);
    for (const [kind, heading] of expected) console.log(`alone, ${kind}: "${heading}"`);
    const go = async (index) => {
      const kind = KINDS[index % KINDS.length];
      const heading = await journey(programs, kind);
      return heading === expected.get(keyOf(kind)) ? undefined : `${keyOf(kind)}: ${heading}`;
    };
    const code = judged(await measured(go, programs.memory, wish), wish);
    if (!wish.kill) return code;
    const lost = await killed(programs);
    for (const line of lost) console.log(line);
    console.log(`${HOPS.length - lost.length} of ${HOPS.length} went on as if nothing had happened`);
    return lost.length > 0 ? 1 : code;
  } finally {
    await programs.stop();
  }
}

/**
 * @param {readonly string[]} args @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} 1 when journeys disturbed each other or memory grew
 */
export async function runLoad(args, env) {
  const wish = wishes(args);
  if (wish.help) {
    console.log(HELP);
    return 0;
  }
  exitOnSignals();
  return wish.alone ? withSandboxAlone(env, wish) : withBoth(env, wish);
}
