import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  askTrusting,
  CLIENT,
  ProviderVisit,
  startIdentityProvider,
  type TestProvider,
} from '@/lib/testing/identity-provider';
import { makeTestKeys } from '@/lib/testing/token-connect-vectors/test-keys';
import { HOST } from './bank-files';
import { importCustomer, signIn, type ImportedCustomer } from './customer';
import { startPortal, type BuiltPortal } from './portal';

const ORIGIN = `https://${HOST}`;
const tls = makeTestKeys(undefined, { dns: [], ip: ['127.0.0.1'] });

describe.skipIf(inject('postgresUrl') === null)(
  'OIDC: a production portal with the bank’s own provider',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'built-provider-'));
    let provider: TestProvider;
    let portal: BuiltPortal;
    let robin: ImportedCustomer;

    beforeAll(async () => {
      provider = await startIdentityProvider(ORIGIN, {}, { key: tls.privatePem, cert: tls.certificatePem });
      const ca = path.join(folder, 'ca.pem');
      writeFileSync(ca, tls.certificatePem);
      portal = await startPortal({
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: CLIENT.id,
        OIDC_CLIENT_SECRET: CLIENT.secret,
        NODE_EXTRA_CA_CERTS: ca,
      });
      robin = await importCustomer(portal, undefined, { oidcSubject: 'cif-1' });
    });
    afterAll(async () => {
      await portal.stop();
      await provider.stop();
      rmSync(folder, { recursive: true });
    });

    const cookieOf = (lines: string[], name: string) =>
      lines.find((line) => line.startsWith(`${name}=`) && !line.startsWith(`${name}=;`)) ?? '';
    const pair = (line: string) => line.split(';')[0] ?? '';
    /** As a browser does: out by the link of the sign-in page, and back with the cookie. */
    async function travel(subject: string, next = '/activity') {
      const out = await portal.ask(`/login/provider?next=${encodeURIComponent(next)}`);
      expect(out.status).toBe(303);
      const state = cookieOf(out.setCookies, '__Host-sign-in');
      const visit = new ProviderVisit(askTrusting(tls.certificatePem));
      const back = new URL(await visit.signIn(String(out.headers['location']), subject, ORIGIN));
      const target = `${back.pathname}${back.search}`;
      return { target, state, answer: await portal.ask(target, { headers: { cookie: pair(state) } }) };
    }

    it('has no field for a password, and takes none', async () => {
      const page = await portal.ask('/login?next=/activity');
      expect(page.status).toBe(200);
      expect(page.body).toContain('href="/login/provider?next=%2Factivity"');
      expect(page.body).not.toMatch(/type="password"|name="username"/);
      expect((await signIn(portal, robin)).cookie).toBe('');
    });

    it('signs in over there, and comes back to where the person was heading', async () => {
      const { answer, state, target } = await travel('cif-1');
      expect(state).toMatch(/; Path=\/; .*Secure; HttpOnly; SameSite=lax/i);
      expect(answer.status).toBe(303);
      expect(answer.headers['location']).toBe('/activity');
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
      const session = cookieOf(answer.setCookies, '__Host-session');
      expect(session).not.toMatch(/expires|max-age/i);
      const cards = await portal.ask('/cards', { headers: { cookie: pair(session) } });
      expect(cards.body).toContain(robin.last4);
      expect(cards.headers['content-security-policy']).toMatch(
        new RegExp(`form-action 'self'[^;]* ${provider.issuer}`),
      );

      const replayed = await portal.ask(target, { headers: { cookie: pair(state) } });
      expect(replayed.headers['location']).toBe('/login?problem=SIGN_IN_FAILED');
      const elsewhere = await portal.ask(target);
      expect(elsewhere.headers['location']).toBe('/login?problem=SIGN_IN_STALE');
      expect((await portal.ask('/login?problem=SIGN_IN_STALE')).body).toContain(
        'This sign-in no longer works.',
      );
      for (const { setCookies } of [replayed, elsewhere])
        expect(cookieOf(setCookies, '__Host-session')).toBe('');
    });

    it('tells a stranger that no cards are under that sign-in, and offers another one', async () => {
      const { answer } = await travel('cif-of-nobody');
      expect(answer.headers['location']).toBe('/login/no-account');
      const page = await portal.ask('/login/no-account');
      expect(page.body).toContain('href="/login/provider?as=somebody-else"');
      const again = await portal.ask('/login/provider?as=somebody-else');
      expect(new URL(String(again.headers['location'])).searchParams.get('prompt')).toBe('login');
    });

    it('says nothing to HEAD and begins nothing', async () => {
      for (const target of ['/login/provider', '/login/callback?code=x&state=y']) {
        const answer = await portal.ask(target, { method: 'HEAD' });
        expect([answer.status, answer.headers['location'], answer.setCookies]).toEqual([303, '/login', []]);
      }
    });
  },
);
