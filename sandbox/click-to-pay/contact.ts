import type { Holder, Journey, Receipt } from '@/sandbox/store/records';
import type { World } from '@/sandbox/world';
import { receiptsOf } from './journey-receipts';

/** The holder data of the first card that carries some. */
export function holderOf(receipts: readonly Receipt[]): Holder {
  return (
    receipts.find(({ holder }) => Object.values(holder).some((value) => value !== undefined))?.holder ?? {}
  );
}

/** E-mail and mobile number as Click to Pay knows them: shared by the bank, or typed here. */
export function contactOf(world: World, journey: Journey): { email?: string; mobile?: string } {
  const { email, mobile } = holderOf(receiptsOf(world, journey));
  const knownEmail = email ?? journey.email;
  const knownMobile = mobile ? `+${mobile.dialCode} ${mobile.number}` : journey.mobile;
  return { ...(knownEmail && { email: knownEmail }), ...(knownMobile && { mobile: knownMobile }) };
}
