import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ACTIONS, ROUTES } from '../access';
import { builtActions, builtRoutes, withoutProxy } from './build-manifests';
import { importCustomer, signIn, type ImportedCustomer } from './customer';
import { startPortal, type BuiltPortal } from './portal';

const root = inject('root');
const postgresUrl = inject('postgresUrl');
const routes = builtRoutes(root);
const actions = builtActions(root);
/** Any well-formed id: whether it exists is never said to a stranger. */
const withIds = (route: string) =>
  route
    .replace('[...nextauth]', 'session')
    .replace('[page]', 'privacy')
    .replace(/\[\w+\]/g, 'V1StGXR8Z5jdHi6BmyTabcdefghijklm');
const protectedRoutes = routes.filter((route) => ROUTES[route] === 'sign-in' || ROUTES[route] === '401');
/** An action that is written inside a page has the compiler's name; the table has it under the name in the source. */
const nameOf = (name: string, file: string) =>
  name.startsWith('$$') && file.includes('parked') ? 'applyParked' : name;

describe('the access table', () => {
  it('AZ-01 knows every page and route of the build', () => {
    expect(routes.filter((route) => !(route in ROUTES))).toEqual([]);
    expect(routes.length).toBeGreaterThan(20);
  });

  it('AZ-01 knows every server action of the build', () => {
    expect(actions.map(({ name, file }) => nameOf(name, file)).filter((name) => !(name in ACTIONS))).toEqual(
      [],
    );
    expect(actions.length).toBeGreaterThan(10);
  });
});

/** As a state, as a redirect to the sign-in page, or as nothing left of the session. */
const REFUSED = /\/login|"SIGNED_OUT"|"failed":true|^1:null$/m;

describe.skipIf(postgresUrl === null)('with the proxy taken out of the build', () => {
  let bare: string;
  let portal: BuiltPortal;
  let customer: ImportedCustomer;
  let live: string;
  let ended: string;

  beforeAll(async () => {
    bare = withoutProxy(root);
    portal = await startPortal({}, bare);
    customer = await importCustomer(portal);
    ended = (await signIn(portal, customer)).cookie;
    const signOut = actions.find(({ name }) => name === 'signOutAction');
    await portal.ask('/cards', {
      method: 'POST',
      body: '[]',
      headers: {
        cookie: ended,
        'next-action': signOut?.id ?? '',
        'content-type': 'text/plain;charset=UTF-8',
      },
    });
    live = (await signIn(portal, customer)).cookie;
  });
  afterAll(async () => {
    await portal.stop();
    rmSync(bare, { recursive: true, force: true });
  });

  it('AZ-01 the proxy is out: no policy, no check of the origin', async () => {
    expect((await portal.ask('/login')).headers['content-security-policy']).toBeUndefined();
  });

  it('AZ-01 a session that is open sees its cards, so that the refusals below mean something', async () => {
    const { status, body } = await portal.ask('/cards', { headers: { cookie: live } });
    expect(status).toBe(200);
    expect(body).toContain(customer.last4);
    expect(body).not.toContain(customer.accountNumber);
  });

  const strangers: [string, () => Record<string, string>][] = [
    ['no cookie', () => ({})],
    ['the cookie of a session that was signed out', () => ({ cookie: ended })],
    ['a cookie of one’s own making', () => ({ cookie: `__Host-session=${'a'.repeat(200)}` })],
    [
      'the header that once switched the proxy off',
      () => ({ 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' }),
    ],
    ['the headers the proxy sets', () => ({ 'x-nonce': 'a', 'x-portal-path': '/cards' })],
  ];
  const shapes: [string, Record<string, string>][] = [
    ['a document', {}],
    ['a payload', { rsc: '1' }],
    ['a prefetch', { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }],
  ];

  it.each(protectedRoutes)('AZ-01 AU-03 %s gives nothing without an open session', async (route) => {
    const target = withIds(route);
    const method = route.endsWith('/go') ? 'POST' : 'GET';
    for (const [who, cookie] of strangers)
      for (const [what, shape] of shapes) {
        const { status, headers, body } = await portal.ask(target, {
          method,
          headers: { ...cookie(), ...shape },
        });
        const told = `${who}, ${what}: ${String(status)}`;
        expect(body, told).not.toContain(customer.familyName);
        expect(body, told).not.toContain(customer.last4);
        // Next sends a payload request for a route handler to its address once more, which then says 401.
        if (ROUTES[route] === '401')
          expect(what === 'a document' ? [401] : [401, 307], told).toContain(status);
        else if (what === 'a document')
          expect([status >= 300 && status < 400, headers.location ?? body.slice(0, 200)], told).toEqual([
            true,
            expect.stringMatching(/^\/(login|cards)/),
          ]);
      }
  });

  it.each(
    actions
      .filter(({ name, file }) => ACTIONS[nameOf(name, file)] === 'signed-in')
      .map((action) => [action.name, action] as const),
  )('AZ-01 AU-03 the action %s does nothing without an open session', async (_name, action) => {
    for (const [who, cookie] of strangers) {
      const answer = await portal.ask(withIds(action.pages[0] ?? '/'), {
        method: 'POST',
        body: '[]',
        headers: { ...cookie(), 'next-action': action.id, 'content-type': 'text/plain;charset=UTF-8' },
      });
      expect(answer.body, who).not.toContain(customer.familyName);
      expect(answer.body, who).not.toContain(customer.last4);
      expect(
        answer.setCookies.filter((line) => line.startsWith('__Host-session=')),
        who,
      ).toEqual([]);
      expect(`${answer.headers['x-action-redirect'] ?? ''} ${answer.body}`, who).toMatch(REFUSED);
    }
  });

  it('AZ-01 next-auth says nothing about a session that is over', async () => {
    for (const cookie of ['', ended]) {
      const { body } = await portal.ask('/api/auth/session', { headers: { cookie } });
      expect(body).not.toContain('Robin');
    }
    expect((await portal.ask('/api/auth/session', { headers: { cookie: live } })).body).toContain('Robin');
  });
});

describe.skipIf(postgresUrl === null)('the session’s cookie', () => {
  it('AU-01 AU-14 over https is __Host-session: Secure, HttpOnly, Lax, whole site, no end date', async () => {
    const portal = await startPortal();
    const { answer } = await signIn(portal, await importCustomer(portal));
    await portal.stop();
    const line = answer.setCookies.find((cookie) => cookie.startsWith('__Host-session='));
    const attributes = (line ?? '')
      .split('; ')
      .slice(1)
      .map((part) => part.toLowerCase());
    expect(attributes.sort()).toEqual(['httponly', 'path=/', 'samesite=lax', 'secure']);
  });
});
