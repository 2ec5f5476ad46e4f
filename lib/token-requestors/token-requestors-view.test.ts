import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { recheck } from '@/lib/cards/cards-view';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { assetCache } from '@/lib/db/schema';
import { onOneDatabase } from '@/lib/testing/database';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { ensureLogo, logoFromCache } from './logo';
import {
  displayName,
  eligibilityOf,
  eligibleFor,
  findTokenRequestor,
  tokenRequestorView,
} from './token-requestors-view';

withSandbox();

const calls = async (op: 'eligible' | 'asset' = 'eligible') => (await sandboxControl.journal({ op })).length;
const down = (times?: number) =>
  sandboxControl.outcome({
    outcome: 'status-500',
    call: 'eligible',
    ...(times === undefined ? {} : { times }),
  });
const older = (hours: number) =>
  database().execute(
    sql`update token_requestor_cache set fetched_at = fetched_at - ${hours} * interval '1 hour'`,
  );
const RANGES = ['512345000'];
const CLICK_TO_PAY_LOGO = '0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0001';
/** Of a token requestor that no customer of these tests is offered: nothing fetches it in the background. */
const LOGO = '554dbc44-496a-4896-b41c-dd431e25d5e4';
const NO_LOGO = '00000000-0000-0000-0000-000000000000';
const logoCalls = async (id = LOGO) =>
  (await sandboxControl.journal({ op: 'asset' })).filter(({ url }) => url.includes(id)).length;

onOneDatabase('the token requestors', () => {
  describe('eligibility', () => {
    beforeEach(() => sandboxControl.reset());

    it('AS-06, R12: a hundred cold views ask once, and later ones not at all for a day', async () => {
      const answers = await Promise.all(Array.from({ length: 100 }, () => eligibleFor(RANGES)));
      expect(answers.every(({ status, requestors }) => status === 'fresh' && requestors.length > 0)).toBe(
        true,
      );
      expect(await calls()).toBe(1);
      await older(23);
      expect((await eligibleFor(RANGES)).status).toBe('fresh');
      expect(await calls()).toBe(1);
      await older(2);
      await eligibleFor(RANGES);
      expect(await calls()).toBe(2);
    });

    it('is one question, whatever the order and number of equal ranges', async () => {
      await eligibleFor(['512345000', '512345100']);
      await eligibleFor(['512345100', '512345000', '512345100']);
      expect(await calls()).toBe(1);
    });

    it('AS-06: serves the last answer, and says that it is old, while MDES cannot answer', async () => {
      const { requestors } = await eligibleFor(RANGES);
      await older(25);
      await down(1);
      const stale = await eligibleFor(RANGES);
      expect(stale).toMatchObject({ status: 'stale', requestors });
      expect(Date.now() - (stale.asOf?.getTime() ?? 0)).toBeGreaterThan(24 * 3600_000);
      expect((await eligibleFor(RANGES)).status).toBe('fresh');
    });

    it('says that nothing is known when there was never an answer', async () => {
      await down();
      expect(await eligibleFor(RANGES)).toEqual({ status: 'unavailable', asOf: null, requestors: [] });
    });

    it('asks MDES in portions of 25 ranges and merges what it says', async () => {
      const ranges = [
        '512345000',
        ...Array.from({ length: 29 }, (_, i) => `9${String(i).padStart(8, '0')}`),
        '512345100',
      ];
      const { requestors } = await eligibleFor(ranges);
      expect(await calls()).toBe(2);
      const clickToPay = requestors.filter(
        ({ tokenRequestorId }) => tokenRequestorId === config().clickToPayTokenRequestorId,
      );
      expect(clickToPay).toHaveLength(1);
      expect(clickToPay[0]?.enabledAccountRanges.toSorted()).toEqual([
        '5123450000000000000',
        '5123451000000000000',
      ]);
    });

    it('keeps a half answer out of the cache when the second portion fails', async () => {
      const ranges = Array.from({ length: 30 }, (_, i) => `5123450${String(i).padStart(2, '0')}`);
      await sandboxControl.outcome({
        outcome: 'status-500',
        call: 'eligible',
        accountRange: '512345029',
        times: 1,
      });
      expect((await eligibleFor(ranges)).status).toBe('unavailable');
      expect((await eligibleFor(ranges)).status).toBe('fresh');
    });

    it('is not asked for a person without cards', async () => {
      expect(await eligibleFor([])).toEqual({ status: 'fresh', asOf: null, requestors: [] });
      expect(await calls()).toBe(0);
    });

    it('is asked anew when a tab is looked at again, once a minute at most', async () => {
      const { actor, cardIds } = await addTestCustomer();
      await eligibilityOf(actor.customer.id);
      expect(await recheck(actor)).toMatchObject({ clickToPay: cardIds });
      expect(await calls()).toBe(1);
      await older(0.02);
      expect(await recheck(actor)).toMatchObject({ clickToPay: cardIds });
      expect(await calls()).toBe(2);
      await older(1);
      await down();
      expect(await recheck(actor)).toEqual({ failed: true });
    });

    it.each([
      ['an empty list', 'nobody-eligible', 'fresh'],
      ['a web page', 'html', 'unavailable'],
      ['half an answer', 'truncated', 'unavailable'],
      ['more than a megabyte', 'huge', 'unavailable'],
      ['five hundred requestors', 'many-requestors', 'fresh'],
      ['fields that nobody knows', 'extra-fields', 'fresh'],
    ] as const)('F30, F13: %s is no failure of the page', async (_title, outcome, status) => {
      await sandboxControl.outcome({ outcome, call: 'eligible' });
      expect((await eligibleFor(RANGES)).status).toBe(status);
    });
  });

  describe('a token requestor', () => {
    it('takes the cards of this customer that MDES enabled and the bank lets go', async () => {
      const { actor, cardIds } = await addTestCustomer([
        {},
        { product: 'reserve' },
        { product: 'online' },
        { status: 'blocked' },
        { status: 'closed' },
        { expiry: '10/26' },
        { eligible: false },
      ]);
      const now = new Date('2026-11-22T00:00:00Z');
      const view = async (id: string) => (await findTokenRequestor(actor.customer.id, id, now))?.view;
      expect(await view(config().clickToPayTokenRequestorId)).toMatchObject({
        name: 'Click to Pay',
        isClickToPay: true,
        kind: 'wallet',
        web: true,
        apps: [],
        maxCards: 5,
        logo: `/api/asset/${CLICK_TO_PAY_LOGO}`,
        eligibleCardIds: cardIds.slice(0, 3),
      });
      expect(await view('50123456789')).toMatchObject({
        isClickToPay: false,
        kind: 'shop',
        maxCards: 1,
        eligibleCardIds: cardIds.slice(0, 2),
      });
      expect(await view('50123456801')).toMatchObject({
        web: false,
        apps: ['ios', 'android'],
        appHref: `http://${config().tokenRequestorHosts.at(-1) ?? ''}/pocket-transit/app`,
      });
      expect(await view('99999999999')).toBeUndefined();
    });

    it('AS-01: has its name as plain text of a hundred characters at most', () => {
      expect(displayName('Sho\u202Ep\u0000\u200B \u2028')).toBe('Shop');
      expect(displayName('x'.repeat(150))).toHaveLength(100);
      expect(displayName(' \u202E ')).toBe('Unnamed');
      expect(displayName('<b>Shop</b>')).toBe('<b>Shop</b>');
    });
  });

  describe('a logo', () => {
    beforeEach(() => sandboxControl.reset());

    it('comes from MDES once, as a drawing before a picture, and from the cache ever after', async () => {
      const logos = await Promise.all(Array.from({ length: 10 }, () => ensureLogo(LOGO)));
      expect(logos.every((logo) => logo?.type === 'image/svg+xml')).toBe(true);
      expect(await logoCalls()).toBe(1);
      expect((await logoFromCache(LOGO))?.bytes.toString()).toContain('<svg');
      await ensureLogo(LOGO);
      expect(await logoCalls()).toBe(1);
    });

    it('AS-04: is never asked for because a browser names it', async () => {
      for (const id of ['made-up', '../../etc/passwd', LOGO]) expect(await logoFromCache(id)).toBeNull();
      expect(await logoCalls()).toBe(0);
      expect(await logoCalls('made-up')).toBe(0);
    });

    it('AS-02: that is hostile gives way to the picture beside it, or to none; that there is none is believed for an hour', async () => {
      await sandboxControl.outcome({ outcome: 'logo-hostile-svg', assetId: LOGO });
      const logo = await ensureLogo(LOGO);
      expect(logo?.type).not.toBe('image/svg+xml');
      expect(await ensureLogo(NO_LOGO)).toBeNull();
      const before = await logoCalls(NO_LOGO);
      await ensureLogo(NO_LOGO);
      expect(await logoCalls(NO_LOGO)).toBe(before);
      await database().execute(sql`update asset_cache set fetched_at = fetched_at - interval '61 minutes'`);
      await ensureLogo(NO_LOGO);
      expect(await logoCalls(NO_LOGO)).toBe(before + 1);
    });

    it('F31: that cannot be fetched now is no failure and is tried again', async () => {
      await sandboxControl.outcome({ outcome: 'status-500', call: 'asset', assetId: LOGO, times: 1 });
      expect(await ensureLogo(LOGO)).toBeNull();
      expect(await logoFromCache(LOGO)).toBeNull();
      expect((await ensureLogo(LOGO))?.type).toBe('image/svg+xml');
    });

    it('is checked again when it is served, whatever is in the cache', async () => {
      const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
      await database()
        .insert(assetCache)
        .values({ assetId: 'a', type: 'image/svg+xml', bytes, fetchedAt: new Date() });
      expect(await logoFromCache('a')).toBeNull();
    });

    describe('in a view', () => {
      it('is a path of ours, and fetched without anybody waiting for it', async () => {
        const { requestors } = await eligibleFor(RANGES);
        const [first] = requestors;
        if (first === undefined) throw new Error('a token requestor expected');
        const view = tokenRequestorView(first, [], new Date());
        expect(view.logo).toMatch(/^\/api\/asset\/[0-9a-f-]+$/);
        await expect.poll(() => calls('asset')).toBeGreaterThan(0);
      });
    });
  });
});
