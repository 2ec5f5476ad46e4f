// Pushes one card into Click to Pay with Mastercard's own libraries and prints where to send the browser. Give it the
// variables that `npm run sandbox` prints, and a test card for another outcome: push-a-card.mjs 5123450101000014
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import encryption from 'mastercard-client-encryption';
import oauth from 'mastercard-oauth1-signer';
import forge from 'node-forge';

const { env } = process;
const url = `${env.MDES_BASE_URL}/connect/1/0/pushMultipleAccounts`;
const bagType = forge.pki.oids.pkcs8ShroudedKeyBag;
const store = forge.asn1.fromDer(readFileSync(env.MDES_SIGNING_KEY_FILE, 'binary'));
const [bag] = forge.pkcs12.pkcs12FromAsn1(store, env.MDES_SIGNING_KEY_PASSWORD).getBags({ bagType })[bagType];

const accountNumber = process.argv[2] ?? '5123450000000016';
const cardAccountData = { accountNumber, expiryMonth: '12', expiryYear: '40' };
const encryptedData = [{ pushAccountId: randomUUID(), fundingAccountData: { cardAccountData } }];
const callbackURL = 'http://localhost:3000/tokenization-results';
const signatureData = { callbackURL, accountHolderDataSupplied: false, locale: 'en_US' };
const clear = { pushFundingAccounts: { encryptedPayload: { encryptedData } }, signatureData };

const config = JSON.parse(readFileSync(new URL('field-level-encryption.json', import.meta.url), 'utf8'));
const encryptionCertificate = env.MDES_ENCRYPTION_CERT_FILE;
const publicKeyFingerprint = env.MDES_ENCRYPTION_FINGERPRINT;
const library = new encryption.FieldLevelEncryption({
  ...config,
  encryptionCertificate,
  publicKeyFingerprint,
});
const sealed = library.encrypt('/push', {}, clear).body;

const body = JSON.stringify({ requestId: randomUUID(), tokenRequestorId: '50123197928', ...sealed });
const key = forge.pki.privateKeyToPem(bag.key);
const authorization = oauth.getAuthorizationHeader(url, 'POST', body, env.MDES_CONSUMER_KEY, key);
const headers = { authorization, 'content-type': 'application/json' };
const response = await fetch(url, { method: 'POST', body, headers });
const { signature, availablePushMethods, ...rest } = await response.json();
if (!signature) throw new Error(`${JSON.stringify(rest)}\n${response.headers.get('sandbox-explanation')}`);
console.log(`${availablePushMethods[0].uri}?pushAccountData=${signature}&locale=en_US&extFlow=true`);
