import type { Outcome } from '@/sandbox/scenarios/outcome';
import { outcomeOfCard } from '@/sandbox/scenarios/outcomes';
import { receiptPrefix } from '@/sandbox/scenarios/test-cards';
import type { Holder, Receipt } from '@/sandbox/store/records';
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

/** What was ordered for this card, else what its number says. */
function outcomeFor(world: World, consumerKey: string, accountNumber: string): Outcome {
  const card = { accountNumber, panHash: world.store.panHash(accountNumber) };
  return world.orders.takeForCard(consumerKey, card) ?? outcomeOfCard(accountNumber);
}

function refusalOf({ behaviour }: Outcome): WireError | undefined {
  if (behaviour.kind !== 'item-error') return undefined;
  if (behaviour.reasonCode === INELIGIBLE.reasonCode) return INELIGIBLE;
  return {
    source: behaviour.source,
    reasonCode: behaviour.reasonCode,
    description: 'Internal service failure.',
  };
}

/** The receipt of the first attempt, where this request id is one that keeps them (fault matrix F21). */
function receiptKept(
  world: World,
  consumerKey: string,
  requestId: string,
  pushAccountId: string,
): Receipt | undefined {
  if (!world.orders.keepsReceipts(requestId)) return undefined;
  return world.store
    .allReceipts()
    .find(
      (receipt) =>
        receipt.consumerKey === consumerKey &&
        receipt.requestId === requestId &&
        receipt.pushAccountId === pushAccountId,
    );
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
    if (accountNumber === undefined || !takesAccount(requestor, accountNumber))
      return { pushAccountId, error: INELIGIBLE };
    const kept = receiptKept(world, consumerKey, request.requestId, pushAccountId);
    if (kept !== undefined) return { pushAccountId, receipt: kept.receipt };
    const outcome = outcomeFor(world, consumerKey, accountNumber);
    const error = refusalOf(outcome);
    if (error !== undefined) return { pushAccountId, error };
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
      outcomeCode: outcome.code ?? '',
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
