import { createHash } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { receiveReturn } from '@/lib/enrollment/receive-return';
import type { Trace, TraceHop } from '@/lib/domain/trace.demo';
import { pushAgain } from '@/lib/enrollment/push-cards';
import { onOneDatabase } from '@/lib/testing/database';
import { begin, push, pushAndLeave } from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer, type TestCustomer } from '@/lib/testing/test-customer';
import * as production from '../no-recorder';
import { eraseRecorded, recorded, recordLeave, recordReturn, wireTap } from '../recorder.demo';
import { exportJourney } from './export-journey.demo';
import { traceFeed } from './read-trace.demo';

withSandbox();

async function traceOf(customer: TestCustomer, enrollmentId: string | null = null): Promise<Trace> {
  const { trace } = await traceFeed(customer.actor, enrollmentId);
  if (trace === null) throw new Error('no journey');
  return trace;
}
const arrows = ({ hops }: Trace) => hops.map(({ from, to, label }) => `${from} > ${to}: ${label}`);
const hopOf = ({ hops }: Trace, label: string): TraceHop => {
  const hop = hops.find((one) => one.label === label);
  if (hop === undefined) throw new Error(`no hop ${label} in ${hops.map((one) => one.label).join(', ')}`);
  return hop;
};
const section = (hop: TraceHop, id: string) =>
  JSON.stringify(hop.sections.find((one) => one.id === id)?.blocks ?? null);

/** The browser's part, as the routes would record it: from the bank to Click to Pay, through it, and back. */
async function crossOver(customer: TestCustomer, step: 'continue' | 'cancel' | 'none' = 'continue') {
  const { enrollmentId, url, flow } = await pushAndLeave(customer);
  recordLeave({
    enrollmentId,
    request: new Request('http://localhost:3000/enroll/x/leave/go', { method: 'POST' }),
    location: url,
  });
  const there = await fetch(url, { redirect: 'manual' });
  const page = `${sandboxControl.origin()}${there.headers.get('location') ?? ''}`;
  if (step === 'none') return enrollmentId;
  if (step === 'continue') await fetch(`${page}/continue`, { method: 'POST', redirect: 'manual' });
  const back = await fetch(`${page}/${step === 'cancel' ? 'cancel' : 'return'}`, {
    method: step === 'cancel' ? 'POST' : 'GET',
    redirect: 'manual',
  });
  const address = back.headers.get('location') ?? '';
  const { path } = await receiveReturn({ query: new URL(address).search, actor: customer.actor, flow });
  recordReturn({ request: new Request(address), location: path });
  return enrollmentId;
}

onOneDatabase('a trace of a journey', () => {
  beforeEach(async () => {
    eraseRecorded();
    await sandboxControl.reset();
  });

  it('draws every hop of scenario one in order, and each opens to what was really said', async () => {
    const customer = await addTestCustomer([{}, { product: 'reserve' }]);
    const enrollmentId = await crossOver(customer);
    const trace = await traceOf(customer);
    expect(trace.id).toBe(enrollmentId);
    expect(arrows(trace)).toEqual([
      'bank > mdes: POST getEligibleTokenRequestors',
      'bank > mdes: GET getAsset',
      'browser > bank: POST choose',
      'browser > bank: POST agree',
      'browser > bank: POST confirm',
      'bank > mdes: POST pushMultipleAccounts',
      'browser > bank: POST leave',
      'bank > browser: 303 /provision?…',
      'browser > requestor: GET /provision?…',
      'requestor > mdes: verify, load 2 receipts',
      'requestor > browser: 303 /tokenization-results?…',
      'browser > bank: GET /tokenization-results?…',
      `bank > browser: 303 /tokenization-results/${enrollmentId}`,
    ]);
    const pushed = hopOf(trace, 'POST pushMultipleAccounts');
    expect(pushed).toMatchObject({ status: '200', tone: 'ok', phase: 'done' });
    expect(section(pushed, 'base')).toContain('POST&http%3A%2F%2F127.0.0.1');
    expect(section(pushed, 'base')).toContain('oauth_body_hash');
    expect(section(pushed, 'body')).toContain('encryptedKey');
    expect(section(pushed, 'body')).toContain('••••••••••••');
    expect(section(pushed, 'checks')).toContain('{"name":"decryption","passed":true}');
    expect(section(pushed, 'signature')).toContain('MDES-token-connect-sim');
    expect(section(pushed, 'signature')).not.toContain('"passed":false');
    expect(section(hopOf(trace, '303 /provision?…'), 'redirect')).toContain('extFlow');
    expect(section(hopOf(trace, 'GET /tokenization-results?…'), 'redirect')).toMatch(/APPROVED\|/);
  });

  it('PD-03: holds no card number, in no form, and its commands hold no signature', async () => {
    const customer = await addTestCustomer([{}, { product: 'reserve' }]);
    await crossOver(customer);
    const feed = JSON.stringify(await traceFeed(customer.actor, null));
    for (const pan of customer.pans) {
      expect(feed).not.toContain(pan);
      expect(feed).toContain(`${'•'.repeat(12)}${pan.slice(-4)}`);
    }
    const signature = /oauth_signature=\\?"([^"\\]+)/.exec(JSON.stringify(recorded().calls))?.[1] ?? 'none';
    const { hops } = await traceOf(customer);
    const commands = hops.flatMap(({ curl }) => curl ?? []).join('\n');
    expect(commands).toContain("curl 'http://127.0.0.1");
    expect(commands).toContain('oauth_signature="<sign the base string');
    expect(commands).not.toContain(signature);
    expect(commands).toMatch(/pushAccountData=[\w-]+\.[\w-]+\.<signature>/);
  });

  it('AZ-02: shows a customer nothing of anybody else, not even the log', async () => {
    const [robin, stranger] = [await addTestCustomer(), await addTestCustomer()];
    const enrollmentId = await begin(robin);
    expect(await traceFeed(stranger.actor, enrollmentId)).toMatchObject({ journeys: [], trace: null });
    expect((await traceFeed(robin.actor, enrollmentId)).journeys).toHaveLength(1);
  });

  it('says what comes next while the journey goes on, and changes its version when something happened', async () => {
    const customer = await addTestCustomer();
    await begin(customer);
    const before = await traceFeed(customer.actor, null);
    expect(before.trace?.hops.at(-1)).toMatchObject({ label: 'POST agree', phase: 'next' });
    expect((await traceFeed(customer.actor, null)).version).toBe(before.version);
    const other = await addTestCustomer();
    await crossOver(other, 'none');
    const { hops } = await traceOf(other);
    expect(hops.slice(-2)).toMatchObject([
      { from: 'requestor', to: 'browser', phase: 'live' },
      { label: 'GET /tokenization-results', phase: 'next' },
    ]);
  });

  it('ends with a cancellation at Click to Pay as with any other result', async () => {
    const customer = await addTestCustomer();
    const trace = await crossOver(customer, 'cancel').then((id) => traceOf(customer, id));
    expect(section(hopOf(trace, '303 /tokenization-results?…'), 'redirect')).toContain('CANCELLED');
    expect(arrows(trace)).not.toContain('browser > bank: POST cancel');
    expect(trace.hops.every(({ phase }) => phase === 'done')).toBe(true);
  });

  it('keeps the calls of each attempt with the step that set them off', async () => {
    const customer = await addTestCustomer([{ outcome: '503' }]);
    const enrollmentId = await push(customer);
    expect(arrows(await traceOf(customer, enrollmentId)).slice(4, 7)).toEqual([
      'browser > bank: POST confirm',
      'bank > mdes: POST pushMultipleAccounts',
      'bank > mdes: POST pushMultipleAccounts',
    ]);
    const lost = await addTestCustomer([{ outcome: '500' }]);
    const again = await push(lost);
    await pushAgain(lost.actor, again);
    const trace = await traceOf(lost, again);
    expect(arrows(trace).slice(4, 8)).toEqual([
      'browser > bank: POST confirm',
      'bank > mdes: POST pushMultipleAccounts',
      'browser > bank: POST push again',
      'bank > mdes: POST pushMultipleAccounts',
    ]);
    expect(trace.hops[5]).toMatchObject({ status: '500', tone: 'bad' });
  });

  it('PD-03: exports one journey as a file that needs no script, no network and no other file', async () => {
    const customer = await addTestCustomer([{}], { givenName: '<b>Robin</b>' });
    const file = await exportJourney(await traceOf(customer, await crossOver(customer)));
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(file) ?? [];
    const style = /<style>([^]*)<\/style>/.exec(file)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy.replaceAll('&#39;', "'")).toBe(`default-src 'none'; style-src 'sha256-${hash}'`);
    expect(file).not.toMatch(/<script|<link|<img|\son\w+=|\ssrc=|<b>Robin|style="/i);
    expect(file.match(/<details>/g)).toHaveLength(13);
    expect(file).toContain(`${'•'.repeat(12)}${customer.pans[0]?.slice(-4) ?? 'none'}`);
    expect(file).not.toContain(customer.pans[0]);
  });

  it('does without what the tape has lost, as after a restart', async () => {
    const customer = await addTestCustomer();
    const enrollmentId = await crossOver(customer);
    eraseRecorded();
    const trace = await traceOf(customer, enrollmentId);
    expect(arrows(trace)).toContain('browser > requestor: GET /provision?…');
    expect(arrows(trace)).toContain('browser > bank: POST leave');
  });
});

it('AU-14: a production build records nothing', () => {
  expect(production.wireTap).toBeUndefined();
  const before = recorded().visits.length;
  production.recordLeave({ enrollmentId: 'x', request: new Request('http://localhost/'), location: '/' });
  production.recordReturn({ request: new Request('http://localhost/'), location: '/' });
  expect(recorded().visits).toHaveLength(before);
});

it('keeps a bounded number of calls, and passes answers on untouched', async () => {
  eraseRecorded();
  const body = JSON.stringify({ echo: '5123450000000016', text: 'x'.repeat(50_000) });
  const send = wireTap(async () => new Response(body, { status: 201 }));
  for (let i = 0; i < 405; i += 1) {
    const answer = await send('http://127.0.0.1:9/x', {
      method: 'POST',
      body: new TextEncoder().encode('{}'),
    });
    expect(await answer.text()).toBe(body);
  }
  await expect.poll(() => recorded().calls.every(({ tookMs }) => tookMs !== null)).toBe(true);
  expect(recorded().calls).toHaveLength(400);
  const [first] = recorded().calls;
  expect(first?.answer?.body).toHaveLength(20_000);
  expect(first?.answer?.body).toContain('"••••••••••••0016"');
});
