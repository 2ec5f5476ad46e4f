import { describe, expect, it } from 'vitest';
import { ORIGIN, testSandbox } from '@/sandbox/testing/test-sandbox';
import { arrive, newestCode } from '@/sandbox/testing/visit';
import type { Sandbox } from '@/sandbox/create-sandbox';

const inLanguage = (locale: string) => `&locale=${locale}&extFlow=true`;

async function seenBy(sandbox: Sandbox, path: string, acceptLanguage: string): Promise<string> {
  const headers = { 'accept-language': acceptLanguage };
  return (await sandbox.fetch(new Request(`${ORIGIN}${path}`, { headers }))).text();
}

/** Words that a person sees or hears, without those that a tool says in English and says so. */
function wordsOn(html: string): string[] {
  const shown = html.replaceAll(/<details class="tools"[^]*?<\/details>|<style[^]*?<\/style>/g, '');
  const spoken = [...shown.matchAll(/(?:aria-label|alt|title|placeholder)="([^"]*)"/g)].map(
    ([, text]) => text,
  );
  return [...spoken, shown.replaceAll(/<[^>]*>/g, ' ')].join(' ').match(/[A-Za-z]{2,}/g) ?? [];
}

describe('the language of the sandbox’s pages', () => {
  it('is that of the hand-over: Arabic runs from the right, and digits keep their direction', async () => {
    const { browser } = await arrive(testSandbox(), ['101'], { query: inLanguage('ar_AE') });
    expect(browser.page.html).toContain('<html lang="ar-AE" dir="rtl"><head>');
    expect(browser.page.html).toContain('<body><a class="skip"');
    expect(browser.heading).toBe('أهلاً بعودتك، Elena');
    expect(browser.page.html).toMatch(/<bdi dir="ltr"><span class="dots"[^>]*>••••<\/span>/);
    expect(browser.page.html).toMatch(/<input name="code"[^>]* dir="ltr"/);
    expect(browser.page.html).toContain('<details class="tools" lang="en" dir="ltr">');
  });

  it('is in the code that is sent, and in what went wrong with it', async () => {
    const sandbox = testSandbox();
    const { browser, receipts } = await arrive(sandbox, ['101'], { query: inLanguage('de_DE') });
    const code = await newestCode(sandbox, { receipt: receipts[0] ?? '' });
    const messages = await (await sandbox.fetch(new Request(`${ORIGIN}/__sandbox/messages`))).text();
    expect(messages).toContain(`${code} ist Ihr Code für Click to Pay.`);
    await browser.submit('/code', { code: 'no' });
    expect(browser.page.html).toContain('Dieser Code stimmt nicht. Sie haben noch 2 Versuche.');
  });

  it('is remembered from the last hand-over, for pages that no hand-over leads to', async () => {
    const { browser } = await arrive(testSandbox(), ['000'], { query: inLanguage('fr_FR') });
    for (const path of ['/about', '/shop', '/profile', '/provision', '/provision/nowhere', '/pay/nothing'])
      expect((await browser.open(path)).html).toContain('<html lang="fr-FR" dir="ltr">');
  });

  it('is otherwise the one that the browser asks for, at the other token requestors too', async () => {
    const sandbox = testSandbox();
    for (const path of ['/about', '/shop', '/provision', '/harbour-market/provision'])
      expect(await seenBy(sandbox, path, 'pt-BR,pt;q=0.9')).toContain('<html lang="pt-BR"');
    expect(await seenBy(sandbox, '/about?locale=es_MX', 'pt-BR')).toContain('<html lang="es-MX"');
    expect(await seenBy(sandbox, '/about', 'xx')).toContain('<html lang="en-US"');
  });

  it('leaves no word on a page that is not in the catalogue, as the pseudo-language shows', async () => {
    const sandbox = testSandbox();
    const known = new Set(
      [
        'Click',
        'to',
        'Pay',
        'Partner',
        'Bank',
        'The',
        'Paper',
        'Shop',
        'Elena',
        'example',
        'com',
        'GB',
      ].concat(['DWSPMC', 'Browser', 'EUR', 'October', 'November', 'December', 'AM', 'PM', 'at', 'on']),
    );
    const { browser } = await arrive(sandbox, ['101'], { query: inLanguage('en_XA') });
    const seen: string[] = [browser.page.html];
    await browser.submit('/code', { code: 'no' });
    seen.push(browser.page.html);
    for (const path of ['/about', '/shop', '/profile', '/provision', '/pay/nothing'])
      seen.push((await browser.open(`${path}?locale=en_XA`)).html);
    expect(seen.flatMap(wordsOn).filter((word) => !known.has(word))).toEqual([]);
  });
});
