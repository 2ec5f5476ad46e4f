import { expect, it } from 'vitest';
import { config } from '@/lib/config/env';
import { onOneDatabase } from '@/lib/testing/database';
import { push, receiptsOf } from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { controlSchema, controlsOf, onwardThroughSandbox, present, samePage } from './presenter.demo';
import { PERSONAS } from './personas.demo';
import { stories } from './stories.demo';

withSandbox();

const order = (fields: Record<string, string>) => controlSchema.parse(fields);

onOneDatabase('a presenter', () => {
  it('sets the next outcome and the network of the person who is signed in, and of nobody else', async () => {
    const [robin, other] = [await addTestCustomer(), await addTestCustomer()];
    const { id } = robin.actor.customer;
    expect(await present(order({ control: 'next', outcome: 'status-500', network: 'slow' }), id)).toEqual({
      said: 'next',
      username: robin.username,
    });
    expect(await controlsOf(id)).toMatchObject({ outcome: 'status-500', network: 'slow' });
    expect(await controlsOf(other.actor.customer.id)).toMatchObject({ outcome: '', network: 'normal' });
    const enrollmentId = await push(other);
    expect(await receiptsOf(other, enrollmentId)).toHaveLength(1);
    expect(await receiptsOf(robin, await push(robin))).toEqual([]);
    expect(await controlsOf(id)).toMatchObject({ outcome: '', network: 'slow' });
    await present(order({ control: 'next', outcome: '', network: 'normal' }), id);
    expect(await controlsOf(id)).toMatchObject({ outcome: '', network: 'normal' });
  });

  it('is told when the sandbox does not take an order, or when nobody is signed in', async () => {
    const robin = await addTestCustomer();
    const wrong = order({ control: 'next', outcome: 'no-such-row', network: 'normal' });
    expect((await present(wrong, robin.actor.customer.id)).said).toBe('refused');
    expect(await present(wrong, null)).toEqual({ said: 'nobody', username: null });
    expect((await controlsOf(null)).outcomes.length).toBeGreaterThan(3);
  });

  it('moves the clock, and begins again in both programs', async () => {
    const robin = await addTestCustomer();
    const { id } = robin.actor.customer;
    await present(order({ control: 'clock', minutes: '16' }), id);
    expect(await controlsOf(id)).toMatchObject({ minutesAhead: 16 });
    await present(order({ control: 'again' }), id);
    expect(await controlsOf(id)).toMatchObject({ minutesAhead: 0 });
  });
});

it('has a script for every published person', () => {
  expect(stories().map(({ username }) => username)).toEqual(PERSONAS.map(({ username }) => username));
  for (const { username, steps } of stories()) expect(steps.length, username).toBeGreaterThan(2);
});

it('leads a form back to the page of ours it came from, and nowhere else', () => {
  const from = (referer?: string) =>
    samePage(new Request('http://localhost/x', referer === undefined ? {} : { headers: { referer } }));
  const { origin } = config();
  expect(from(`${origin}/demo/presenter?x=1`)).toBe(`${origin}/demo/presenter?x=1`);
  for (const foreign of [undefined, 'https://evil.example/demo', 'nonsense', `${origin}.evil.example/`])
    expect(from(foreign)).toBe(`${origin}/demo`);
});

it('hides the tools of both programs: the sandbox sets its own cookie and sends the browser back', async () => {
  const { origin } = config();
  const off = await fetch(onwardThroughSandbox('off', `${origin}/demo`), { redirect: 'manual' });
  expect(off.headers.get('set-cookie')).toMatch(/^tools=off; Path=\/; HttpOnly; SameSite=Lax/);
  expect(off.headers.get('location')).toBe(`${origin}/demo`);
  const on = await fetch(onwardThroughSandbox('on', `${origin}/demo`), { redirect: 'manual' });
  expect(on.headers.get('set-cookie')).toMatch(/^tools=; Max-Age=0/);
  for (const foreign of ['https://evil.example/', 'javascript:alert(1)', '//evil.example']) {
    const answer = await fetch(onwardThroughSandbox('off', foreign), { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe('/__sandbox/');
  }
  expect(sandboxControl.origin()).toContain('127.0.0.1');
});
