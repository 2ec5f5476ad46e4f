/** @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono';
import { callbackAddress, formActionSource } from '@/sandbox/click-to-pay/callback';
import { refusalWords } from '@/sandbox/click-to-pay/end-pages';
import { judgeHandOver, type Refusal } from '@/sandbox/click-to-pay/hand-over';
import { noteHandOver, noteReturn } from '@/sandbox/click-to-pay/journal-notes';
import { cancel, finish, newJourney, standingOf } from '@/sandbox/click-to-pay/journey';
import { receiptsOf, resultsOf } from '@/sandbox/click-to-pay/settle';
import { backToBank, page, seeOther } from '@/sandbox/pages/respond';
import type { Journey } from '@/sandbox/store/records';
import type { TokenRequestor } from '@/sandbox/token-connect/token-requestors';
import type { World } from '@/sandbox/world';
import { AskPage, EndPage, WalletRefusalPage } from './pages';

/** One question, no profile, no code: how every token requestor but Click to Pay is played. Mounted at its own path. */
export function walletRoutes(world: World, requestor: TokenRequestor, path: string): Hono {
  const app = new Hono();
  const refuse = (refusal: Refusal) =>
    page(<WalletRefusalPage requestor={requestor} refusal={refusal} />, {
      status: refusalWords(refusal.reason).status,
    });
  const unknown = () => refuse({ reason: 'nothing-handed-over', locale: 'en_US' });
  const find = (c: Context): Journey | undefined => {
    const journey = world.store.journey(c.req.param('id') ?? '');
    return journey?.tokenRequestorId === requestor.tokenRequestorId ? journey : undefined;
  };
  const goBack = (c: Context, journey: Journey): Response => {
    const address = callbackAddress(journey.callbackURL, resultsOf(world, journey));
    noteReturn(world, c.req.raw, journey, address);
    return backToBank(address);
  };

  app.get('/', (c) => {
    const result = judgeHandOver(world, requestor.tokenRequestorId, new URL(c.req.url).searchParams);
    noteHandOver(
      world,
      c.req.raw,
      result,
      'refused' in result ? refusalWords(result.refused.reason).status : 303,
    );
    if ('refused' in result) return refuse(result.refused);
    const journey = world.store.saveJourney(newJourney(world, requestor.tokenRequestorId, result.accepted));
    return seeOther(`${path}/${journey.id}`);
  });
  app.get('/:id', (c) => {
    const journey = find(c);
    if (journey === undefined) return unknown();
    const view = { requestor, journey, receipts: receiptsOf(world, journey), path };
    const open = journey.stage === 'details';
    const standing = open ? standingOf(world, journey) : 'open';
    if (standing !== 'open') {
      const { locale, bankName, callbackURL } = journey;
      const results = standing === 'used' ? resultsOf(world, journey) : [];
      return refuse({ reason: standing, locale, bankName, returnTo: callbackAddress(callbackURL, results) });
    }
    return page(open ? <AskPage {...view} /> : <EndPage {...view} />, {
      formAction: formActionSource(journey.callbackURL),
    });
  });
  app.post('/:id/approve', (c) => {
    const journey = find(c);
    if (journey === undefined) return unknown();
    if (journey.stage === 'details' && standingOf(world, journey) === 'open') finish(world, journey, false);
    return seeOther(`${path}/${journey.id}`);
  });
  app.post('/:id/cancel', (c) => {
    const journey = find(c);
    if (journey === undefined) return unknown();
    const open = journey.stage === 'details' && standingOf(world, journey) !== 'used';
    return goBack(c, open ? cancel(world, journey) : journey);
  });
  app.get('/:id/return', (c) => {
    const journey = find(c);
    if (journey === undefined) return unknown();
    return journey.stage === 'details' ? seeOther(`${path}/${journey.id}`) : goBack(c, journey);
  });
  return app;
}
