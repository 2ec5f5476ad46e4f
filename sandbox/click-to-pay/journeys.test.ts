import { describe, expect, it } from 'vitest';
import { TestBrowser } from '@/sandbox/testing/test-browser';
import { CALLBACK, ORIGIN, pushCards, receiptsIn, testSandbox } from '@/sandbox/testing/test-sandbox';
import { arrive, freshCard as card, newestCode, resultsAt as resultOf } from '@/sandbox/testing/visit';
import type { Sandbox } from '@/sandbox/create-sandbox';

describe('the three scenarios of the seed page', () => {
  it('1: adds a card to a new profile without verification, says so, and then returns to the bank', async () => {
    const sandbox = testSandbox();
    const { browser, receipts } = await arrive(sandbox, ['000']);
    expect(browser.heading).toBe('Welcome, Elena');
    expect(browser.page.html).toContain('Remember me on this browser');
    await browser.submit('/continue', {});
    expect(browser.page.html).toContain('Added and ready');
    expect(browser.heading).toMatch(/^Card ••••ending in \d{4} added$/);
    await browser.click('Return to Partner Bank');
    expect(browser.page.url).toMatch(
      new RegExp(
        `^http://localhost:3000/tokenization-results\\?state=7&results%5B${receipts[0]}%5D=APPROVED%7CDWSPMC[0-9a-f]{42}$`,
      ),
    );
    expect(browser.page.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('2: asks for a one-time code when the profile exists, counts tries, sends another code and accepts it', async () => {
    const sandbox = testSandbox();
    const { browser, receipts } = await arrive(sandbox, ['101']);
    expect(browser.heading).toBe('Welcome back, Elena');
    await browser.submit('/code', { code: 'no' });
    expect(browser.page.html).toContain('That code is not right. 2 tries are left.');
    expect(browser.page.html).toContain('2 tries left');
    const first = await newestCode(sandbox, { receipt: receipts[0] ?? '' });
    await browser.submit('/resend', { channel: 'mobile' });
    const second = await newestCode(sandbox, { receipt: receipts[0] ?? '' });
    expect(second).not.toBe(first);
    expect(browser.page.html).toContain('phone');
    await browser.submit('/code', { code: `${second.slice(0, 3)} ${second.slice(3)}` });
    await browser.click('Return to Partner Bank');
    expect(resultOf(browser.page.url, receipts[0])[0]).toMatch(/^APPROVED\|/);
  });

  it('3: cancels with one result per receipt, and the receipts can be used again', async () => {
    const sandbox = testSandbox();
    const { browser, receipts, signature } = await arrive(sandbox, ['000', '101']);
    await browser.submit('/cancel');
    expect(browser.page.url).toBe(
      `${CALLBACK}&results%5B${receipts[0]}%5D=CANCELLED&results%5B${receipts[1]}%5D=CANCELLED`,
    );
    const again = new TestBrowser(sandbox);
    await again.open(`/provision?pushAccountData=${signature}`);
    expect(again.heading).toBe('Welcome back, Elena');
  });
});

describe('what else Click to Pay can say', () => {
  it.each([
    ['201', /^DECLINED$/, 'No card was added'],
    ['202', /^DUPLICATE_REQUEST$/, 'Already in Click to Pay'],
    ['203', /^REQUIRE_ADDITIONAL_AUTHENTICATION\|DWSPMC[0-9a-f]{42}$/, 'Nearly there'],
    ['204', /^ERROR$/, 'No card was added'],
    ['207', /^PENDING_REVIEW$/, 'No card was added'],
  ])('outcome %s comes back as %s and never reads as added', async (outcome, result, heading) => {
    const { browser, receipts } = await arrive(testSandbox(), [outcome]);
    await browser.submit('/continue');
    expect(browser.heading).toBe(heading);
    await browser.click('Return to Partner Bank');
    expect(resultOf(browser.page.url, receipts[0])).toEqual([expect.stringMatching(result)]);
  });

  it('102: a known profile needs no code', async () => {
    const { browser, receipts } = await arrive(testSandbox(), ['102']);
    expect(browser.heading).toBe('Welcome back, Elena');
    expect(browser.page.html).toContain('No code is needed this time');
    await browser.submit('/continue');
    await browser.click('Return to Partner Bank');
    expect(resultOf(browser.page.url, receipts[0])[0]).toMatch(/^APPROVED/);
  });

  it('205 comes back without a result, 208 with the same one twice', async () => {
    const silent = await arrive(testSandbox(), ['205']);
    await silent.browser.submit('/continue');
    await silent.browser.click('Return to Partner Bank');
    expect(silent.browser.page.url).toBe(CALLBACK);
    const twice = await arrive(testSandbox(), ['208']);
    await twice.browser.submit('/continue');
    await twice.browser.click('Return to Partner Bank');
    const results = resultOf(twice.browser.page.url, twice.receipts[0]);
    expect(results).toHaveLength(2);
    expect(new Set(results).size).toBe(1);
  });

  it('gives every card of one journey its own outcome', async () => {
    const { browser, receipts } = await arrive(testSandbox(), ['000', '201', '205', '203']);
    await browser.submit('/continue');
    expect(browser.page.html).toContain('one more step');
    await browser.click('Return to Partner Bank');
    const words = receipts.map((receipt) => resultOf(browser.page.url, receipt)[0]?.split('|')[0]);
    expect(words).toEqual(['APPROVED', 'DECLINED', undefined, 'REQUIRE_ADDITIONAL_AUTHENTICATION']);
  });

  it('reports a card that this person added before as a duplicate, and somebody else’s as new', async () => {
    const sandbox = testSandbox();
    const number = card('000');
    const visit = async (accountHolderEmailAddress: string) => {
      const answer = await pushCards(sandbox, [number], {}, { accountHolderEmailAddress });
      const browser = new TestBrowser(sandbox);
      await browser.open(`/provision?pushAccountData=${answer.signature ?? ''}`);
      await browser.submit('/continue');
      await browser.click('Return to Partner Bank');
      return resultOf(browser.page.url, receiptsIn(answer)[0])[0]?.split('|')[0];
    };
    expect(await visit('kai@example.com')).toBe('APPROVED');
    expect(await visit('KAI@example.com')).toBe('DUPLICATE_REQUEST');
    expect(await visit('mara@example.com')).toBe('APPROVED');
  });
});

describe('the code', () => {
  it('after three wrong ones nothing is added and the card is declined, politely', async () => {
    const { browser, receipts } = await arrive(testSandbox(), ['101']);
    for (let n = 0; n < 3; n += 1) await browser.submit('/code', { code: 'wrong' });
    expect(browser.heading).toBe('That was the last try');
    await browser.click('Return to Partner Bank');
    expect(resultOf(browser.page.url, receipts[0])).toEqual(['DECLINED']);
  });

  it('and the same hand-over gives no new tries', async () => {
    const sandbox = testSandbox();
    const { browser, signature } = await arrive(sandbox, ['101']);
    for (let n = 0; n < 3; n += 1) await browser.submit('/code', { code: 'wrong' });
    const again = new TestBrowser(sandbox);
    await again.open(`/provision?pushAccountData=${signature}`);
    expect(again.heading).toBe('This hand-over was already used');
  });

  it('or the person cancels there', async () => {
    const { browser, receipts } = await arrive(testSandbox(), ['101']);
    for (let n = 0; n < 3; n += 1) await browser.submit('/code', { code: 'wrong' });
    await browser.submit('/cancel');
    expect(resultOf(browser.page.url, receipts[0])).toEqual(['CANCELLED']);
  });

  it('a new code makes the old one useless, gives no tries back, and there are three of them', async () => {
    const sandbox = testSandbox();
    const { browser, receipts } = await arrive(sandbox, ['101']);
    const old = await newestCode(sandbox, { receipt: receipts[0] ?? '' });
    for (let n = 0; n < 3; n += 1) await browser.submit('/resend', { channel: 'email' });
    expect(browser.page.html).toContain('No more new codes');
    await browser.submit('/code', { code: old });
    expect(browser.page.html).toContain('2 tries left');
  });

  it('is good for ten minutes', async () => {
    const sandbox = testSandbox();
    const { browser, receipts } = await arrive(sandbox, ['101']);
    const code = await newestCode(sandbox, { receipt: receipts[0] ?? '' });
    await sandbox.fetch(
      new Request(`${ORIGIN}/__sandbox/v1/clock`, {
        method: 'POST',
        body: JSON.stringify({ receipts, offsetSeconds: 601 }),
      }),
    );
    await browser.submit('/code', { code });
    expect(browser.page.html).toContain('That code is too old');
    expect(browser.page.html).toContain('3 tries left');
  });

  it('cannot be skipped by posting to another step', async () => {
    const { browser } = await arrive(testSandbox(), ['101']);
    const here = browser.page.url;
    await browser.open(`${here}/continue`, {});
    expect(browser.heading).toBe('Welcome back, Elena');
    await browser.open(`${here}/return`);
    expect(browser.heading).toBe('Welcome back, Elena');
  });
});

describe('a person who shared nothing', () => {
  it('is asked for e-mail and mobile, told what is wrong with them, and goes on', async () => {
    const sandbox = testSandbox();
    const { browser, receipts } = await arrive(sandbox, ['000'], { holder: null });
    expect(browser.heading).toBe('How can we reach you?');
    await browser.submit('/contact', { email: 'nobody', mobile: '' });
    expect(browser.page.html).toContain('Enter an e-mail address');
    expect(browser.page.html).toContain('value="nobody"');
    await browser.submit('/contact', { email: 'kai@example.com', mobile: '+44 7700 900123' });
    expect(browser.heading).toBe('Welcome');
    expect(browser.page.html).toContain('k•••i@example.com');
    await browser.submit('/continue');
    await browser.click('Return to Partner Bank');
    expect(resultOf(browser.page.url, receipts[0])[0]).toMatch(/^APPROVED/);
  });

  it.each([
    ['no country code', '07700 900123'],
    ['too short', '+44 12'],
    ['too long', '+44 7700 900123 900123'],
    ['no digits', '+()-()-()'],
    ['not a number', 'call me'],
  ])('cannot leave a mobile number that has %s', async (_, mobile) => {
    const { browser } = await arrive(testSandbox(), ['000'], { holder: null });
    await browser.submit('/contact', { email: 'kai@example.com', mobile });
    expect(browser.page.html).toContain('Enter a mobile number with its country code.');
    expect(browser.page.html).not.toContain('Enter an e-mail address');
  });

  it('gets the code at what was typed', async () => {
    const sandbox = testSandbox();
    const { browser } = await arrive(sandbox, ['101'], { holder: null });
    await browser.submit('/contact', { email: 'kai@example.com', mobile: '+44 7700 900123' });
    const response = await sandbox.fetch(new Request(`${ORIGIN}/__sandbox/messages?email=KAI@example.com`));
    const { messages } = (await response.json()) as { messages: { to: string }[] };
    expect(messages).toEqual([expect.objectContaining({ to: 'kai@example.com', channel: 'email' })]);
  });
});

describe('Remember Me', () => {
  async function enrol(sandbox: Sandbox, browser: TestBrowser, extFlow: string, remember: boolean) {
    const { signature = '', pushAccountReceipts: [item] = [] } = await pushCards(sandbox, [card('101')]);
    await browser.open(`/provision?pushAccountData=${signature}${extFlow}`);
    const asked = browser.page.html.includes('Six-digit code');
    if (asked) {
      const code = await newestCode(sandbox, { receipt: item?.pushAccountReceipt ?? '' });
      await browser.submit('/code', { code, ...(remember && { remember: 'yes' }) });
    }
    return asked;
  }

  it('skips the code next time on this browser, and only on this one', async () => {
    const sandbox = testSandbox();
    const mine = new TestBrowser(sandbox);
    expect(await enrol(sandbox, mine, '&extFlow=true', true)).toBe(true);
    expect(await enrol(sandbox, mine, '&extFlow=true', false)).toBe(false);
    expect(await enrol(sandbox, new TestBrowser(sandbox), '&extFlow=true', false)).toBe(true);
  });

  it('says so, and "Not you?" forgets the browser: the code is asked for again, now and next time', async () => {
    const sandbox = testSandbox();
    const browser = new TestBrowser(sandbox);
    await enrol(sandbox, browser, '&extFlow=true', true);
    const { receipts } = await arrive(sandbox, ['101'], { browser });
    expect(browser.page.html).toContain('This browser is remembered for you.');
    expect(browser.page.html).not.toContain('name="remember"');
    await browser.submit('/forget');
    expect(browser.page.html).toContain('Six-digit code');
    await browser.submit('/code', { code: await newestCode(sandbox, { receipt: receipts[0] ?? '' }) });
    expect(browser.heading).toMatch(/ added$/);
    await browser.open('/profile');
    expect(browser.page.html).toContain('No browser is remembered.');
    expect(await enrol(sandbox, browser, '&extFlow=true', false)).toBe(true);
  });

  it('remembers one person: somebody else on the same browser is asked for a code', async () => {
    const sandbox = testSandbox();
    const browser = new TestBrowser(sandbox);
    await enrol(sandbox, browser, '&extFlow=true', true);
    await arrive(sandbox, ['101'], {
      browser,
      holder: { accountHolderName: 'KAI LOWE', accountHolderEmailAddress: 'kai.lowe@example.com' },
    });
    expect(browser.page.html).toContain('Six-digit code');
  });

  it('is neither offered nor accepted without extFlow=true', async () => {
    const sandbox = testSandbox();
    const browser = new TestBrowser(sandbox);
    await enrol(sandbox, browser, '', true);
    expect(browser.page.html).not.toContain('Remember me');
    expect(await enrol(sandbox, browser, '', false)).toBe(true);
  });
});

describe('every page', () => {
  it('may run no script, be framed by nobody, and lead a form only to itself and the bank', async () => {
    const { browser } = await arrive(testSandbox(), ['000']);
    const policy = browser.page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://localhost:3000;");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(browser.page.html).not.toContain('<script');
    expect(browser.page.headers.get('cache-control')).toBe('no-store');
  });

  it('carries the language that was asked for, and says that its words are English', async () => {
    const sandbox = testSandbox();
    const { signature } = await pushCards(sandbox, [card('000')]);
    const browser = new TestBrowser(sandbox);
    await browser.open(`/provision?pushAccountData=${signature}&locale=cs_CZ`);
    expect(browser.page.html).toContain('<html lang="cs-CZ" dir="ltr">');
    expect(browser.page.html).toContain('<body lang="en">');
    await browser.click('What is Click to Pay?');
    expect(browser.heading).toBe('What is Click to Pay?');
  });

  it('shows details masked and escapes what the bank sent', async () => {
    const { browser } = await arrive(testSandbox(), ['000'], {
      holder: { accountHolderName: '<b>EVE</b> X', accountHolderEmailAddress: 'elena.novak@example.com' },
    });
    expect(browser.page.html).not.toContain('<b>EVE');
    expect(browser.page.html).not.toContain('elena.novak@');
    expect(browser.page.html).toContain('e•••k@example.com');
  });

  it('survives a double click, a reload and the back button with one and the same result', async () => {
    const { browser, receipts } = await arrive(testSandbox(), ['000']);
    const here = browser.page.url;
    await browser.submit('/continue');
    await browser.open(`${here}/continue`, {});
    await browser.open(here);
    await browser.open(`${here}/return`);
    const first = resultOf(browser.page.url, receipts[0]);
    await browser.open(`${here}/cancel`, {});
    expect(resultOf(browser.page.url, receipts[0])).toEqual(first);
  });
});
