import { hash, verify } from '@node-rs/argon2';

/** argon2id at OWASP's floor (19 MiB, t = 2, p = 1); the parameters stand in the hash itself (AU-10). Off the main thread. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A PHC string for this password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

let decoy: Promise<string> | undefined;

/** True when the password fits. For an unknown user (`null`) the same work is done against a decoy, and the answer is no (AU-08). */
export async function verifyPassword(phc: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const fits = await verify(phc ?? (await decoy), password).catch(() => false);
  return phc !== null && fits;
}
