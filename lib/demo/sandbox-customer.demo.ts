import { eq } from 'drizzle-orm';
import { audit } from '@/lib/audit/audit';
import { config } from '@/lib/config/env';
import { coreBanking } from '@/lib/core-banking/adapter';
import { database } from '@/lib/db/client';
import { customers } from '@/lib/db/schema';
import { loadCredentials } from '@/lib/mdes/credentials';
import { createEncryption } from '@/lib/token-connect/encryption';

const LIMIT_MS = 5_000;

export interface SandboxAnswer {
  status: number;
  body: unknown;
}

/** One call of the sandbox's control API, below `/__sandbox/v1/`. */
export async function askSandbox(method: string, path: string, body?: object): Promise<SandboxAnswer> {
  const { sandboxOrigin } = config();
  if (sandboxOrigin === null)
    return { status: 409, body: { error: 'this portal does not talk to the sandbox' } };
  const response = await fetch(`${sandboxOrigin}/__sandbox/v1/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(LIMIT_MS),
  }).catch(() => null);
  if (response === null) return { status: 503, body: { error: 'the sandbox does not answer' } };
  return { status: response.status, body: await response.json() };
}

/** Tells the sandbox which cards are this customer's, encrypted as in a push. Null: no such customer. */
async function nameCustomer(username: string): Promise<SandboxAnswer | null> {
  const [row] = await database()
    .select({ id: customers.id, email: customers.email, givenName: customers.givenName })
    .from(customers)
    .where(eq(customers.username, username));
  if (row === undefined) return null;
  const cards = await coreBanking().cards(row.id);
  const list = await Promise.all(
    cards.map(async ({ id, accountRange }) => {
      const pan = await coreBanking().pan(row.id, id);
      return pan === null ? [] : [{ card: id, accountNumber: pan.reveal(), accountRange }];
    }),
  );
  await database().transaction((tx) =>
    audit(tx, {
      at: new Date(),
      actor: 'system',
      action: 'pan_used',
      object: row.id,
      outcome: 'sandbox',
      detail: { cards: cards.length },
    }),
  );
  const { recipients } = loadCredentials(config().mdes, new Date());
  const { pem, fingerprint } = recipients[0];
  return askSandbox('PUT', `customers/${encodeURIComponent(username)}`, {
    ...(row.email === null ? {} : { email: row.email }),
    givenName: row.givenName,
    encryptedPayload: createEncryption(pem, fingerprint ?? undefined)(list.flat()),
  });
}

/** The sandbox's words for a customer whom nobody has named to it since it started. */
const isUnnamed = ({ status, body }: SandboxAnswer): boolean =>
  status >= 400 && JSON.stringify(body).includes('there is no customer');

/** A call about a customer; whom the sandbox does not know yet is named to it, and it is asked once more. */
export async function aboutCustomer(
  username: string,
  ask: () => Promise<SandboxAnswer>,
): Promise<SandboxAnswer> {
  const answer = await ask();
  if (!isUnnamed(answer)) return answer;
  const named = await nameCustomer(username);
  return named === null || named.status >= 400 ? (named ?? answer) : ask();
}
