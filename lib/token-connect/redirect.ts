import type { PushOutcome } from './push-multiple-accounts';

/** Every parameter either form uses: cleared from the partner's URI first, so that none can be smuggled in. */
const OUR_PARAMETERS = [
  'pushAccountData',
  'pushAccountReceipts',
  'pushAccountReceipt',
  'accountHolderDataSupplied',
  'locale',
  'completeIssuerAppActivation',
  'completeWebsiteActivation',
  'extFlow',
  'callbackURL',
  'callbackRequired',
];

const COMPACT_JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * The signed form: everything that matters is inside the signature, the callback included (spec section 6.2).
 * @param p.uri of the push response; checked by {@link chooseHandOff}, not here.
 * @param p.signature exactly as MDES returned it.
 */
export function buildSignedRedirect(p: {
  uri: string;
  signature: string;
  locale: string;
  extFlow: boolean;
}): URL {
  const url = withoutOurParameters(p.uri);
  url.searchParams.set('pushAccountData', p.signature);
  url.searchParams.set('locale', p.locale);
  if (p.extFlow) url.searchParams.set('extFlow', 'true');
  return url;
}

/**
 * The unsigned form, for token requestors that verify no signature (spec section 6.4). The order of the parameters
 * is that of Mastercard's published sample. Several receipts are joined by a comma, which the URL parser writes as
 * `%2C`; token requestors must accept both.
 */
export function buildUnsignedRedirect(p: {
  uri: string;
  receipts: string[];
  accountHolderDataSupplied: boolean;
  locale: string;
  completeIssuerAppActivation: boolean;
  completeWebsiteActivation: boolean;
  extFlow: boolean;
  callbackUrl: string;
}): URL {
  const url = withoutOurParameters(p.uri);
  url.searchParams.set('pushAccountReceipts', p.receipts.join(','));
  url.searchParams.set('accountHolderDataSupplied', String(p.accountHolderDataSupplied));
  url.searchParams.set('locale', p.locale);
  url.searchParams.set('completeIssuerAppActivation', String(p.completeIssuerAppActivation));
  url.searchParams.set('completeWebsiteActivation', String(p.completeWebsiteActivation));
  if (p.extFlow) url.searchParams.set('extFlow', 'true');
  url.searchParams.set('callbackURL', p.callbackUrl);
  return url;
}

export interface AllowedHosts {
  /** Exact hosts (`host` or `host:port`) to which a browser may be sent. */
  allowedHosts: string[];
  /** Plain http to this machine, for a sandbox beside the portal. */
  allowHttpLoopback: boolean;
}

export interface HandOffContext extends AllowedHosts {
  /** Adds `extFlow=true`, which only Click to Pay understands. */
  clickToPay: boolean;
  locale: string;
  callbackUrl: string;
  accountHolderDataSupplied: boolean;
}

export type HandOff =
  | { ok: true; url: string }
  | { ok: false; reason: 'no_web_method' | 'hostile_uri' | 'signature_missing' | 'signature_invalid' };

/**
 * Where to send the browser after a push: the first WEB method on the allow-list, signed wherever the token
 * requestor verifies signatures (spec section 6.1). The URI comes from outside and is trusted in nothing: https,
 * exact host and port, no userinfo, no fragment.
 */
export function chooseHandOff(outcome: PushOutcome, ctx: HandOffContext): HandOff {
  const web = outcome.pushMethods.filter((method) => method.type === 'WEB');
  if (web.length === 0) return { ok: false, reason: 'no_web_method' };
  const method = web.find((candidate) => isAllowed(candidate.uri, ctx));
  if (!method) return { ok: false, reason: 'hostile_uri' };
  const { uri } = method;
  const { locale, clickToPay: extFlow } = ctx;

  if (outcome.signatureSupported) {
    const { signature } = outcome;
    if (signature === undefined) return { ok: false, reason: 'signature_missing' };
    const refused = outcome.signatureVerified === false || !COMPACT_JWS.test(signature);
    if (refused) return { ok: false, reason: 'signature_invalid' };
    return { ok: true, url: buildSignedRedirect({ uri, signature, locale, extFlow }).href };
  }
  const receipts = outcome.accounts.flatMap((account) => ('receipt' in account ? [account.receipt] : []));
  const url = buildUnsignedRedirect({
    uri,
    receipts,
    accountHolderDataSupplied: ctx.accountHolderDataSupplied,
    locale,
    // The portal has no activation of its own to offer, so the token requestor must not send people to one.
    completeIssuerAppActivation: false,
    completeWebsiteActivation: false,
    extFlow,
    callbackUrl: ctx.callbackUrl,
  });
  return { ok: true, url: url.href };
}

function withoutOurParameters(uri: string): URL {
  const url = new URL(uri);
  for (const name of OUR_PARAMETERS) url.searchParams.delete(name);
  return url;
}

/**
 * The universal link of a token requestor that lives in an app: an app method (spec section 6.1) with an https address on the
 * allow-list, or null. A scheme of the app's own is never opened: any app may claim it.
 */
export function universalLink(
  methods: readonly { type: string; uri: string }[],
  ctx: AllowedHosts,
): string | null {
  const apps = methods.filter(({ type }) => type === 'IOS' || type === 'ANDROID');
  return apps.find(({ uri }) => isAllowed(uri, ctx))?.uri ?? null;
}

function isAllowed(uri: string, ctx: AllowedHosts): boolean {
  // Browsers repair backslashes, blanks and control characters; an honest URI has none.
  if (!/^[\x21-\x7e]+$/.test(uri) || uri.includes('\\') || uri.includes('#')) return false;
  // Scheme, two slashes and an authority without userinfo: parsers also accept less.
  if (!/^https?:\/\/[^/?@]+([/?]|$)/i.test(uri) || !URL.canParse(uri)) return false;
  const url = new URL(uri);
  const http = url.protocol === 'http:' && ctx.allowHttpLoopback && LOOPBACK.test(url.hostname);
  if (url.protocol !== 'https:' && !http) return false;
  return ctx.allowedHosts.some((host) => normalHost(host, url.protocol) === url.host);
}

/** `host:443` and `host` are one on https; anything that is not a bare host matches nothing. */
function normalHost(host: string, protocol: string): string | undefined {
  const parsed = URL.canParse(`${protocol}//${host}`) ? new URL(`${protocol}//${host}`) : undefined;
  return parsed?.pathname === '/' && parsed.username === '' ? parsed.host : undefined;
}
