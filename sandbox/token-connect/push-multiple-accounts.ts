import { maskJson } from '@/sandbox/control/mask';
import { randomUuid, type World } from '@/sandbox/world';
import { adviseOnEligibility } from './advise-on-eligibility';
import { check } from './checklist';
import { decryptPayload, knowFingerprint } from './decrypt-payload';
import { fieldError } from './field-rules';
import { fundingAccountsRule, type FundingAccount } from './funding-accounts';
import { issueReceipts, type Issued } from './issue-receipts';
import type { WireValue } from './lossless-json';
import { expectFields, parseBody, type OperationCall, type Served } from './operation';
import { pushMultipleAccountsRule, readPushRequest, type PushRequest } from './push-request';
import { MdesRefusal } from './refusal';
import { scenarioOf } from './scenario';
import { signAccounts } from './sign-accounts';
import { findTokenRequestor, pushMethods, type Participation, type TokenRequestor } from './token-requestors';

/** A token requestor that takes part in Token Connect. */
export interface Participant {
  readonly requestor: TokenRequestor;
  readonly participation: Participation;
}

/** Finds the token requestor a push is for. @throws MdesRefusal when it is unknown or takes no part in Token Connect */
export function expectParticipant(tokenRequestorId: string): Participant {
  const requestor = findTokenRequestor(tokenRequestorId);
  if (requestor?.participation === undefined)
    throw new MdesRefusal([fieldError('INVALID_FIELD_VALUE', 'tokenRequestorId')], {
      received: tokenRequestorId,
      lookAt:
        requestor === undefined
          ? 'No token requestor has this id.'
          : `${requestor.consumerFacingEntityName} takes no part in Token Connect (supportsTokenConnect is false).`,
    });
  return { requestor, participation: requestor.participation };
}

function itemOf(issued: Issued, wantsDigitizationData: boolean): WireValue {
  if ('error' in issued) return { pushAccountId: issued.pushAccountId, errors: [{ ...issued.error }] };
  const data = JSON.stringify({ fundingAccountInfo: { pushAccountReceipt: issued.receipt } });
  return {
    pushAccountId: issued.pushAccountId,
    pushAccountReceipt: issued.receipt,
    issuerInitiatedDigitizationData: wantsDigitizationData ? Buffer.from(data).toString('base64') : undefined,
  };
}

/** The JWS over the receipts that were handed out; none without `signatureData` (spec 4.3, 10.19). */
function signatureOver(world: World, request: PushRequest, receipts: readonly string[]): string | undefined {
  const { signatureData } = request;
  if (signatureData === undefined || receipts.length === 0) return undefined;
  const { callbackURL, completeWebsiteActivation, accountHolderDataSupplied, locale } = signatureData;
  return signAccounts(
    {
      pushAccountReceipts: receipts,
      ...(callbackURL !== undefined && { callbackURL }),
      completeWebsiteActivation,
      accountHolderDataSupplied,
      ...(locale !== undefined && { locale }),
    },
    world.signingKey,
  );
}

function noteHolderData(
  call: OperationCall,
  request: PushRequest,
  { participation }: Participant,
  accounts: readonly FundingAccount[],
): void {
  const sent = accounts.flatMap(({ fundingAccountData: { accountHolderData } }) =>
    Object.keys(accountHolderData ?? {}),
  );
  const element: Record<string, string> = {
    accountHolderName: 'NAME',
    accountHolderAddress: 'ADDRESS',
    accountHolderEmailAddress: 'EMAIL_ADDRESS',
    accountHolderMobilePhoneNumber: 'MOBILE_PHONE_NUMBER',
  };
  const accepted: readonly string[] = participation.holderData ?? [];
  const unwanted = [...new Set(sent)].filter((name) => !accepted.includes(element[name] ?? ''));
  if (unwanted.length > 0)
    call.findings.notes.push(`dropped, not accepted by this token requestor: ${unwanted.join(', ')}`);
  if (
    request.signatureData !== undefined &&
    request.signatureData.accountHolderDataSupplied !== sent.length > 0
  ) {
    call.findings.notes.push('accountHolderDataSupplied does not say what was sent');
  }
}

function pushAnswer(
  call: OperationCall,
  request: PushRequest,
  { requestor, participation }: Participant,
  accounts: readonly FundingAccount[],
): WireValue {
  const { world } = call;
  const issued = issueReceipts(world, call.client.consumerKey, request, requestor, accounts);
  const receipts = issued.flatMap((item) => ('receipt' in item ? [item.receipt] : []));
  call.trace.receipts = receipts;
  adviseOnEligibility(call.findings, requestor, accounts, issued);
  const some = receipts.length > 0;
  // Members in the order of the recorded answer (spec 4.3).
  return {
    pushAccountReceipts: issued.map((item) => itemOf(item, request.wantsDigitizationData)),
    availablePushMethods: some
      ? pushMethods(participation, world.origin).map(({ type, uri }) => ({ type, uri }))
      : undefined,
    signature: participation.signs ? signatureOver(world, request, receipts) : undefined,
    tokenRequestorSignatureSupport: participation.signs,
    responseId: randomUuid(world),
  };
}

/** Hands out a receipt for each pushed card (spec 4.3). The list of its checks is the body of this function. */
export function pushMultipleAccounts(call: OperationCall): Served {
  const { world, client, findings, trace } = call;
  const json = check(findings, 'json', () => parseBody(call.body));
  trace.requestId = typeof json['requestId'] === 'string' ? json['requestId'] : '';
  check(findings, 'fields', () => expectFields(pushMultipleAccountsRule, json, 'request'));
  const request = readPushRequest(json);
  const participant = check(findings, 'token-requestor', () => expectParticipant(request.tokenRequestorId));
  check(findings, 'fingerprint', () => knowFingerprint(request.encryptedPayload, world.decryptionKey));
  const content = check(findings, 'decryption', () =>
    decryptPayload(request.encryptedPayload, world.decryptionKey),
  );
  trace.decrypted = maskJson(content);
  check(findings, 'accounts', () => expectFields(fundingAccountsRule(world.now()), content, 'encryptedData'));
  const accounts = content as readonly FundingAccount[];
  check(findings, 'number-of-accounts', () => {
    if (accounts.length > 1 && !participant.participation.multiple) {
      throw new MdesRefusal([fieldError('INVALID_FIELD_LENGTH', 'encryptedData')], {
        received: `${accounts.length} accounts`,
        computed: 'one: supportsMultiplePushedCards is false',
      });
    }
  });
  noteHolderData(call, request, participant, accounts);
  const numbers = accounts.flatMap(
    ({ fundingAccountData: { cardAccountData } }) => cardAccountData?.accountNumber ?? [],
  );
  const scenario = scenarioOf(world, request.requestId, numbers);
  return {
    subject: {
      op: 'push',
      consumerKey: client.consumerKey,
      cards: numbers.map((number) => ({ accountNumber: number, panHash: world.store.panHash(number) })),
    },
    ...(scenario !== undefined && { scenario }),
    answer: () => pushAnswer(call, request, participant, accounts),
  };
}
