import { hashOf } from '@/sandbox/click-to-pay/remembered';
import type { Token } from '@/sandbox/store/records';

/** A name for a saved card in forms: the reference itself stays masked. */
export function handleOf({ tokenUniqueReference }: Token): string {
  return hashOf(tokenUniqueReference).slice(0, 22);
}

/** `DWSPMC••••3f9c`. */
export function maskReference(reference: string): string {
  return `${reference.slice(0, 6)}••••${reference.slice(-4)}`;
}
