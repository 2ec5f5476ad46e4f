import { outcomeOfCard } from '@/sandbox/scenarios/outcomes';
import { receiptPrefix } from '@/sandbox/scenarios/test-cards';
import type { Holder } from '@/sandbox/store/records';
import { randomUuid, type World } from '@/sandbox/world';
import type { AccountHolderData, FundingAccount } from './funding-accounts';
import type { PushRequest } from './push-request';
import type { WireError } from './refusal';
import { takesAccount, type TokenRequestor } from './token-requestors';

const MINUTE_MS = 60_000;

/** What became of one pushed account. */
export type Issued =
  | { readonly pushAccountId: string; readonly receipt: string }
  | { readonly pushAccountId: string; readonly error: WireError };

const INELIGIBLE: WireError = {
  source: 'INPUT',
  reasonCode: 'ACCOUNT_INELIGIBLE',
  description: 'The card or financial account is not eligible.',
};

/** The holder data that this token requestor accepts; the rest is dropped, as MDES does (spec 3.4). */
function acceptedHolder(data: AccountHolderData | undefined, requestor: TokenRequestor): Holder {
  const accepts = new Set(requestor.participation?.holderData ?? []);
  const mobile = data?.accountHolderMobilePhoneNumber;
  return {
    ...(accepts.has('NAME') && { name: data?.accountHolderName }),
    ...(accepts.has('EMAIL_ADDRESS') && { email: data?.accountHolderEmailAddress }),
    ...(accepts.has('MOBILE_PHONE_NUMBER') &&
      mobile && { mobile: { dialCode: mobile.countryDialInCode, number: mobile.phoneNumber } }),
    ...(accepts.has('ADDRESS') && { address: data?.accountHolderAddress }),
  };
}

function refusalOf(accountNumber: string | undefined, requestor: TokenRequestor): WireError | undefined {
  if (accountNumber === undefined || !takesAccount(requestor, accountNumber)) return INELIGIBLE;
  const { behaviour } = outcomeOfCard(accountNumber);
  if (behaviour.kind !== 'item-error') return undefined;
  if (behaviour.reasonCode === INELIGIBLE.reasonCode) return INELIGIBLE;
  return {
    source: behaviour.source,
    reasonCode: behaviour.reasonCode,
    description: 'Internal service failure.',
  };
}

/**
 * One receipt per eligible account, an error per other (spec 5.3). A receipt looks like `MCC-STL-<UUID>` and lives for
 * the requested minutes; the "expired on arrival" card's is already over.
 */
export function issueReceipts(
  world: World,
  consumerKey: string,
  request: PushRequest,
  requestor: TokenRequestor,
  accounts: readonly FundingAccount[],
): readonly Issued[] {
  const nowMs = world.now();
  return accounts.map(({ pushAccountId, fundingAccountData }) => {
    const accountNumber = fundingAccountData.cardAccountData?.accountNumber;
    const error = refusalOf(accountNumber, requestor);
    if (error !== undefined || accountNumber === undefined)
      return { pushAccountId, error: error ?? INELIGIBLE };
    const outcome = outcomeOfCard(accountNumber);
    const expired = outcome.behaviour.kind === 'expired-on-arrival';
    const receipt = `${receiptPrefix(accountNumber)}-STL-${randomUuid(world).toUpperCase()}`;
    world.store.saveReceipt({
      receipt,
      requestId: request.requestId,
      pushAccountId,
      consumerKey,
      tokenRequestorId: requestor.tokenRequestorId,
      last4: accountNumber.slice(-4),
      panHash: world.store.panHash(accountNumber),
      outcomeCode: outcome.code,
      callbackURL: request.signatureData?.callbackURL,
      locale: request.signatureData?.locale,
      activation: {
        app: request.signatureData?.completeIssuerAppActivation ?? false,
        website: request.signatureData?.completeWebsiteActivation ?? false,
      },
      holder: acceptedHolder(fundingAccountData.accountHolderData, requestor),
      createdAtMs: nowMs,
      expiresAtMs: expired ? nowMs : nowMs + request.validityMinutes * MINUTE_MS,
      offsetMs: 0,
      consumed: false,
    });
    return { pushAccountId, receipt };
  });
}
