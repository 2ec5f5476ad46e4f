import { audit } from '@/lib/audit/audit';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import { waysToSignIn } from './identity-provider';
import { verifyPassword } from './password';
import { findByUsername } from './session.repo';
import { startSession } from './session';
import { forgetFailures, MAX_FAILURES, reserveTry, returnTry } from './throttle.repo';

export interface SignInAttempt {
  username: string;
  password: string;
  address: string | null;
  userAgent: string | null;
}

/**
 * Checks name and password and starts a session; answers the cookie's value. Unknown user, wrong password and a blocked
 * account fail alike (AU-08): `WRONG_CREDENTIALS`. The last but one wrong try for a name, whoever has it, says that one is left
 * (AU-06; RTS art. 4(3)(b)). Where passwords are not accepted any more, none fits.
 */
export async function signIn(attempt: SignInAttempt): Promise<string> {
  const now = new Date();
  const username = attempt.username.trim().toLowerCase();
  const triesLeft = await takeTry(username, attempt.address, now);
  const allowed = triesLeft !== null;
  const customer = await findByUsername(username);
  const known = allowed && waysToSignIn().passwords ? (customer?.passwordHash ?? null) : null;
  const fits = await verifyPassword(known, attempt.password);
  if (!fits || customer === null) {
    log.warn('sign_in.failed', { outcome: allowed ? 'wrong' : 'blocked' });
    await database().transaction((tx) =>
      audit(tx, {
        at: now,
        actor: customer?.id ?? 'anonymous',
        action: 'sign_in',
        outcome: allowed ? 'failed' : 'blocked',
        address: attempt.address,
      }),
    );
    throw new AppError('WRONG_CREDENTIALS', triesLeft === 1 ? { triesLeft } : {});
  }
  await forgetFailures('user', username);
  if (attempt.address !== null) await returnTry('address', attempt.address);
  return startSession(customer, attempt);
}

/** Tries left for this name after this one; null when none was left, for the name or for the address. */
async function takeTry(username: string, address: string | null, now: Date): Promise<number | null> {
  const byUser = await reserveTry('user', username, MAX_FAILURES, now);
  const byAddress =
    address === null ? 0 : await reserveTry('address', address, config().signInFailuresPerAddress, now);
  return byAddress === null ? null : byUser;
}
