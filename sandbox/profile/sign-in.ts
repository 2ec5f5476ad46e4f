import { judgeCode, newCode } from '@/sandbox/click-to-pay/six-digits';
import type { Channel, Message, SignIn } from '@/sandbox/store/records';
import { wordsFor } from '@/sandbox/words/words';
import { personNow, randomId, type World } from '@/sandbox/world';

const TRIES = 3;
const RESENDS = 3;
/** Where a sign-in may lead: pages of ours, nothing else. */
const NEXT = /^\/(?:profile|pay\/[A-Za-z0-9_-]{22})$/;

/** Somebody begins to sign in, on the way to `next`; what is no page of ours reads as the profile. */
export function openSignIn(world: World, next: string | undefined, locale: string): SignIn {
  return world.store.signIns.save({
    id: randomId(world),
    next: next !== undefined && NEXT.test(next) ? next : '/profile',
    locale,
    stage: 'email',
    triesLeft: TRIES,
    resendsLeft: RESENDS,
  });
}

function send(world: World, signIn: SignIn, email: string, channel: Channel): SignIn {
  const { mobile } = signIn;
  const used: Channel = channel === 'mobile' && mobile !== undefined ? 'mobile' : 'email';
  const value = newCode(world);
  world.store.saveMessage({
    id: randomId(world),
    sentAt: new Date(world.now()).toISOString(),
    channel: used,
    to: (used === 'mobile' ? mobile : undefined) ?? email,
    email,
    receipts: [],
    code: value,
    text: wordsFor(signIn.locale).code.text(value),
  });
  const code = { channel: used, value, sentAtMs: personNow(world, email.toLowerCase()) };
  return world.store.signIns.save({ ...signIn, stage: 'code', email, code });
}

/** Sends a code to a known profile. Nothing when nobody has this e-mail address. */
export function askForCode(world: World, signIn: SignIn, email: string): SignIn | undefined {
  const profile = world.store.profile(email);
  if (profile === undefined) return undefined;
  const { mobile } = profile;
  return send(world, { ...signIn, ...(mobile && { mobile }) }, profile.email, 'email');
}

/** Sends another code where the person may still ask for one; tries are not given back. */
export function askAgain(world: World, signIn: SignIn, channel: Channel): void {
  const { email, resendsLeft } = signIn;
  if (email === undefined || resendsLeft <= 0) return;
  send(world, { ...signIn, resendsLeft: resendsLeft - 1 }, email, channel);
}

/** The last code of this sign-in, as it lies in the drawn inbox. */
export function sentCode(world: World, { email, code }: SignIn): Message | undefined {
  return world.store.allMessages().find((sent) => sent.email === email && sent.code === code?.value);
}

/** Judges a typed code: after the last wrong one this sign-in is over. */
export function trySignIn(
  world: World,
  signIn: SignIn,
  typed: string,
): 'right' | 'wrong' | 'expired' | 'locked' {
  const { code, email, triesLeft } = signIn;
  if (code === undefined || email === undefined || triesLeft <= 0) return 'locked';
  const verdict = judgeCode(code, typed, personNow(world, email.toLowerCase()));
  if (verdict === 'right') world.store.signIns.save({ ...signIn, stage: 'done' });
  if (verdict !== 'wrong') return verdict;
  const locked = triesLeft === 1;
  world.store.signIns.save({ ...signIn, triesLeft: triesLeft - 1, stage: locked ? 'locked' : 'code' });
  return locked ? 'locked' : 'wrong';
}
