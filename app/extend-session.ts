'use server';

import { extendSession } from '@/lib/auth/actor';

/** "Stay signed in": an act of the person. Seconds now left, or null when the session is over. */
export async function extendSessionAction(): Promise<number | null> {
  return extendSession();
}
