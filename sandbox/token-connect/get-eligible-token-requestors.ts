import { check } from './checklist';
import { bool, digits, list, object, text } from './field-rules';
import type { WireValue } from './lossless-json';
import { expectFields, parseBody, type OperationCall, type Served } from './operation';
import { pushMethods, TOKEN_REQUESTORS, type TokenRequestor } from './token-requestors';

const RANGE_DIGITS = 19;
const rule = object(
  { requestId: text(1, 64), accountRanges: list(1, 25, digits(9, 19)) },
  { supportsTokenConnect: bool },
);

const padded = (start: string): string => start.padEnd(RANGE_DIGITS, '0');

function entry(requestor: TokenRequestor, starts: readonly string[], origin: string): WireValue {
  const { participation } = requestor;
  return {
    tokenRequestorId: requestor.tokenRequestorId,
    name: requestor.name,
    consumerFacingEntityName: requestor.consumerFacingEntityName,
    imageAssetId: requestor.imageAssetId,
    tokenRequestorType: requestor.tokenRequestorType,
    walletId: requestor.walletId,
    enabledAccountRanges: starts.map((start) => BigInt(start)),
    supportedPushMethods: participation?.methods.map((method) => method.type),
    supportsMultiplePushedCards: participation?.multiple,
    supportedAccountHolderData: participation?.holderData,
    supportsTokenConnect: participation !== undefined,
    availablePushMethods:
      participation && pushMethods(participation, origin).map(({ type, uri }) => ({ type, uri })),
  };
}

/**
 * Who takes cards of these account ranges (spec 4.1). A range is right-padded with zeros to 19 digits and has to equal
 * an enabled start exactly. The answer repeats the request id as its response id, as the older samples do.
 */
export function getEligibleTokenRequestors({ world, client, body, findings, trace }: OperationCall): Served {
  const json = check(findings, 'json', () => parseBody(body));
  trace.requestId = typeof json['requestId'] === 'string' ? json['requestId'] : '';
  check(findings, 'fields', () => expectFields(rule, json, 'request'));
  const request = json as { requestId: string; accountRanges: string[]; supportsTokenConnect?: boolean };
  const asked = new Set(request.accountRanges.map(padded));
  const starts = TOKEN_REQUESTORS.flatMap(({ ranges }) => ranges.map(({ start }) => start));
  const unknown = request.accountRanges.filter((range) => !starts.map(padded).includes(padded(range)));
  if (unknown.length > 0) {
    findings.advice = {
      check: 'account-ranges',
      lesson: {
        received: unknown.map(padded).join(', '),
        computed: `enabled starts, to be padded with zeros: ${[...new Set(starts)].join(', ')}`,
      },
    };
  }
  const answer = (): WireValue => ({
    responseId: request.requestId,
    tokenRequestors: TOKEN_REQUESTORS.flatMap((requestor) => {
      const participates = requestor.participation !== undefined;
      if (request.supportsTokenConnect !== undefined && request.supportsTokenConnect !== participates)
        return [];
      const starts = requestor.ranges.map((range) => padded(range.start)).filter((start) => asked.has(start));
      return starts.length === 0 ? [] : [entry(requestor, starts, world.origin)];
    }),
  });
  return {
    subject: { op: 'eligible', consumerKey: client.consumerKey, accountRanges: request.accountRanges },
    answer,
  };
}
