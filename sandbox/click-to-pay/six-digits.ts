import { timingSafeEqual } from 'node:crypto';
import type { Journey } from '@/sandbox/store/records';
import type { World } from '@/sandbox/world';

const CODE_LIFETIME_MS = 10 * 60_000;

type SentCode = NonNullable<Journey['code']>;

/** Six digits, all equally likely: numbers beyond the last full million are drawn again. */
export function newCode(world: World): string {
  const limit = 4_294_000_000;
  for (;;) {
    const drawn = world.random(4).readUInt32BE(0);
    if (drawn < limit) return String(drawn % 1_000_000).padStart(6, '0');
  }
}

/** What a typed code is worth at this moment, in milliseconds since 1970. Spaces do not count. */
export function judgeCode(code: SentCode, typed: string, nowMs: number): 'right' | 'wrong' | 'expired' {
  if (nowMs - code.sentAtMs > CODE_LIFETIME_MS) return 'expired';
  const right = Buffer.from(code.value);
  const given = Buffer.from(typed.replace(/\s/g, ''));
  return right.length === given.length && timingSafeEqual(right, given) ? 'right' : 'wrong';
}
