import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SandboxOptions } from './create-sandbox';
import { seededRandom } from './seeded-random';
import { clientRegistration, type ClientRegistration } from './store/clients';

const environment = z.object({
  APP_MODE: z.string().optional(),
  SANDBOX_PORT: z.coerce.number().int().min(1).max(65_535).default(4010),
  DATA_DIR: z.string().min(1).default('.data'),
  SANDBOX_KEYS_DIR: z.string().min(1).optional(),
  SANDBOX_SEED: z.string().min(1).max(200).optional(),
  SANDBOX_CLOCK: z.iso.datetime({ offset: true }).optional(),
});

/** A reason not to start, in one sentence that names what to change. */
export class SettingsProblem extends Error {}

export interface Settings {
  readonly port: number;
  readonly options: SandboxOptions;
}

function read(directory: string, name: string): string {
  try {
    return readFileSync(join(directory, name), 'utf8');
  } catch {
    throw new SettingsProblem(
      `The sandbox cannot read ${name} in ${directory}; set SANDBOX_KEYS_DIR or run npm start once to generate keys.`,
    );
  }
}

function clientsIn(directory: string): readonly ClientRegistration[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      try {
        return clientRegistration.parse(JSON.parse(read(directory, name)));
      } catch (error) {
        if (error instanceof SettingsProblem) throw error;
        throw new SettingsProblem(
          `The client registration ${name} in ${directory} is not { consumerKey, publicKeyPem, name }.`,
        );
      }
    });
}

/** The key of the card hash: made once, kept with the other keys. */
function panHashKey(directory: string): Uint8Array {
  const path = join(directory, 'sandbox-pan-hash.key');
  if (!existsSync(path)) writeFileSync(path, randomBytes(32), { mode: 0o600 });
  return readFileSync(path);
}

/** A seed makes everything that is otherwise random repeatable, so it begins with nothing and keeps nothing. */
function memoryOf(
  seed: string | undefined,
  dataDir: string,
  keys: string,
): Pick<SandboxOptions, 'random' | 'panHashKey' | 'snapshotFile'> {
  if (seed === undefined)
    return { panHashKey: panHashKey(keys), snapshotFile: join(dataDir, 'sandbox-state.json') };
  return { random: seededRandom(seed), panHashKey: seededRandom(`cards\n${seed}`)(32) };
}

/**
 * Reads the sandbox's environment and key files.
 * @throws SettingsProblem with one sentence for the person who starts it
 */
export function loadSettings(env: NodeJS.ProcessEnv): Settings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new SettingsProblem(`The sandbox does not understand the value of ${names}.`);
  }
  const { APP_MODE, SANDBOX_PORT, DATA_DIR, SANDBOX_KEYS_DIR, SANDBOX_SEED, SANDBOX_CLOCK } = parsed.data;
  const standsAt = SANDBOX_CLOCK === undefined ? undefined : Date.parse(SANDBOX_CLOCK);
  if (APP_MODE === 'production')
    throw new SettingsProblem('The sandbox does not run with APP_MODE=production.');
  const keys = SANDBOX_KEYS_DIR ?? join(DATA_DIR, 'keys');
  return {
    port: SANDBOX_PORT,
    options: {
      origin: `http://127.0.0.1:${SANDBOX_PORT}`,
      encryptionKey: createPrivateKey(read(keys, 'sandbox-encryption-key.pem')),
      encryptionCertificateDer: new X509Certificate(read(keys, 'sandbox-encryption-cert.pem')).raw,
      jwsKey: createPrivateKey(read(keys, 'sandbox-jws-key.pem')),
      jwsKeyId: read(keys, 'sandbox-jws-kid.txt').trim(),
      clients: clientsIn(join(keys, 'clients')),
      ...memoryOf(SANDBOX_SEED, DATA_DIR, keys),
      ...(standsAt !== undefined && { now: () => standsAt }),
    },
  };
}
