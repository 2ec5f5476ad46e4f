import type { CheckName } from '@/sandbox/token-connect/checklist';

/** One paragraph of the guide: what a check wants, and where people go wrong. Text in backquotes is code. */
export interface Paragraph {
  readonly title: string;
  /** How a refusal looks on the wire. */
  readonly refusal: string;
  readonly rule: string;
  readonly lookAt: readonly string[];
}

/**
 * The guide for developers of their own client, a paragraph for each check, in the order of the checks. It is served at
 * `/__sandbox/docs/token-connect` and printed into `docs/token-connect-for-developers.md`.
 */
export const GUIDE: Readonly<Record<CheckName, Paragraph>> = {
  operation: {
    title: 'The path names an operation',
    refusal: '404 `NOT_FOUND`',
    rule: 'Token Connect has four operations: `POST /connect/1/0/getEligibleTokenRequestors`, `GET /issuer-assets/1/0/asset/tokenrequestor/{AssetId}`, `POST /connect/1/0/pushMultipleAccounts` and the deprecated `POST /connect/1/0/pushAccount`, all below the base URL (`…/mdes`).',
    lookAt: [
      'A generated client may escape the slash of the version: write `1/0`, not `1%2F0`.',
      'The base URL ends in `/mdes`, without a slash.',
      '`searchTokens` belongs to another API (MDES Customer Service).',
    ],
  },
  method: {
    title: 'The method fits the operation',
    refusal: '405 `METHOD_NOT_ALLOWED`, with `Allow`',
    rule: '`getAsset` is a GET without a body, everything else is a POST. `getEligibleTokenRequestors` is a POST although its name begins with "get".',
    lookAt: ['A redirect that your HTTP library follows may turn a POST into a GET.'],
  },
  'body-size': {
    title: 'The body is of a sensible size',
    refusal: '413 `PAYLOAD_TOO_LARGE`',
    rule: 'A body has at most 1 000 000 bytes. A push of five cards has about 6 000.',
    lookAt: ['Encrypting twice, or encoding hex once more, makes bodies grow.'],
  },
  'authorization-header': {
    title: 'The Authorization header can be read',
    refusal: '400 `INVALID_AUTH_HEADER`',
    rule: '`Authorization: OAuth name="value",…` with `oauth_consumer_key`, `oauth_nonce`, `oauth_timestamp`, `oauth_signature_method` (`RSA-SHA256`), `oauth_body_hash`, `oauth_signature`, each once and percent-encoded; `oauth_version`, if sent, is `1.0`. The order is free.',
    lookAt: [
      'GET calls carry `oauth_body_hash` too: the hash of nothing.',
      'HMAC is not accepted: the key is RSA.',
      'A proxy may drop or rewrite the header.',
    ],
  },
  'consumer-key': {
    title: 'The consumer key is registered',
    refusal: '403 `AUTHENTICATION_FAILED`',
    rule: 'The consumer key is `<client id>!<key id>`, 97 characters. The sandbox knows the keys in its clients folder and those registered at `POST /__sandbox/v1/clients` with `{"consumerKey", "publicKeyPem", "name"}`; `npm run sandbox` prints one that is ready to use.',
    lookAt: [
      'The `!` travels as `%21` and is escaped once, not twice.',
      'No line end at the end of the value.',
    ],
  },
  timestamp: {
    title: 'The timestamp is of now',
    refusal: '401 `DECLINED`',
    rule: '`oauth_timestamp` counts seconds since 1970 and may differ from the gateway’s clock by five minutes. The `Date` header of the answer tells that clock.',
    lookAt: [
      'Milliseconds instead of seconds.',
      'A machine or container whose clock has drifted.',
      'A call that was signed, queued, and sent later.',
    ],
  },
  'body-hash': {
    title: 'The body is the one that was hashed',
    refusal: '403 `AUTHENTICATION_FAILED`',
    rule: '`oauth_body_hash` is base64 of SHA-256 over the exact bytes of the body, after encryption. For a GET it is `47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=`.',
    lookAt: [
      'Serialise once, hash and sign that string, and send the same string. An HTTP library that takes an object serialises again, perhaps with other spaces.',
      'Encrypt first, then sign.',
      '`curl -d @file` drops line ends; `--data-binary @file` does not.',
      'Hash the UTF-8 bytes, not characters.',
    ],
  },
  signature: {
    title: 'The signature fits the call',
    refusal: '403 `AUTHENTICATION_FAILED`',
    rule: '`oauth_signature` is RSA with SHA-256 (PKCS#1 v1.5) over the base string: the method, the address without its query and with the host in lower case, and all parameters but the signature, sorted. The two base strings which the sandbox accepts (RFC 5849, and the form of Mastercard’s JavaScript signer) are shown with the refusal: compare yours letter by letter.',
    lookAt: [
      'Sign the address that you call: `localhost` and `127.0.0.1` are two hosts, and the port belongs to the address.',
      'The private key belongs to the consumer key.',
      'Parameters do not change after signing.',
      'Take Mastercard’s own signer library before you write one.',
    ],
  },
  nonce: {
    title: 'The nonce is used once',
    refusal: '403 `AUTHENTICATION_FAILED`',
    rule: '`oauth_nonce` is new in each call of a consumer key, also when a call is repeated. The sandbox remembers nonces for ten minutes.',
    lookAt: ['A retry has to be signed again: new nonce, new timestamp, same body.'],
  },
  'media-type': {
    title: 'The body is announced as JSON',
    refusal: '415 `UNSUPPORTED_MEDIA_TYPE`',
    rule: 'A POST carries `Content-Type: application/json`, with or without `charset=UTF-8`.',
    lookAt: [
      '`curl -d` announces a form unless a header says otherwise.',
      '`fetch` with a string announces `text/plain`.',
    ],
  },
  json: {
    title: 'The body is a JSON object',
    refusal: '200 with `INVALID_JSON`',
    rule: 'JSON in UTF-8, an object at the top. From here on MDES itself answers: with status 200 and `errors` in the body, so a client has to look into every 200.',
    lookAt: [
      'A byte order mark at the beginning, or a trailing comma.',
      'Curly quotation marks of a text editor.',
    ],
  },
  fields: {
    title: 'Every field is as the specification says',
    refusal:
      '200 with `MISSING_REQUIRED_FIELD`, `INVALID_FIELD_LENGTH`, `INVALID_FIELD_FORMAT`, `INVALID_FIELD_VALUE` or `UNRECOGNIZED_FIELD`, one error per field',
    rule: 'Lengths, formats and unknown members are all judged; all faults are answered at once. Leave out what is empty: no field may be `""`. `pushAccountReceiptsValidityPeriod` is a number over 4 and up to 15, `locale` is like `en_US`, `callbackURL` is absolute and has at most 256 characters.',
    lookAt: [
      'Names and values are case sensitive; only the booleans in `signatureData` are lenient.',
      'Numbers are not strings and strings are not numbers.',
      'The encrypted members stand inside `encryptedPayload`, beside each other: `encryptedData`, `encryptedKey`, `iv`, `oaepHashingAlgorithm`, `publicKeyFingerprint`.',
    ],
  },
  'token-requestor': {
    title: 'The token requestor takes part in Token Connect',
    refusal: '200 with `INVALID_FIELD_VALUE - tokenRequestorId`',
    rule: '`tokenRequestorId` has eleven digits and names a token requestor whose `supportsTokenConnect` is true. Click to Pay is `50123197928`.',
    lookAt: ['Ask `getEligibleTokenRequestors` instead of writing ids into code.'],
  },
  fingerprint: {
    title: 'The fingerprint names a key of this environment',
    refusal: '200 with `CRYPTOGRAPHY_ERROR`',
    rule: '`publicKeyFingerprint` is hex of SHA-256 (or SHA-1) over the DER of the encryption certificate, or over the DER (SPKI) of its public key. `npm run sandbox` prints the right one.',
    lookAt: [
      'Hash the DER bytes, not the PEM text.',
      'It names the certificate of the environment that you call; the one of Mastercard’s sandbox is another.',
    ],
  },
  decryption: {
    title: 'The payload opens',
    refusal: '200 with `CRYPTOGRAPHY_ERROR`',
    rule: 'A fresh AES key of 128 (or 256) bits, CBC with PKCS#7 padding (or GCM with `tag`), the key wrapped with RSA-OAEP whose hash and MGF1 hash are both the one in `oaepHashingAlgorithm` (`SHA512` or `SHA256`, without a hyphen), an empty label, and everything in hex. RSA PKCS#1 v1.5 is refused. The content is the bare JSON array of accounts (for `pushAccount` the object).',
    lookAt: [
      'Java’s `OAEPWithSHA-512AndMGF1Padding` masks with SHA-1: pass an `OAEPParameterSpec`.',
      '`iv` in hex has 32 digits for CBC and 24 for GCM; without it sixteen zero bytes are meant.',
      'Base64 where hex belongs.',
      'With Mastercard’s library: `oaepPaddingDigestAlgorithm: "SHA-512"`, `dataEncoding: "hex"`.',
    ],
  },
  accounts: {
    title: 'The decrypted accounts are as the specification says',
    refusal: '200 with the errors of fields, as above',
    rule: 'One to five accounts, each `{pushAccountId, fundingAccountData}` with its own `pushAccountId`, one funding source, a number whose check digit fits, an expiry that is not over (month and year together), a name of at most 27 characters, three-letter countries, a dial code without `+`, and a `dataValidUntilTimestamp` at most 30 days ahead with at most three digits of a second’s fraction.',
    lookAt: [
      'Never send a card’s security digits: the schema has no such field.',
      'Java’s `ISO_OFFSET_DATE_TIME` prints nanoseconds, which are too long.',
      'Two-letter countries belong elsewhere; here it is `GBR`.',
    ],
  },
  'number-of-accounts': {
    title: 'Several cards only where several are taken',
    refusal: '200 with `INVALID_FIELD_LENGTH - encryptedData`',
    rule: 'A token requestor whose `supportsMultiplePushedCards` is false takes one card per push.',
    lookAt: ['Read the flag from `getEligibleTokenRequestors`.'],
  },
  eligibility: {
    title: 'A card that is not eligible',
    refusal: '200 with `ACCOUNT_INELIGIBLE` at the account, or for the whole call of `pushAccount`',
    rule: 'Each account has its own answer: a receipt, or `errors`. The others go on. A card is eligible when its range is enabled for the token requestor.',
    lookAt: [
      'Ask `getEligibleTokenRequestors` first, with the start of the card’s account range.',
      'Some test cards ask for this answer: see the table of test cards.',
    ],
  },
  'account-ranges': {
    title: 'An account range that nobody has enabled',
    refusal: '200 with a list that lacks it; no error',
    rule: 'An account range is padded with zeros to 19 digits and has to be equal to the start of an enabled range. It is not a prefix of one, and not the card’s own number.',
    lookAt: [
      'Send starts of ranges as your issuer knows them, for example `512345000`.',
      'The answer’s `enabledAccountRanges` are 19-digit JSON numbers, which `JSON.parse` rounds: read them without loss.',
    ],
  },
  'asset-id': {
    title: 'The asset exists',
    refusal: '200 with `INVALID_ASSET_ID`',
    rule: 'The last part of the path is an `imageAssetId` from `getEligibleTokenRequestors`, a UUID.',
    lookAt: ['Assets never change: fetch each once and keep it.'],
  },
};
