import { readFileSync } from 'node:fs';
import { count, like, ne } from 'drizzle-orm';
import forge from 'node-forge';
import type { Config } from '@/lib/config/env-schema';
import { database } from '@/lib/db/client';
import { cards, customers, demoMessages } from '@/lib/db/schema';
import { loadEncryptionCertificate } from '@/lib/token-connect/keys';

/** Stands in every certificate that the demo makes for itself (scripts/demo-keys.mjs). */
const DEMO_CERTIFICATE = 'worthless outside this machine';
/** The first bytes of a data key that the demo made (scripts/demo-environment.mjs). */
const DEMO_DATA_KEY = Buffer.from('demo-');
const DEMO_CONSUMER_KEY = 'demo-';
/** Cards of the demo and its tests, a test range in which no bank issues. */
const TEST_CARDS = '512345%';

/**
 * Key material that the demo generated, which production refuses (AU-14, SI-01): one sentence each, naming the variable and
 * no value. Recognised by what the files hold, so that a copy under another name is refused as well.
 */
export function demoKeyFaults(config: Config): string[] {
  const { mdes } = config;
  const { second } = mdes;
  const faults: string[] = [];
  for (const [name, file] of [
    ['MDES_ENCRYPTION_CERT_FILE', mdes.encryptionCertFile],
    ['MDES_ENCRYPTION_CERT_FILE_2', mdes.secondEncryptionCertFile],
  ] as const) {
    if (file !== null && loadEncryptionCertificate(file).subject.includes(DEMO_CERTIFICATE))
      faults.push(`${name} is the certificate of a demo: set the one Mastercard gave you.`);
  }
  for (const [name, key] of [
    ['MDES_SIGNING_KEY_FILE', mdes],
    ['MDES_SIGNING_KEY_FILE_2', second],
  ] as const) {
    if (key !== null && isDemoSigningKey(key.signingKeyFile, key.signingKeyPassword))
      faults.push(`${name} is the key of a demo: set the one of your Mastercard project.`);
  }
  if (second?.consumerKey.startsWith(DEMO_CONSUMER_KEY) === true)
    faults.push('MDES_CONSUMER_KEY_2 is a generated demo key: set the one of your Mastercard project.');
  if (isDemoDataKey(config.dataKey))
    faults.push('DATA_KEY is a generated demo key: set 32 random bytes of your own, in base64.');
  if (config.previousDataKeys.some(isDemoDataKey))
    faults.push('DATA_KEY_PREVIOUS holds a generated demo key: what it sealed was never secret.');
  return faults;
}

const isDemoDataKey = (key: Buffer) => key.subarray(0, DEMO_DATA_KEY.length).equals(DEMO_DATA_KEY);

const isDemoSigningKey = (file: string, password: string | null) =>
  signingSubjects(file, password).some((subject) => subject.includes(DEMO_CERTIFICATE));

/** Subjects of the certificates in a PKCS#12 file; none in PEM, which holds the bare key. */
function signingSubjects(file: string, password: string | null): string[] {
  const content = readFileSync(file);
  if (content.includes('-----BEGIN')) return [];
  const asn1 = forge.asn1.fromDer(forge.util.createBuffer(content.toString('binary')));
  const { certBag } = forge.pki.oids;
  const bags = forge.pkcs12.pkcs12FromAsn1(asn1, false, password ?? '').getBags({ bagType: certBag ?? '' });
  return Object.values(bags)
    .flatMap((list) => list ?? [])
    .map((bag) => bag.cert?.subject.attributes.map(({ value }) => String(value)).join(', ') ?? '');
}

/** What only a demo leaves in a database: test cards, codes on the drawn phone, clocks that were moved (AU-14). */
export async function demoDataFaults(): Promise<string[]> {
  const [test] = await database()
    .select({ found: count() })
    .from(cards)
    .where(like(cards.accountRange, TEST_CARDS));
  const [phone] = await database().select({ found: count() }).from(demoMessages);
  const [moved] = await database()
    .select({ found: count() })
    .from(customers)
    .where(ne(customers.clockOffsetMs, 0));
  return (test?.found ?? 0) + (phone?.found ?? 0) + (moved?.found ?? 0) > 0
    ? ['The database holds customers of a demo: set DATABASE_URL to one that never served a demo.']
    : [];
}
