import type { Customers } from '@/sandbox/control/customers';
import type { Journal } from '@/sandbox/control/journal';
import type { Orders } from '@/sandbox/control/orders';
import type { Clients } from '@/sandbox/store/clients';
import type { Receipt } from '@/sandbox/store/records';
import type { Store } from '@/sandbox/store/store';
import type { DecryptionKey } from '@/sandbox/token-connect/decrypt-payload';
import type { NonceRegister } from '@/sandbox/token-connect/nonce-register';
import type { SigningKey } from '@/sandbox/token-connect/sign-accounts';

/** Everything the parts of one sandbox share. */
export interface World {
  /** Where browsers and clients reach the sandbox, without a slash at the end. */
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Buffer;
  readonly decryptionKey: DecryptionKey;
  readonly signingKey: SigningKey;
  readonly clients: Clients;
  readonly nonces: NonceRegister;
  readonly store: Store;
  readonly journal: Journal;
  /** Outcomes that were ordered over the control API, and the customers for whom. */
  readonly orders: Orders;
  readonly customers: Customers;
  /** Hears of every refused call, in one line with the address of its explanation. */
  readonly onRefusal: (line: string) => void;
  /** How long a stalled call is held, in milliseconds. */
  readonly stallMs: number;
}

/** The time as one receipt sees it: its clock can be moved without touching anybody else's. */
export function receiptNow(world: World, receipt: Receipt): number {
  return world.now() + receipt.offsetMs;
}

/** The time of one person: whoever moved their clock, or that of their receipts, ages codes, sessions and remembered browsers, too. */
export function personNow(world: World, email: string): number {
  return world.now() + Math.max(world.customers.offsetOf(email), world.store.clockOffsetOf(email));
}

/** A random identifier of 128 bits, safe in a path. */
export function randomId(world: World): string {
  return world.random(16).toString('base64url');
}

/** A random UUID, version 4 (RFC 9562, 5.4), from the sandbox's own source of randomness. */
export function randomUuid(world: World): string {
  const bytes = world.random(16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
