import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '@/lib/audit/verify-chain';
import { config } from '@/lib/config/env';
import { consentText } from '@/lib/consent/consent-text-view';
import { closeDatabase, database, openDatabase } from '@/lib/db/client';
import type { EnrollmentView } from '@/lib/domain/read-models';
import { enrollmentNow, story } from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer, PASSWORD, type TestCustomer } from '@/lib/testing/test-customer';
import { bundlePortal, type Points } from './crash/bundle-portal';
import { Browser, startPortal, type PortalProcess } from './crash/start-portal';

withSandbox();

const NAMES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'] as const;
type Name = (typeof NAMES)[number];

/** A person, their browser, and where they are; what the sandbox had got from them when the process died. */
interface Crash {
  customer: TestCustomer;
  browser: Browser;
  enrollmentId: string;
  code: string;
  /** The address to which Click to Pay sent the browser, if it came so far. */
  callback: string;
  died: string | null;
  pushes: number;
}
const crashes = new Map<Name, Crash>();
let points: Points;
let portal: PortalProcess;
let dataDir = '';
const ends: (() => Promise<void> | void)[] = [];

const pushCount = async () => (await sandboxControl.journal({ op: 'push' })).length;
const locationOf = (answer: Response) => answer.headers.get('location') ?? `status ${answer.status}`;

/** Click to Pay's own pages, up to the link that leads back. */
async function throughClickToPay(browser: Browser, address: string): Promise<string> {
  let answer = await browser.ask(address);
  for (let hops = 0; hops < 5 && answer.headers.has('location'); hops += 1)
    answer = await browser.ask(new URL(locationOf(answer), sandboxControl.origin()).href);
  const action = /action="([^"]+\/continue)"/.exec(await answer.text())?.[1] ?? 'no form';
  answer = await browser.ask(new URL(action, sandboxControl.origin()).href, {});
  for (let hops = 0; hops < 5 && answer.headers.has('location'); hops += 1)
    answer = await browser.ask(new URL(locationOf(answer), sandboxControl.origin()).href);
  const back = /href="([^"]+)"[^>]*>Return to Partner Bank/.exec(await answer.text())?.[1] ?? 'no link';
  answer = await browser.ask(new URL(back.replaceAll('&amp;', '&'), sandboxControl.origin()).href);
  return `/tokenization-results${new URL(locationOf(answer)).search}`;
}

/** One person of this portal; every request says at which point it wants the process to die. */
function person(crash: Crash, crashAt = 'never') {
  const { browser, enrollmentId, code } = crash;
  const ask = (target: string, form?: Record<string, string>) =>
    browser.ask(`${portal.origin}${target}`, form, { 'crash-at': crashAt });
  return {
    ask,
    view: async () => (await (await ask(`/api/enrollments/${enrollmentId}`)).json()) as EnrollmentView,
    confirm: async () => locationOf(await ask('/act/confirm', { enrollmentId, version: '2', code })),
    pushAgain: async () => locationOf(await ask('/act/pushAgain', { enrollmentId })),
    leave: async () => {
      const address = locationOf(await ask(`/enroll/${enrollmentId}/leave/go`, {}));
      crash.callback = await throughClickToPay(browser, address);
    },
    comeBack: async () => locationOf(await ask(crash.callback)),
    signIn: () => ask('/act/signIn', { username: crash.customer.username, password: PASSWORD }),
  };
}

/** Chooses a card and agrees. */
async function prepare(customer: TestCustomer): Promise<Crash> {
  const browser = new Browser(customer.token);
  const ask = (target: string, form?: Record<string, string>) =>
    browser.ask(`${portal.origin}${target}`, form);
  const tokenRequestorId = config().clickToPayTokenRequestorId;
  const started = await ask('/act/start', { tokenRequestorId, cardId: customer.cardIds[0] ?? '' });
  const enrollmentId = locationOf(started).split('/')[2] ?? '';
  const consentVersion = consentText('en_GB', 'Click to Pay').version;
  await ask('/act/agree', { enrollmentId, version: '1', consentVersion, agree: 'yes' });
  const phone = await ask(`/api/demo/messages?customer=${customer.username}`);
  const { messages } = (await phone.json()) as { messages: { text: string }[] };
  const code =
    /\b(\d{3}) (\d{3})\b/
      .exec(messages[0]?.text ?? '')
      ?.slice(1)
      .join('') ?? 'no code';
  return { customer, browser, enrollmentId, code, callback: '', died: null, pushes: 0 };
}

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'portal-crash-'));
  const { program, points: found, remove } = await bundlePortal();
  ends.push(remove, () => rmSync(dataDir, { recursive: true }));
  points = found;
  await openDatabase({ kind: 'pglite', directory: dataDir });
  const customers: TestCustomer[] = [];
  for (const _name of NAMES) customers.push(await addTestCustomer());
  await closeDatabase();
  portal = await startPortal(program, dataDir);
  for (const [index, name] of NAMES.entries()) {
    const customer = customers[index];
    if (customer === undefined) continue;
    const before = await pushCount();
    const crash = await prepare(customer);
    crashes.set(name, crash);
    const { confirm, leave, comeBack } = person(crash, name);
    const lived = await confirm()
      .then(leave)
      .then(comeBack)
      .catch(() => null);
    if (lived !== null) throw new Error(`${name} was passed alive, to ${lived}`);
    crash.died = await portal.ended;
    portal = await startPortal(program, dataDir);
    crash.pushes = (await pushCount()) - before;
  }
}, 240_000);
afterAll(async () => {
  await portal.stop();
  for (const end of ends) await end();
});

const at = (name: Name): Crash => {
  const crash = crashes.get(name);
  if (crash === undefined) throw new Error(`${name} was not reached`);
  return crash;
};
const leavePage = (crash: Crash) => `/enroll/${crash.enrollmentId}/leave`;

/** From the leaving page to the end: nothing of the journey is lost. */
async function finish(crash: Crash): Promise<void> {
  const { leave, comeBack, view } = person(crash);
  await leave();
  expect(await comeBack()).toBe(`/tokenization-results/${crash.enrollmentId}`);
  expect(await view()).toMatchObject({ state: 'reported', cards: [{ outcome: 'approved' }] });
}

describe('RE-02, F32: a portal that is killed', () => {
  it('dies by kill -9 at eight named points, and starts again on the same files', () => {
    expect([...points.keys()].sort()).toEqual([...NAMES]);
    expect([...crashes.values()].map(({ died }) => died)).toEqual(NAMES.map(() => 'SIGKILL'));
  });

  it('P1, before the intent: consented as before, nothing was sent, the same code still works', async () => {
    const crash = at('P1');
    const { view, confirm } = person(crash);
    expect(await view()).toMatchObject({ state: 'consented', actions: ['confirm', 'review', 'cancel'] });
    expect(crash.pushes).toBe(0);
    expect(await confirm()).toBe(leavePage(crash));
    await finish(crash);
  });

  it.each([
    ['P2', 'after the intent', 0],
    ['P3', 'after the request was written', 1],
    ['P4', 'after the answer was read', 1],
  ] as const)(
    'PU-03: %s, %s: unknown, and the person sends the same request again',
    async (name, _when, sent) => {
      const crash = at(name);
      const { view, pushAgain, confirm } = person(crash);
      // A push ends within twelve seconds: one that is older than twenty is nobody's any more.
      await expect.poll(async () => (await view()).state, { timeout: 35_000, interval: 500 }).toBe('unknown');
      expect(await view()).toMatchObject({ failure: 'timeout', actions: ['push_again', 'cancel'] });
      expect(await confirm()).toBe(`/tokenization-results/${crash.enrollmentId}`);
      expect(crash.pushes).toBeLessThanOrEqual(sent);
      expect(await pushAgain()).toBe(leavePage(crash));
      await finish(crash);
    },
  );

  it.each([
    ['P5', 'after the receipts were committed'],
    ['P6', 'before the browser was sent on'],
  ] as const)('%s, %s: pushed, with a way to continue, and no second push', async (name, _when) => {
    const crash = at(name);
    const { view, confirm, signIn } = person(crash);
    // P6 lies behind the exchange of the session id, of which this browser never heard.
    if (name === 'P6') await signIn();
    expect(await view()).toMatchObject({ state: 'pushed', actions: ['continue', 'cancel'] });
    expect(crash.pushes).toBe(1);
    expect(await confirm()).toBe(leavePage(crash));
    await finish(crash);
  });

  it('P7, in the callback before the commit: nothing is applied, and the same address counts when it is called again', async () => {
    const crash = at('P7');
    const { view, comeBack } = person(crash);
    expect(await view()).toMatchObject({ state: 'with_token_requestor', cards: [{ outcome: 'pushed' }] });
    expect(await comeBack()).toBe(`/tokenization-results/${crash.enrollmentId}`);
    expect(await view()).toMatchObject({ state: 'reported', cards: [{ outcome: 'approved' }] });
  });

  it('P8, after the commit: the clean page shows the result, and the address leads there once more', async () => {
    const crash = at('P8');
    const { view, comeBack } = person(crash);
    expect(await view()).toMatchObject({ state: 'reported', cards: [{ outcome: 'approved' }] });
    expect(await comeBack()).toBe(`/tokenization-results/${crash.enrollmentId}`);
  });

  it('leaves one result, one request id an intent, a whole audit, and no push but those of the person', async () => {
    await portal.stop();
    await openDatabase({ kind: 'pglite', directory: dataDir });
    ends.unshift(closeDatabase);
    expect(await verifyChain(database())).toMatchObject({ ok: true });
    const repeated: Name[] = ['P2', 'P3', 'P4'];
    for (const name of NAMES) {
      const { customer, enrollmentId, pushes } = at(name);
      const { requestId } = await enrollmentNow(customer, enrollmentId);
      const sent = await sandboxControl.journal({ op: 'push', requestId: requestId ?? '' });
      expect(sent).toHaveLength(repeated.includes(name) || name === 'P1' ? pushes + 1 : 1);
      const again = repeated.includes(name) ? ['no_readable_answer', 'pushed_again'] : [];
      expect(await story(enrollmentId)).toEqual([
        'created',
        'consent_given',
        'verified',
        ...again,
        'receipts_returned',
        'left',
        'results_reported',
      ]);
    }
    expect(await pushCount()).toBe(8 + at('P3').pushes + at('P4').pushes);
  });
});
