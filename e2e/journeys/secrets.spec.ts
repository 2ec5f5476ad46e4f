import { PORTAL_URL, SANDBOX_URL } from '../fixtures/addresses';
import { cardNumbersIn } from '../fixtures/card-numbers';
import { expect, test } from '../fixtures/test';

test.describe('what the browser is told', { tag: '@once' }, () => {
  test('the search for card numbers finds one in every disguise, and nothing else', () => {
    // A number of the published table: 512345, product 0, outcome 000, serial 00001, check digit.
    const number = '5123450000000019';
    expect(cardNumbersIn(number)).toHaveLength(0);
    const real = Array.from({ length: 10 }, (_, digit) => `512345000000001${String(digit)}`).filter(
      (candidate) => cardNumbersIn(candidate).length === 1,
    );
    expect(real).toHaveLength(1);
    const [pan = ''] = real;
    const groups = pan.match(/\d{4}/g) ?? [];
    const disguises = [
      groups.join(' '),
      groups.join('-'),
      groups.join('&nbsp;'),
      groups.join('\\u00a0'),
      groups.map((group) => `<span class="num-4">${group}</span>`).join(' '),
      JSON.stringify(groups),
      encodeURIComponent(groups.join(' ')),
      `{"data":"${Buffer.from(`{"accountNumber":"${pan}"}`).toString('base64')}"}`,
      Buffer.from(pan).toString('hex'),
    ];
    for (const disguise of disguises)
      expect([disguise, cardNumbersIn(`x="${disguise}";`).length]).toEqual([disguise, 1]);
    expect(cardNumbersIn('ending 0019, 512345000, MCC-STL-51234500-0000-0019')).toEqual([]);
  });

  test('PD-03, BR-01, BR-04, BR-07: a whole journey: no card number anywhere, a fresh nonce in every document, nobody else asked', async ({
    page,
    world,
    portal,
    clickToPay,
    watch,
  }) => {
    const nonces: string[] = [];
    page.on('response', (response) => {
      const headers = response.headers();
      const isDocument = response.request().resourceType() === 'document' && response.status() < 300;
      if (!isDocument || !response.url().startsWith(PORTAL_URL)) return;
      const policy = headers['content-security-policy'] ?? '';
      nonces.push(
        /script-src 'nonce-([A-Za-z0-9+/=]{20,})' 'strict-dynamic'/.exec(policy)?.[1] ??
          `none: ${response.url()}`,
      );
      watch.problems.push(
        ...[
          policy.includes("object-src 'none'") || 'no object-src',
          policy.includes("base-uri 'none'") || 'no base-uri',
          policy.includes("frame-ancestors 'none'") || 'no frame-ancestors',
          !policy.includes('unsafe') || 'unsafe in the policy',
          headers['cache-control']?.includes('no-store') === true || 'kept in a cache',
          headers['x-content-type-options'] === 'nosniff' || 'sniffed',
          headers['referrer-policy'] === 'same-origin' || 'referrer policy',
          headers['cross-origin-opener-policy'] === 'same-origin' || 'opener policy',
          headers['x-powered-by'] === undefined || 'says what it is made of',
        ].flatMap((fault) => (fault === true ? [] : [`${String(fault)}: ${response.url()}`])),
      );
    });
    const elsewhere: string[] = [];
    let inside = 0;
    page.on('request', (request) => {
      const there = new URL(request.url()).origin;
      const from = request.frame().url();
      // Where the other site itself leads on to is its own affair.
      const ledBy = request.redirectedFrom()?.url() ?? PORTAL_URL;
      if (!from.startsWith(PORTAL_URL) || !ledBy.startsWith(PORTAL_URL) || there === 'null') return;
      if (there === PORTAL_URL) inside += 1;
      else
        elsewhere.push(`${request.isNavigationRequest() ? 'navigation' : request.resourceType()} ${there}`);
    });
    const robin = await world.customer('000', { product: 'reserve', outcome: '201' });
    const look = async (path: string) => {
      await portal.open(path);
      await expect(portal.heading).toBeVisible();
      await watch.searchPage(page);
    };
    await portal.signIn(robin);
    for (const path of ['/cards', '/wallets', '/activity', '/legal/privacy', '/legal/terms'])
      await look(path);
    await portal.open('/cards');
    await portal.bringOn(robin.cards);
    await look(page.url());
    await portal.confirm(robin);
    await look(page.url());
    await portal.leave();
    await watch.searchPage(page);
    await clickToPay.finish();
    for (const path of [page.url(), '/cards', '/activity']) await look(path);
    await portal.signOut();
    expect(nonces.length).toBeGreaterThan(10);
    expect(new Set(nonces).size).toBe(nonces.length);
    expect(nonces.filter((nonce) => nonce.startsWith('none'))).toEqual([]);
    expect(watch.searched).toBeGreaterThan(20);
    // From pages of the bank one request goes anywhere else: the person's own way out.
    expect(elsewhere).toEqual([`navigation ${SANDBOX_URL}`]);
    expect(inside).toBeGreaterThan(50);
  });

  test('the built scripts, the operator’s journal and the answers of the demo carry no card number', async ({
    page,
    world,
    portal,
    mastercard,
  }) => {
    const robin = await world.customer('000');
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/_next/static/') && response.url().endsWith('.js'))
        scripts.push(response.url());
    });
    await portal.bringToLeaving(robin);
    expect(scripts.length).toBeGreaterThan(3);
    for (const url of new Set(scripts))
      expect(cardNumbersIn(await (await page.request.get(url)).text())).toEqual([]);
    expect(await mastercard.pushes(robin)).toHaveLength(1);
    for (const path of ['/__sandbox/v1/journal', '/__sandbox/messages'])
      expect(cardNumbersIn(await (await page.request.get(`${SANDBOX_URL}${path}`)).text())).toEqual([]);
    expect(cardNumbersIn(JSON.stringify(robin))).toEqual([]);
  });

  test('AS-03: a logo is inert: right type, no sniffing, nothing runs, and it cannot be opened as a page', async ({
    page,
    world,
    portal,
  }) => {
    const robin = await world.customer('000');
    const logos = new Set<string>();
    page.on('response', (response) => {
      if (response.url().includes('/api/asset/')) logos.add(response.url());
    });
    await portal.enter(robin);
    await portal.open('/wallets');
    await expect.poll(() => logos.size).toBeGreaterThan(3);
    for (const url of logos) {
      const answer = await page.request.get(url);
      const headers = answer.headers();
      expect(headers['content-type']).toMatch(/^image\/(svg\+xml|png)/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain('sandbox');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect((await answer.body()).toString('latin1')).not.toMatch(/<script|\son\w+=|javascript:/i);
    }
    const [first = ''] = logos;
    const opened = await page.request.get(first, { headers: { 'sec-fetch-dest': 'document' } });
    expect(opened.status()).toBe(404);
  });

  test('PU-01: a mutation from another site is refused, and the address bar cannot mutate anything', async ({
    page,
    world,
    portal,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToLeaving(robin);
    const go = `${page.url()}/go`;
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site', origin: PORTAL_URL },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      {},
    ]) {
      const answer = await page.request.post(go, { headers, maxRedirects: 0 });
      expect([headers, answer.status()]).toEqual([headers, 403]);
    }
    expect((await page.request.get(go, { maxRedirects: 0 })).status()).toBe(405);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE']) {
      const answer = await page.request.fetch(`${PORTAL_URL}/cards`, { method }).catch(() => null);
      expect([method, answer?.status() ?? 405]).toEqual([method, 405]);
    }
    await page.reload();
    await portal.leave();
  });
});
