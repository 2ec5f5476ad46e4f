/** @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono';
import { cookieFor } from '@/sandbox/click-to-pay/cookies';
import { localeOf } from '@/sandbox/click-to-pay/language';
import { browserName, rememberBrowser } from '@/sandbox/click-to-pay/remembered';
import { startSession } from '@/sandbox/click-to-pay/session';
import { readEmail } from '@/sandbox/click-to-pay/typed-contact';
import { formFields } from '@/sandbox/pages/form-fields';
import { page, seeOther } from '@/sandbox/pages/respond';
import type { SignIn } from '@/sandbox/store/records';
import { money, wordsFor } from '@/sandbox/words/words';
import type { World } from '@/sandbox/world';
import { askAgain, askForCode, openSignIn, sentCode, trySignIn } from './sign-in';
import { EmailPage, SignInCodePage, SignInOverPage, type Purpose } from './sign-in-pages';

type Form = Readonly<Record<string, string | undefined>>;

function purposeOf(world: World, { next, locale }: SignIn): Purpose {
  const words = wordsFor(locale);
  const order = next.startsWith('/pay/') ? world.store.orders.get(next.slice('/pay/'.length)) : undefined;
  if (order === undefined)
    return { lead: words.signIn.lead, outHref: `/about?locale=${locale}`, out: words.signIn.cancel };
  const amount = money(locale, order.amountMinor, order.currency);
  return {
    lead: words.pay.signInLead(amount, words.shop.name),
    outHref: `/shop?cancelled=yes&locale=${locale}`,
    out: words.pay.cancel(words.shop.name),
  };
}

function faultOf(notice: string | undefined, signIn: SignIn): string | undefined {
  const { code } = wordsFor(signIn.locale);
  if (notice === 'wrong') return code.wrong(signIn.triesLeft);
  return notice === 'expired' ? code.expired : undefined;
}

function signInPage(world: World, signIn: SignIn, notice: string | undefined): Promise<Response> {
  const purpose = purposeOf(world, signIn);
  switch (signIn.stage) {
    case 'email':
      return page(<EmailPage signIn={signIn} purpose={purpose} />);
    case 'code':
      return page(
        <SignInCodePage
          signIn={signIn}
          purpose={purpose}
          name={world.store.profile(signIn.email ?? '')?.name}
          message={sentCode(world, signIn)}
          fault={faultOf(notice, signIn)}
        />,
      );
    case 'locked':
    case 'done':
      return page(<SignInOverPage signIn={signIn} purpose={purpose} locked={signIn.stage === 'locked'} />);
  }
}

function emailStep(world: World, signIn: SignIn, form: Form): Promise<Response> | Response {
  const email = readEmail(form['email']);
  if (email !== undefined && askForCode(world, signIn, email) !== undefined)
    return seeOther(`/sign-in/${signIn.id}`);
  return page(
    <EmailPage
      signIn={signIn}
      purpose={purposeOf(world, signIn)}
      typed={form['email'] ?? ''}
      fault={email === undefined ? 'malformed' : 'unknown'}
    />,
  );
}

function codeStep(world: World, c: Context, signIn: SignIn, form: Form): Response {
  const verdict = trySignIn(world, signIn, form['code'] ?? '');
  const { email, next, locale } = signIn;
  if (verdict !== 'right' || email === undefined)
    return seeOther(`/sign-in/${signIn.id}${verdict === 'locked' ? '' : `?code=${verdict}`}`);
  const remembered =
    form['remember'] === 'yes'
      ? [cookieFor('remembered', rememberBrowser(world, email, browserName(c.req.header('user-agent'))))]
      : [];
  return seeOther(`${next}?locale=${locale}`, {
    cookies: [cookieFor('session', startSession(world, email)), ...remembered],
  });
}

/** Signing in to Click to Pay outside a bank's journey: for the profile and for the checkout. */
export function signInRoutes(world: World): Hono {
  const app = new Hono();
  const begin = (c: Context, next: string | undefined) =>
    seeOther(`/sign-in/${openSignIn(world, next, localeOf(c)).id}`);
  const step = async (
    c: Context,
    stage: SignIn['stage'],
    run: (signIn: SignIn, form: Form) => Promise<Response> | Response,
  ) => {
    const signIn = world.store.signIns.get(c.req.param('id') ?? '');
    if (signIn === undefined) return begin(c, undefined);
    return signIn.stage === stage ? run(signIn, await formFields(c)) : seeOther(`/sign-in/${signIn.id}`);
  };
  app.get('/', (c) => begin(c, c.req.query('next')));
  app.get('/:id', (c) => {
    const signIn = world.store.signIns.get(c.req.param('id'));
    return signIn === undefined ? begin(c, undefined) : signInPage(world, signIn, c.req.query('code'));
  });
  app.post('/:id/email', (c) => step(c, 'email', (signIn, form) => emailStep(world, signIn, form)));
  app.post('/:id/code', (c) => step(c, 'code', (signIn, form) => codeStep(world, c, signIn, form)));
  app.post('/:id/resend', (c) =>
    step(c, 'code', (signIn, form) => {
      askAgain(world, signIn, form['channel'] === 'mobile' ? 'mobile' : 'email');
      return seeOther(`/sign-in/${signIn.id}`);
    }),
  );
  return app;
}
