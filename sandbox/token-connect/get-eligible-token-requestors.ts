import { check } from './checklist';
import { bool, digits, list, object, text } from './field-rules';
import type { WireValue } from './lossless-json';
import { expectFields, parseBody, type OperationCall, type Served } from './operation';
import { logoAlias } from './logo-alias';
import {
  enabledStarts,
  paddedStart,
  pushMethods,
  TOKEN_REQUESTORS,
  type TokenRequestor,
} from './token-requestors';

const rule = object(
  { requestId: text(1, 64), accountRanges: list(1, 25, digits(9, 19)) },
  { supportsTokenConnect: bool },
);

function entry(
  requestor: TokenRequestor,
  starts: readonly string[],
  origin: string,
  imageAssetId: string,
): WireValue {
  const { participation } = requestor;
  return {
    tokenRequestorId: requestor.tokenRequestorId,
    name: requestor.name,
    consumerFacingEntityName: requestor.consumerFacingEntityName,
    imageAssetId,
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
  const logos = world.orders.logosFor(request.accountRanges);
  const starts = TOKEN_REQUESTORS.flatMap(({ ranges }) => ranges.map(({ start }) => start));
  const unknown = request.accountRanges.filter(
    (range) => !TOKEN_REQUESTORS.some((requestor) => enabledStarts(requestor, [range]).length > 0),
  );
  if (unknown.length > 0) {
    findings.advice = {
      check: 'account-ranges',
      lesson: {
        received: unknown.map(paddedStart).join(', '),
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
      const starts = enabledStarts(requestor, request.accountRanges);
      const assetId =
        logos === undefined ? requestor.imageAssetId : logoAlias(logos.id, requestor.imageAssetId);
      return starts.length === 0 ? [] : [entry(requestor, starts, world.origin, assetId)];
    }),
  });
  return {
    subject: { op: 'eligible', consumerKey: client.consumerKey, accountRanges: request.accountRanges },
    answer,
  };
}
