import { useMessages } from 'next-intl';
import type { BankView } from '@/lib/i18n/bank';

/** The bank of this installation; `lib/i18n/request.ts` puts it beside the words. */
export function useBank(): BankView {
  return (useMessages() as unknown as { bank: BankView }).bank;
}
