/** @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono';
import { cookieOf, noCookie } from '@/sandbox/click-to-pay/cookies';
import { localeOf } from '@/sandbox/click-to-pay/language';
import { hashOf } from '@/sandbox/click-to-pay/remembered';
import { formFields } from '@/sandbox/pages/form-fields';
import { page, seeOther } from '@/sandbox/pages/respond';
import { CLICK_TO_PAY_ID } from '@/sandbox/token-connect/token-requestors';
import type { World } from '@/sandbox/world';
import { leaveBrowser, whoIs, type Person } from './person';
import { DeletedPage, ProfilePage } from './profile-page';
import { handleOf } from './token-handle';

type Answer = Promise<Response> | Response;

function profilePage(world: World, c: Context, person: Person, locale: string): Promise<Response> {
  const { email } = person;
  const done = c.req.query('done');
  const token = cookieOf(c, 'remembered');
  const view = {
    person,
    locale,
    cards: [...world.store.tokensOf(CLICK_TO_PAY_ID, email)].reverse(),
    orders: world.store.orders
      .values()
      .filter(({ payment }) => payment?.email === email)
      .reverse(),
    browsers: world.store.rememberedOf(email),
    thisBrowser: token === undefined ? undefined : hashOf(token),
    notice: done === 'removed' || done === 'forgotten' ? done : undefined,
  } as const;
  return page(<ProfilePage view={view} />);
}

/** Forgets one browser or all; the one in front may go on until its session ends. */
function forget(world: World, { email }: Person, which: string | undefined): void {
  const browsers = world.store.rememberedOf(email);
  for (const { tokenHash } of browsers.filter((one) => which === 'all' || one.tokenHash === which))
    world.store.forget(tokenHash);
}

/** Everything of one person, at Click to Pay alone: what other token requestors hold is theirs. */
function deleteProfile(world: World, person: Person): void {
  const { email } = person;
  for (const token of world.store.tokensOf(CLICK_TO_PAY_ID, email)) world.store.removeToken(token);
  for (const { id, payment } of world.store.orders.values())
    if (payment?.email === email) world.store.orders.remove(id);
  for (const session of world.store.sessions.values())
    if (session.email === email) world.store.sessions.remove(session.tokenHash);
  forget(world, person, 'all');
  world.store.removeProfile(email);
}

/** What somebody has saved at Click to Pay: seen and changed after a code, or in a remembered browser. */
export function profileRoutes(world: World): Hono {
  const app = new Hono();
  const forPerson = (c: Context, run: (person: Person, locale: string) => Answer): Answer => {
    const locale = localeOf(c);
    const person = whoIs(world, c);
    return person === undefined ? seeOther(`/sign-in?next=/profile&locale=${locale}`) : run(person, locale);
  };
  app.get('/', (c) => forPerson(c, (person, locale) => profilePage(world, c, person, locale)));
  app.get('/gone', (c) => page(<DeletedPage locale={localeOf(c)} />));
  app.post('/remove', (c) =>
    forPerson(c, async ({ email }, locale) => {
      const { card } = await formFields(c);
      const token = world.store.tokensOf(CLICK_TO_PAY_ID, email).find((one) => handleOf(one) === card);
      if (token !== undefined) world.store.removeToken(token);
      return seeOther(`/profile?done=removed&locale=${locale}`);
    }),
  );
  app.post('/forget', (c) =>
    forPerson(c, async (person, locale) => {
      const { browser } = await formFields(c);
      forget(world, person, browser);
      return seeOther(`/profile?done=forgotten&locale=${locale}`);
    }),
  );
  app.post('/delete', (c) =>
    forPerson(c, (person, locale) => {
      deleteProfile(world, person);
      const cookies = [noCookie('session'), noCookie('remembered')];
      return seeOther(`/profile/gone?locale=${locale}`, { cookies });
    }),
  );
  app.post('/sign-out', (c) =>
    forPerson(c, (_, locale) =>
      seeOther(`/sign-in?next=/profile&locale=${locale}`, { cookies: leaveBrowser(world, c) }),
    ),
  );
  return app;
}
