import { maskJson } from '@/sandbox/control/mask';
import { adviseOnEligibility } from './advise-on-eligibility';
import { check } from './checklist';
import { decryptPayload, knowFingerprint } from './decrypt-payload';
import { fundingAccountRule, type FundingAccountData } from './funding-accounts';
import { issueReceipts } from './issue-receipts';
import type { WireValue } from './lossless-json';
import { expectFields, parseBody, type OperationCall, type Served } from './operation';
import { expectParticipant } from './push-multiple-accounts';
import { pushAccountRule, readPushRequest } from './push-request';
import { scenarioOf } from './scenario';
import { pushMethods } from './token-requestors';

/** The deprecated push of one account (spec 4.4): never signed, a receipt of 15 minutes. */
export function pushAccount(call: OperationCall): Served {
  const { world, client, findings, trace } = call;
  const json = check(findings, 'json', () => parseBody(call.body));
  trace.requestId = typeof json['requestId'] === 'string' ? json['requestId'] : '';
  check(findings, 'fields', () => expectFields(pushAccountRule, json, 'request'));
  const request = readPushRequest(json);
  const { requestor, participation } = check(findings, 'token-requestor', () =>
    expectParticipant(request.tokenRequestorId),
  );
  check(findings, 'fingerprint', () => knowFingerprint(request.encryptedPayload, world.decryptionKey));
  const content = check(findings, 'decryption', () =>
    decryptPayload(request.encryptedPayload, world.decryptionKey),
  );
  trace.decrypted = maskJson(content);
  check(findings, 'accounts', () => expectFields(fundingAccountRule(world.now()), content, 'encryptedData'));
  const account = { pushAccountId: '1', fundingAccountData: content as FundingAccountData };
  const number = account.fundingAccountData.cardAccountData?.accountNumber;
  const scenario = scenarioOf(world, request.requestId, number === undefined ? [] : [number]);
  const answer = (): WireValue => {
    const [issued] = issueReceipts(world, client.consumerKey, request, requestor, [account]);
    const responseId = request.requestId;
    adviseOnEligibility(findings, requestor, [account], issued === undefined ? [] : [issued]);
    if (issued === undefined || 'error' in issued)
      return { responseId, errors: issued ? [{ ...issued.error }] : [] };
    trace.receipts = [issued.receipt];
    const methods = pushMethods(participation, world.origin).map(({ type, uri }) => ({ type, uri }));
    return { responseId, pushAccountReceipt: issued.receipt, availablePushMethods: methods };
  };
  return {
    subject: {
      op: 'push',
      consumerKey: client.consumerKey,
      cards: number === undefined ? [] : [{ accountNumber: number, panHash: world.store.panHash(number) }],
    },
    ...(scenario !== undefined && { scenario }),
    answer,
  };
}
