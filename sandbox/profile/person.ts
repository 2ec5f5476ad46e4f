import type { Context } from 'hono';
import { cookieOf, noCookie } from '@/sandbox/click-to-pay/cookies';
import { hashOf, rememberedIn } from '@/sandbox/click-to-pay/remembered';
import { sessionEmail } from '@/sandbox/click-to-pay/session';
import type { Profile } from '@/sandbox/store/records';
import type { World } from '@/sandbox/world';

/** Somebody whom Click to Pay knows in this browser: by a code of the last half hour, or because it is remembered. */
export interface Person {
  readonly profile: Profile;
  /** In lower case: the key of everything that is theirs. */
  readonly email: string;
  readonly remembered: boolean;
}

/** Who is in front of this browser, if Click to Pay can tell. */
export function whoIs(world: World, c: Context): Person | undefined {
  const remembered = rememberedIn(world, cookieOf(c, 'remembered'))?.email;
  const email = sessionEmail(world, cookieOf(c, 'session')) ?? remembered;
  const profile = email === undefined ? undefined : world.store.profile(email);
  return email === undefined || profile === undefined
    ? undefined
    : { profile, email, remembered: remembered === email };
}

/** Ends the session of this browser and forgets it; returns the cookies to be taken back. */
export function leaveBrowser(world: World, c: Context): readonly string[] {
  const session = cookieOf(c, 'session');
  const remembered = cookieOf(c, 'remembered');
  if (session !== undefined) world.store.sessions.remove(hashOf(session));
  if (remembered !== undefined) world.store.forget(hashOf(remembered));
  return [noCookie('session'), noCookie('remembered')];
}
