/** @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono';
import { callbackAddress, formActionSource } from '@/sandbox/click-to-pay/callback';
import { refusalStatus } from '@/sandbox/click-to-pay/end-pages';
import { judgeHandOver, type Refusal } from '@/sandbox/click-to-pay/hand-over';
import { localeOf } from '@/sandbox/click-to-pay/language';
import { noteHandOver, noteReturn } from '@/sandbox/click-to-pay/journal-notes';
import { cancel, finish, newJourney, standingOf } from '@/sandbox/click-to-pay/journey';
import { receiptsOf, resultsOf } from '@/sandbox/click-to-pay/journey-receipts';
import { cookieFor } from '@/sandbox/click-to-pay/cookies';
import { playChoices, stripFor } from '@/sandbox/click-to-pay/presenter';
import { returnAddress } from '@/sandbox/click-to-pay/return-address';
import { formFields } from '@/sandbox/pages/form-fields';
import { backToBank, page, seeOther } from '@/sandbox/pages/respond';
import type { Journey } from '@/sandbox/store/records';
import type { TokenRequestor } from '@/sandbox/token-connect/token-requestors';
import type { World } from '@/sandbox/world';
import { AppPage, AskPage, EndPage, WalletRefusalPage } from './pages';

/** One token requestor's pages and where they are. */
interface Wallet {
  readonly world: World;
  readonly requestor: TokenRequestor;
  readonly path: string;
}

function refuse({ requestor }: Wallet, refusal: Refusal): Promise<Response> {
  return page(<WalletRefusalPage requestor={requestor} refusal={refusal} />, {
    status: refusalStatus(refusal.reason),
  });
}

/** Somebody who came without a hand-over. */
function lost(wallet: Wallet, c: Context): Promise<Response> {
  return refuse(wallet, { reason: 'nothing-handed-over', locale: localeOf(c) });
}

function goBack({ world }: Wallet, c: Context, journey: Journey): Response {
  const address = returnAddress(world, journey);
  noteReturn(world, c.req.raw, journey, address);
  return backToBank(address);
}

function handedOver(wallet: Wallet, c: Context): Promise<Response> | Response {
  const { world, requestor, path } = wallet;
  const result = judgeHandOver(world, requestor.tokenRequestorId, new URL(c.req.url).searchParams);
  noteHandOver(world, c.req.raw, result, 'refused' in result ? refusalStatus(result.refused.reason) : 303);
  if ('refused' in result)
    return result.refused.reason === 'nothing-handed-over' ? lost(wallet, c) : refuse(wallet, result.refused);
  const journey = world.store.saveJourney(newJourney(world, requestor.tokenRequestorId, result.accepted));
  return seeOther(`${path}/${journey.id}`);
}

function journeyPage(wallet: Wallet, c: Context, journey: Journey): Promise<Response> {
  const { world, requestor, path } = wallet;
  const open = journey.stage === 'details';
  const standing = open ? standingOf(world, journey) : 'open';
  if (standing !== 'open') {
    const { locale, bankName, callbackURL } = journey;
    const results = standing === 'used' ? resultsOf(world, journey) : [];
    return refuse(wallet, {
      reason: standing,
      locale,
      bankName,
      returnTo: callbackAddress(callbackURL, results),
    });
  }
  const tools = stripFor(world, c, journey, path);
  const view = { requestor, journey, receipts: receiptsOf(world, journey), path, tools };
  return page(open ? <AskPage {...view} /> : <EndPage {...view} />, {
    formAction: formActionSource(journey.callbackURL),
  });
}

function approve({ world, path }: Wallet, journey: Journey): Response {
  if (journey.stage === 'details' && standingOf(world, journey) === 'open') finish(world, journey, undefined);
  return seeOther(`${path}/${journey.id}`);
}

function cancelled(wallet: Wallet, c: Context, journey: Journey): Response {
  const { world } = wallet;
  const open = journey.stage === 'details' && standingOf(world, journey) !== 'used';
  return goBack(wallet, c, open ? cancel(world, journey) : journey);
}

/** The place of an app that only a phone has. */
export function appPage(c: Context, requestor: TokenRequestor): Promise<Response> {
  return page(<AppPage requestor={requestor} locale={localeOf(c)} />);
}

/** One question, no profile, no code: how every token requestor but Click to Pay is played. Mounted at its own path. */
export function walletRoutes(world: World, requestor: TokenRequestor, path: string): Hono {
  const wallet: Wallet = { world, requestor, path };
  const app = new Hono();
  const withJourney = (c: Context, run: (journey: Journey) => Promise<Response> | Response) => {
    const journey = world.store.journey(c.req.param('id') ?? '');
    const own = journey?.tokenRequestorId === requestor.tokenRequestorId;
    return journey && own ? run(journey) : lost(wallet, c);
  };
  app.get('/', (c) => handedOver(wallet, c));
  app.get('/:id', (c) =>
    withJourney(c, (journey) =>
      c.req.query('tools') === 'off'
        ? seeOther(`${path}/${journey.id}`, { cookies: [cookieFor('tools', 'off')] })
        : journeyPage(wallet, c, journey),
    ),
  );
  app.post('/:id/play', (c) =>
    withJourney(c, async (journey) => {
      playChoices(world, c, journey, await formFields(c));
      return seeOther(`${path}/${journey.id}`);
    }),
  );
  app.post('/:id/approve', (c) => withJourney(c, (journey) => approve(wallet, journey)));
  app.post('/:id/cancel', (c) => withJourney(c, (journey) => cancelled(wallet, c, journey)));
  app.get('/:id/return', (c) =>
    withJourney(c, (journey) =>
      journey.stage === 'details' ? seeOther(`${path}/${journey.id}`) : goBack(wallet, c, journey),
    ),
  );
  return app;
}
