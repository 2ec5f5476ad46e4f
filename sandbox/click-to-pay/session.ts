import { personNow, type World } from '@/sandbox/world';
import { hashOf } from './remembered';

const SESSION_MS = 30 * 60_000;

/** Notes that somebody proved who they are in this browser; what comes back belongs into its cookie. */
export function startSession(world: World, email: string): string {
  const token = world.random(32).toString('base64url');
  const untilMs = personNow(world, email.toLowerCase()) + SESSION_MS;
  world.store.sessions.save({ tokenHash: hashOf(token), email: email.toLowerCase(), untilMs });
  return token;
}

/** Whose session this is, while it lasts. */
export function sessionEmail(world: World, token: string | undefined): string | undefined {
  const session = token === undefined ? undefined : world.store.sessions.get(hashOf(token));
  return session !== undefined && session.untilMs > personNow(world, session.email)
    ? session.email
    : undefined;
}
