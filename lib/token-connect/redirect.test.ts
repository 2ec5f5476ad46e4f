import { describe, expect, it } from 'vitest';
import { goldenRedirects } from '@/lib/testing/token-connect-vectors/golden-redirects';
import type { PushOutcome } from './push-multiple-accounts';
import {
  buildSignedRedirect,
  buildUnsignedRedirect,
  chooseHandOff,
  universalLink,
  type HandOffContext,
} from './redirect';

const { signed, unsigned } = goldenRedirects;
const uri = 'https://src.mastercard.com/provision';

const ctx: HandOffContext = {
  allowedHosts: ['src.mastercard.com', '127.0.0.1:4010', 'bank.example:8443'],
  allowHttpLoopback: true,
  clickToPay: true,
  locale: 'en_US',
  callbackUrl: 'https://partnerbank.com/tokenization-results',
  accountHolderDataSupplied: true,
};

const outcome: PushOutcome = {
  responseId: 'r',
  accounts: [{ pushAccountId: '1', receipt: 'MCC-STL-04FB7337-2308-4312-9433-C608BC1C391B' }],
  pushMethods: [{ type: 'WEB', uri }],
  signature: signed.signature,
  signatureSupported: true,
  droppedReceipts: 0,
};

const sentTo = (method: string) =>
  chooseHandOff({ ...outcome, pushMethods: [{ type: 'WEB', uri: method }] }, ctx);

describe('the redirection URL', () => {
  it('rebuilds the published signed sample to the byte', () => {
    const url = buildSignedRedirect({ uri, signature: signed.signature, locale: 'en_US', extFlow: true });
    expect(url.href).toBe(signed.url);
    expect(chooseHandOff(outcome, ctx)).toEqual({ ok: true, url: signed.url });
  });

  it('rebuilds the published unsigned sample to the byte', () => {
    const url = buildUnsignedRedirect({
      uri,
      receipts: ['MCC-STL-04FB7337-2308-4312-9433-C608BC1C391B'],
      accountHolderDataSupplied: true,
      locale: 'en_US',
      completeIssuerAppActivation: false,
      completeWebsiteActivation: false,
      extFlow: true,
      callbackUrl: ctx.callbackUrl,
    });
    expect(url.href).toBe(unsigned.url);
    const { signature: _, ...withoutSignature } = outcome;
    const handOff = chooseHandOff({ ...withoutSignature, signatureSupported: false }, ctx);
    expect(handOff).toEqual({ ok: true, url: unsigned.url });
  });

  it('joins several receipts by a comma and leaves extFlow to Click to Pay', () => {
    const accounts = ['MCC-1', 'DMC-2'].map((receipt) => ({ pushAccountId: receipt, receipt }));
    const refused = { pushAccountId: '3', refusal: { source: 'INPUT', reasonCode: 'ACCOUNT_INELIGIBLE' } };
    const several = { ...outcome, accounts: [...accounts, refused], signatureSupported: false };
    const handOff = chooseHandOff(several, { ...ctx, clickToPay: false });
    const url = new URL(handOff.ok ? handOff.url : '');
    expect(url.search).toContain('pushAccountReceipts=MCC-1%2CDMC-2&');
    expect(url.searchParams.has('extFlow')).toBe(false);
  });

  it('keeps the query of the push URI and replaces any parameter of ours that is smuggled into it', () => {
    const handOff = sentTo(`${uri}?a=b&callbackURL=https%3A%2F%2Fevil.example&pushAccountData=x&locale=xx`);
    expect(handOff).toEqual({ ok: true, url: signed.url.replace('?', '?a=b&') });
  });
});

describe('the choice of the hand-off', () => {
  it('F18: takes the first WEB method on the allow-list, whatever else is offered', () => {
    const pushMethods = [
      { type: 'IOS', uri: 'app://x.y.z/p' },
      { type: 'HOLOGRAM', uri },
      { type: 'WEB', uri: 'https://elsewhere.example/provision' },
      { type: 'WEB', uri },
    ];
    expect(chooseHandOff({ ...outcome, pushMethods }, ctx)).toEqual({ ok: true, url: signed.url });
    const reason = 'no_web_method';
    const apps = pushMethods.slice(0, 2);
    expect(chooseHandOff({ ...outcome, pushMethods: apps }, ctx)).toEqual({ ok: false, reason });
  });

  it('goes nowhere without the signature that the token requestor would check, or with a wrong one', () => {
    const { signature: _, ...without } = outcome;
    expect(chooseHandOff(without, ctx)).toEqual({ ok: false, reason: 'signature_missing' });
    const invalid = { ok: false, reason: 'signature_invalid' };
    expect(chooseHandOff({ ...outcome, signatureVerified: false }, ctx)).toEqual(invalid);
    expect(chooseHandOff({ ...outcome, signature: 'a.b.c&callbackURL=x' }, ctx)).toEqual(invalid);
  });

  it.each([
    'https://src.mastercard.com:443/provision',
    'https://SRC.mastercard.com/provision',
    'https://bank.example:8443/x',
    'http://127.0.0.1:4010/provision',
  ])('accepts an exact host: %s', (good) => expect(sentTo(good).ok).toBe(true));

  it.each([
    'http://src.mastercard.com/provision',
    'http://bank.example:8443/x',
    'https://src.mastercard.com:444/provision',
    'https://bank.example/x',
    'https://127.0.0.1/provision',
    'http://127.0.0.1:4011/provision',
    'http://localhost:4010/provision',
    'https://src.mastercard.com./provision',
    'https://src.mastercard.com.evil.example/provision',
    'https://evil.example/src.mastercard.com',
    'https://evil.example?src.mastercard.com',
    'https://src.mastercard.com@evil.example/provision',
    'https://evil.example@src.mastercard.com/provision',
    'https://@src.mastercard.com/provision',
    'https://:@src.mastercard.com/provision',
    'https:user@src.mastercard.com/provision',
    'https:src.mastercard.com/provision',
    'https:///src.mastercard.com/provision',
    'https://evil.example\\@src.mastercard.com/provision',
    'https:\\\\src.mastercard.com\\provision',
    'https://src.mastercard.com/provision#fragment',
    'https://src.mastercard.com/provision#',
    'https://src.mastercard.com/pro vision',
    ' https://src.mastercard.com/provision',
    'https://src.mastercard.com/provision\n',
    'ht\ttps://src.mastercard.com/provision',
    'https://srс.mastercard.com/provision',
    'https://src。mastercard.com/provision',
    'javascript:alert(1)//src.mastercard.com',
    'data:text/html,src.mastercard.com',
    'ftp://src.mastercard.com/provision',
    'blob:https://src.mastercard.com/provision',
    '//src.mastercard.com/provision',
    '/provision',
    'src.mastercard.com/provision',
    'https://',
    'https://[src.mastercard.com]/provision',
  ])('PU-10, F19: refuses a hostile push URI: %j', (hostile) => {
    expect(sentTo(hostile)).toEqual({ ok: false, reason: 'hostile_uri' });
  });

  it('refuses plain http to this machine where that is not allowed', () => {
    const pushMethods = [{ type: 'WEB', uri: 'http://127.0.0.1:4010/provision' }];
    const strict = { ...ctx, allowHttpLoopback: false };
    expect(chooseHandOff({ ...outcome, pushMethods }, strict)).toEqual({ ok: false, reason: 'hostile_uri' });
  });

  it('opens an app by an https address of a known host alone, never by a scheme that any app may claim', () => {
    const link = (type: string, uri: string) => universalLink([{ type, uri }], ctx);
    expect(link('IOS', 'https://src.mastercard.com/app')).toBe('https://src.mastercard.com/app');
    expect(link('ANDROID', 'https://src.mastercard.com/app')).toBe('https://src.mastercard.com/app');
    expect(link('WEB', 'https://src.mastercard.com/app')).toBeNull();
    for (const uri of [
      'wallet://push',
      'intent://push#Intent;end',
      'https://evil.example/app',
      'javascript:alert(1)',
    ])
      expect(link('IOS', uri)).toBeNull();
  });
});
