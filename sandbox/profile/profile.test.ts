import { describe, expect, it } from 'vitest';
import type { Sandbox } from '@/sandbox/create-sandbox';
import { sandboxOverSocket } from '@/sandbox/testing/over-socket';
import { TestBrowser } from '@/sandbox/testing/test-browser';
import { ORIGIN, testSandbox } from '@/sandbox/testing/test-sandbox';
import { arrive, freshCard, newestCode } from '@/sandbox/testing/visit';

const EMAIL = 'elena.novak@example.com';
const KAI = { accountHolderName: 'KAI LOWE', accountHolderEmailAddress: 'kai.lowe@example.com' };

/** Adds cards; with `remember` this browser is remembered. */
async function add(
  sandbox: Sandbox,
  cards: readonly string[],
  options: { browser?: TestBrowser; remember?: true; holder?: object } = {},
) {
  const { remember, ...rest } = options;
  const visit = await arrive(sandbox, cards, rest);
  await visit.browser.submit('/continue', remember ? { remember: 'yes' } : {});
  return visit;
}

async function signIn(sandbox: Sandbox, email = EMAIL, more: Record<string, string> = {}) {
  const browser = new TestBrowser(sandbox);
  await browser.open('/profile');
  await browser.submit('/email', { email });
  await browser.submit('/code', { code: await newestCode(sandbox, { email }), ...more });
  return browser;
}

async function moveClock(sandbox: Sandbox, receipts: readonly string[], minutes: number): Promise<void> {
  const body = JSON.stringify({ receipts, offsetSeconds: minutes * 60 });
  await sandbox.fetch(new Request(`${ORIGIN}/__sandbox/v1/clock`, { method: 'POST', body }));
}

describe('signing in to Click to Pay', () => {
  it('takes an e-mail address and a code, and shows what is saved, references masked', async () => {
    const sandbox = await sandboxOverSocket();
    const card = freshCard('000');
    await add(sandbox, [card]);
    const browser = await signIn(sandbox);
    expect(browser.heading).toBe('Your Click to Pay profile');
    expect(browser.page.html).toContain(card.slice(-4));
    expect(browser.page.html).toContain('From Partner Bank, added ');
    expect(browser.page.html).toMatch(/DWSPMC••••[0-9a-f]{4}</);
    expect(browser.page.html).not.toMatch(/DWSPMC[0-9a-f]{20}/);
    expect(browser.page.html).not.toContain(EMAIL);
    await browser.open('/profile');
    expect(browser.heading).toBe('Your Click to Pay profile');
  });

  it('tells a stranger in plain words that nobody has this address, and what is no address', async () => {
    const sandbox = await sandboxOverSocket();
    const browser = new TestBrowser(sandbox);
    await browser.open('/profile');
    await browser.submit('/email', { email: 'nobody@example.com' });
    expect(browser.heading).toBe('We do not know this e-mail');
    expect(browser.page.html).toContain('Cards get here through your bank');
    await browser.submit('/email', { email: 'nobody' });
    expect(browser.page.html).toContain('Enter an e-mail address like name@example.com.');
    expect(await newestCode(sandbox, { email: 'nobody@example.com' })).toBe('');
  });

  it('sends another code by mobile, makes the old one useless, and stops after three wrong ones', async () => {
    const sandbox = await sandboxOverSocket();
    await add(sandbox, ['000']);
    const browser = new TestBrowser(sandbox);
    await browser.open('/profile');
    await browser.submit('/email', { email: EMAIL.toUpperCase() });
    const first = await newestCode(sandbox, { email: EMAIL });
    await browser.submit('/resend', { channel: 'mobile' });
    expect(await newestCode(sandbox, { email: EMAIL })).not.toBe(first);
    expect(browser.page.html).toContain('Elena’s phone');
    for (const left of ['2 tries left', '1 try left']) {
      await browser.submit('/code', { code: first });
      expect(browser.page.html).toContain(left);
    }
    await browser.submit('/code', { code: first });
    expect(browser.heading).toBe('That was the last try');
    await browser.open('/profile');
    expect(browser.heading).toBe('Sign in to Click to Pay');
  });

  it('lasts half an hour, a code ten minutes, and no sign-in can be used twice', async () => {
    const sandbox = await sandboxOverSocket();
    const { receipts } = await add(sandbox, ['000']);
    const browser = new TestBrowser(sandbox);
    await browser.open('/profile');
    await browser.submit('/email', { email: EMAIL });
    const code = await newestCode(sandbox, { email: EMAIL });
    const here = browser.page.url;
    await moveClock(sandbox, receipts, 11);
    await browser.submit('/code', { code });
    expect(browser.page.html).toContain('That code is too old');
    await browser.submit('/resend', { channel: 'email' });
    await browser.submit('/code', { code: await newestCode(sandbox, { email: EMAIL }) });
    expect(browser.heading).toBe('Your Click to Pay profile');
    const stranger = new TestBrowser(sandbox);
    await stranger.open(here);
    expect(stranger.heading).toBe('This page has expired');
    await moveClock(sandbox, receipts, 42);
    await browser.open('/profile');
    expect(browser.heading).toBe('Sign in to Click to Pay');
  });

  it.each(['https://evil.example/', '//evil.example', '/provision', '/pay/../shop', '/profile/delete'])(
    'leads to pages of its own only, never to %s',
    async (next) => {
      const sandbox = await sandboxOverSocket();
      await add(sandbox, ['000']);
      const browser = new TestBrowser(sandbox);
      await browser.open(`/sign-in?next=${encodeURIComponent(next)}`);
      await browser.submit('/email', { email: EMAIL });
      await browser.submit('/code', { code: await newestCode(sandbox, { email: EMAIL }) });
      expect(browser.heading).toBe('Your Click to Pay profile');
    },
  );
});

describe('the profile page', () => {
  it('opens without a code in a remembered browser, lists it, and asks again once it is forgotten', async () => {
    const sandbox = await sandboxOverSocket();
    const { browser } = await add(sandbox, ['000'], { remember: true });
    await browser.open('/profile');
    expect(browser.heading).toBe('Your Click to Pay profile');
    expect(browser.page.html).toContain('(this one)');
    const hash = /name="browser" value="([\w-]{43})"/.exec(browser.page.html)?.[1] ?? '';
    await browser.submit('/profile/forget?locale=en_US', { browser: hash });
    expect(browser.heading).toBe('Sign in to Click to Pay');
  });

  it('forgets all browsers at once and keeps the session in which that was said', async () => {
    const sandbox = await sandboxOverSocket();
    const other = await add(sandbox, ['000'], { remember: true });
    const mine = await signIn(sandbox, EMAIL, { remember: 'yes' });
    await mine.submit('/profile/forget?locale=en_US', { browser: 'all' });
    expect(mine.page.html).toContain('No browser is remembered.');
    await other.browser.open('/profile');
    expect(other.browser.heading).toBe('Sign in to Click to Pay');
  });

  it('remembers a browser for 180 days', async () => {
    let ahead = 0;
    const sandbox = testSandbox({ now: () => Date.now() + ahead * 86_400_000 });
    const { browser } = await add(sandbox, ['000'], { remember: true });
    ahead = 179;
    expect((await browser.open('/profile')).html).toContain('This browser is remembered for');
    ahead = 181;
    await browser.open('/profile');
    expect(browser.heading).toBe('Sign in to Click to Pay');
  });

  it('removes one card, which the bank can then add again', async () => {
    const sandbox = await sandboxOverSocket();
    const [keep, gone] = [freshCard('000'), freshCard('000', '1')];
    const { browser } = await add(sandbox, [keep, gone], { remember: true });
    await browser.open('/profile');
    const handles = [...browser.page.html.matchAll(/name="card" value="([\w-]{22})"/g)].map(([, one]) => one);
    expect(handles).toHaveLength(2);
    await browser.submit('/profile/remove?locale=en_US', { card: handles[0] ?? '' });
    expect(browser.page.html).toContain('The card was removed.');
    expect(browser.page.html).toContain(keep.slice(-4));
    expect(browser.page.html).not.toContain(gone.slice(-4));
    const again = await add(sandbox, [gone]);
    expect(again.browser.heading).toMatch(/ added$/);
    const twice = await add(sandbox, [keep]);
    expect(twice.browser.heading).toBe('Already in Click to Pay');
  });

  it('removes nothing of anybody else, whatever the form says', async () => {
    const sandbox = await sandboxOverSocket();
    const { browser } = await add(sandbox, ['000'], { remember: true });
    await browser.open('/profile');
    const elenas = /name="card" value="([\w-]{22})"/.exec(browser.page.html)?.[1] ?? '';
    const elenasBrowser = /name="browser" value="([\w-]{43})"/.exec(browser.page.html)?.[1] ?? '';
    const kai = await add(sandbox, ['000'], { remember: true, holder: KAI });
    await kai.browser.open('/profile/remove', { card: elenas });
    await kai.browser.open('/profile/forget', { browser: elenasBrowser });
    await browser.open('/profile');
    expect(browser.page.html).toContain(elenas);
    expect(browser.page.html).toContain(elenasBrowser);
  });

  it('is deleted with cards, browsers and sessions; nothing of it is left, and the next hand-over starts anew', async () => {
    const sandbox = await sandboxOverSocket();
    const card = freshCard('000');
    const { browser } = await add(sandbox, [card], { remember: true });
    const elsewhere = await signIn(sandbox);
    await browser.open('/profile/delete', {});
    expect(browser.heading).toBe('Your profile is gone');
    await elsewhere.open('/profile');
    expect(elsewhere.heading).toBe('Sign in to Click to Pay');
    await elsewhere.submit('/email', { email: EMAIL });
    expect(elsewhere.heading).toBe('We do not know this e-mail');
    const anew = await arrive(sandbox, [card], { browser });
    expect(anew.browser.heading).toBe('Welcome, Elena');
    await anew.browser.submit('/continue');
    expect(anew.browser.heading).toMatch(/ added$/);
    await elsewhere.open('/profile');
    expect(elsewhere.heading).toBe('Sign in to Click to Pay');
  });

  it('signs out on this browser: the session ends and the browser is forgotten', async () => {
    const sandbox = await sandboxOverSocket();
    const { browser } = await add(sandbox, ['000'], { remember: true });
    await browser.open('/profile');
    await browser.submit('/profile/sign-out?locale=en_US');
    await browser.open('/profile');
    expect(browser.heading).toBe('Sign in to Click to Pay');
    expect((await signIn(sandbox)).page.html).toContain('No browser is remembered.');
  });

  it('shows a card that waits for its cardholder as such, and one that was reported as already there', async () => {
    const sandbox = await sandboxOverSocket();
    const { browser } = await add(sandbox, ['203', '202'], { remember: true });
    await browser.open('/profile');
    expect(browser.page.html).toContain('One more step at your bank before you can pay');
    expect(browser.page.html.match(/class="saved"[\s\S]*?<\/ul>/)?.[0].match(/<li>/g)).toHaveLength(2);
  });

  it('writes dates the way of the language that was asked for', async () => {
    const sandbox = await sandboxOverSocket();
    const { browser } = await add(sandbox, ['000'], { remember: true });
    const day = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long' }).format(Date.now());
    await browser.open('/profile?locale=de_DE');
    expect(browser.page.html).toContain(`hinzugefügt am ${day}`);
    expect(browser.page.html).toContain('<html lang="de-DE"');
  });
});
