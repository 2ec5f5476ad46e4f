import type { Findings } from './checklist';
import type { FundingAccount } from './funding-accounts';
import type { Issued } from './issue-receipts';
import { takesAccount, type TokenRequestor } from './token-requestors';

/** Why cards were refused as ineligible, for the developer (spec 5.2). */
export function adviseOnEligibility(
  findings: Findings,
  requestor: TokenRequestor,
  accounts: readonly FundingAccount[],
  issued: readonly Issued[],
): void {
  const refused = issued.flatMap((item) =>
    'error' in item && item.error.reasonCode === 'ACCOUNT_INELIGIBLE' ? [item.pushAccountId] : [],
  );
  if (refused.length === 0) return;
  const numbers = accounts.flatMap(({ pushAccountId, fundingAccountData: { cardAccountData } }) =>
    refused.includes(pushAccountId) ? [cardAccountData?.accountNumber ?? ''] : [],
  );
  findings.advice = {
    check: 'eligibility',
    lesson: {
      received: `refused: ${refused.join(', ')}, ending ${numbers.map((number) => number.slice(-4)).join(', ')}`,
      computed: `ranges of ${requestor.consumerFacingEntityName}: ${requestor.ranges.map(({ start }) => start).join(', ')}`,
      lookAt: numbers.every((number) => takesAccount(requestor, number))
        ? 'The range is enabled: the digits of the test card ask for this refusal.'
        : 'The card is of no enabled range, or is no card.',
    },
  };
}
