import { generateKeyPairSync } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { auditEvents, sessions } from '@/lib/db/schema';
import { onOneDatabase } from '@/lib/testing/database';
import {
  CLIENT,
  KEY_ID,
  ProviderVisit,
  startIdentityProvider,
  type TestProvider,
} from '@/lib/testing/identity-provider';
import { collectLogLines } from '@/lib/testing/log-lines';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { beginProviderSignIn, finishProviderSignIn, providerSignOutUrl } from './provider-sign-in';
import { openProviderState, PROVIDER_STATE_SECONDS, sealProviderState } from './provider-state';
import { idTokenOf, openSession, replaceSession } from './session';

const PORTAL = 'http://localhost:3000';
const NOBODY = { address: null, userAgent: null };
setEnvironment();
const lines = collectLogLines();

let provider: TestProvider;
beforeAll(async () => {
  provider = await startIdentityProvider(PORTAL);
  config().oidc = {
    issuer: provider.issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    clientKeyFile: null,
    clientKeyId: null,
    scopes: 'openid',
  };
});
afterAll(() => provider.stop());

const setOut = (next: unknown = '/activity') => beginProviderSignIn(next, { asSomebodyElse: false });
/** Out, through the provider's own pages, and back at our door with what the browser holds then. */
async function travel(subject: string, next?: unknown) {
  const { url, cookie } = await setOut(next);
  const back = await new ProviderVisit().signIn(url, subject, PORTAL);
  return { query: new URL(back).search, cookie };
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
const outcomes = async () =>
  (await database().select().from(auditEvents).orderBy(asc(auditEvents.seq)))
    .filter(({ action }) => action === 'sign_in')
    .map(({ outcome }) => outcome);

onOneDatabase('OIDC: signing in with the bank’s own identity provider', () => {
  it('asks with code, PKCE, state and nonce, and tells the browser none of what it keeps', async () => {
    const { url, cookie } = await setOut();
    const query = new URL(url).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      client_id: CLIENT.id,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${PORTAL}/login/callback`,
      code_challenge_method: 'S256',
    });
    const kept = openProviderState(cookie, Date.now());
    expect(kept).toMatchObject({ state: query.get('state'), nonce: query.get('nonce'), next: '/activity' });
    expect(query.get('code_challenge')).not.toBe(kept?.codeVerifier);
    expect(Buffer.from(cookie, 'base64url').toString('latin1')).not.toContain(kept?.state);
    expect((await setOut()).cookie).not.toBe(cookie);
  });

  it('signs in whom the subject names, keeps where they were heading, and records it', async () => {
    const { actor } = await addTestCustomer([{}], { oidcSubject: 'cif-4711' });
    const { query, cookie } = await travel('cif-4711', '/enroll/abc/review');
    const { token, next } = await finishProviderSignIn(query, cookie, {
      address: '192.0.2.1',
      userAgent: 'test',
    });
    expect(next).toBe('/enroll/abc/review');
    const open = await openSession(token, true);
    expect(open?.customerId).toBe(actor.customer.id);
    expect((await outcomes()).at(-1)).toBe('ok');
  });

  it('AU-13: never leads to another site', async () => {
    await addTestCustomer([{}], { oidcSubject: 'cif-next' });
    const { query, cookie } = await travel('cif-next', '//evil.example/');
    expect((await finishProviderSignIn(query, cookie, NOBODY)).next).toBe('/cards');
  });

  it('knows nobody by a subject that is no customer, and records the try', async () => {
    const { query, cookie } = await travel('cif-of-a-stranger');
    expect(await code(finishProviderSignIn(query, cookie, NOBODY))).toBe('UNKNOWN_CUSTOMER');
    expect(await outcomes()).toEqual(['unknown_subject']);
    expect(await database().$count(sessions)).toBe(0);
    expect(lines.join('')).not.toContain('cif-of-a-stranger');
  });

  it('takes a code once: neither the same return again nor the code under another sign-in’s state', async () => {
    await addTestCustomer([{}], { oidcSubject: 'cif-replay' });
    const { query, cookie } = await travel('cif-replay');
    expect(await code(finishProviderSignIn(query, cookie, NOBODY))).toBe('ok');
    expect(await code(finishProviderSignIn(query, cookie, NOBODY))).toBe('SIGN_IN_FAILED');

    const stolen = new URLSearchParams((await travel('cif-replay')).query);
    const mine = await setOut();
    const kept = openProviderState(mine.cookie, Date.now());
    stolen.set('state', kept?.state ?? '');
    expect(await code(finishProviderSignIn(`?${stolen.toString()}`, mine.cookie, NOBODY))).toBe(
      'SIGN_IN_FAILED',
    );
  });

  it('refuses what another browser began, a changed state, a changed cookie, none, and one that is too old', async () => {
    await addTestCustomer([{}], { oidcSubject: 'cif-state' });
    const { query, cookie } = await travel('cif-state');
    const stale = 'SIGN_IN_STALE';
    expect(await code(finishProviderSignIn(query, (await setOut()).cookie, NOBODY))).toBe(stale);
    expect(await code(finishProviderSignIn(query, undefined, NOBODY))).toBe(stale);
    expect(await code(finishProviderSignIn(query, `${cookie.slice(0, -4)}AAAA`, NOBODY))).toBe(stale);
    expect(await code(finishProviderSignIn(query.replace(/state=[^&]+/, 'state=x'), cookie, NOBODY))).toBe(
      stale,
    );
    expect(await code(finishProviderSignIn('', cookie, NOBODY))).toBe(stale);
    const late = Date.now() + PROVIDER_STATE_SECONDS * 1000 + 1;
    expect(openProviderState(cookie, late)).toBeNull();
    expect(await code(finishProviderSignIn(query, cookie, NOBODY))).toBe('ok');
  });

  it('refuses an ID token for another nonce, and a code without its verifier', async () => {
    await addTestCustomer([{}], { oidcSubject: 'cif-nonce' });
    for (const part of ['nonce', 'codeVerifier'] as const) {
      const { query, cookie } = await travel('cif-nonce');
      const kept = openProviderState(cookie, Date.now());
      if (kept === null) throw new Error('nothing kept');
      const changed = sealProviderState({ ...kept, [part]: 'x'.repeat(43) });
      expect(await code(finishProviderSignIn(query, changed, NOBODY))).toBe('SIGN_IN_FAILED');
    }
    expect(await database().$count(sessions)).toBe(1);
  });

  it('refuses an answer in another issuer’s name (RFC 9207)', async () => {
    const { query, cookie } = await travel('cif-issuer');
    const renamed = new URLSearchParams(query);
    renamed.set('iss', 'https://other.example');
    expect(await code(finishProviderSignIn(`?${renamed.toString()}`, cookie, NOBODY))).toBe('SIGN_IN_FAILED');
  });

  const forgeries: [string, Record<string, unknown>, boolean, string][] = [
    ['that is right in everything (so that the others mean something)', {}, true, 'ok'],
    ['of another issuer', { iss: 'https://other.example' }, true, 'SIGN_IN_FAILED'],
    ['for another client', { aud: 'another-client' }, true, 'SIGN_IN_FAILED'],
    ['for two clients, issued to the other one', { aud: [CLIENT.id, 'b'], azp: 'b' }, true, 'SIGN_IN_FAILED'],
    ['for another nonce', { nonce: 'n'.repeat(43) }, true, 'SIGN_IN_FAILED'],
    ['without a nonce', { nonce: undefined }, true, 'SIGN_IN_FAILED'],
    ['that has expired', { exp: Math.floor(Date.now() / 1000) - 600 }, true, 'SIGN_IN_FAILED'],
    ['without a subject', { sub: undefined }, true, 'SIGN_IN_FAILED'],
    ['with somebody else’s signature', {}, false, 'SIGN_IN_FAILED'],
  ];
  it.each(forgeries)('judges an ID token %s', async (_title, claims, ownKey, expected) => {
    await addTestCustomer([{}], { oidcSubject: 'cif-forged' });
    const { query, cookie } = await travel('cif-forged');
    const key = ownKey ? provider.signingKey : generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const now = Math.floor(Date.now() / 1000);
    const idToken = await new SignJWT({
      iss: provider.issuer,
      aud: CLIENT.id,
      sub: 'cif-forged',
      iat: now,
      exp: now + 60,
      nonce: openProviderState(cookie, Date.now())?.nonce,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: KEY_ID })
      .sign(key);
    provider.meddle((request, response) => {
      if (!request.url?.startsWith('/token')) return false;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ access_token: 'x', token_type: 'Bearer', id_token: idToken }));
      return true;
    });
    expect(await code(finishProviderSignIn(query, cookie, NOBODY))).toBe(expected);
    provider.meddle(null);
  });

  it('says so when the person turned back over there, or when the provider had a fault of its own', async () => {
    const answers: [string, string][] = [
      ['access_denied', 'SIGN_IN_CANCELLED'],
      ['server_error', 'SIGN_IN_FAILED'],
    ];
    for (const [error, expected] of answers) {
      const { cookie } = await setOut();
      const kept = openProviderState(cookie, Date.now());
      const query = new URLSearchParams({
        error,
        error_description: 'card 5123450000000016 <b>',
        state: kept?.state ?? '',
        iss: provider.issuer,
      });
      expect(await code(finishProviderSignIn(`?${query.toString()}`, cookie, NOBODY))).toBe(expected);
    }
    expect(lines.join('')).toContain('server_error');
    expect(lines.join('')).not.toMatch(/512345|<b>/);
  });

  it('says so when the provider is gone, and goes on when it is back', async () => {
    await addTestCustomer([{}], { oidcSubject: 'cif-gone' });
    const { query, cookie } = await travel('cif-gone');
    provider.meddle((request) => {
      request.socket.destroy();
      return true;
    });
    expect(await code(finishProviderSignIn(query, cookie, NOBODY))).toBe('SIGN_IN_UNREACHABLE');
    provider.meddle(null);
    expect(await code(finishProviderSignIn(query, cookie, NOBODY))).toBe('ok');
  });

  it('signs out over there too: the ID token is kept sealed while the session is open, also after a step-up', async () => {
    const { actor } = await addTestCustomer([{}], { oidcSubject: 'cif-out' });
    const { url, cookie } = await setOut();
    const visit = new ProviderVisit();
    const back = await visit.signIn(url, 'cif-out', PORTAL);
    const { token } = await finishProviderSignIn(new URL(back).search, cookie, NOBODY);
    const first = await openSession(token, false);
    const renewed = await replaceSession(first?.idHash ?? '', actor.customer.id, new Date());
    const open = await openSession(renewed ?? '', false);
    const idToken = (await idTokenOf(open?.idHash ?? '')) ?? '';
    const [row] = await database()
      .select()
      .from(sessions)
      .where(eq(sessions.idHash, open?.idHash ?? ''));
    expect(row?.idTokenSealed?.toString('latin1')).not.toContain(idToken.slice(0, 20));
    expect(await idTokenOf(first?.idHash ?? '')).toBeNull();

    const out = (await providerSignOutUrl(idToken)) ?? '';
    expect(new URL(out).origin).toBe(provider.issuer);
    const page = await visit.get(out);
    const left = await visit.submit(await page.text(), '');
    expect(left.headers.get('location')).toBe(`${PORTAL}/login?notice=signed_out`);
  });
});
