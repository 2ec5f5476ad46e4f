const text = (minLength: number, maxLength: number) => ({ type: 'string', minLength, maxLength });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const listOf = (items: object, more: object = {}) => ({ type: 'array', items, ...more });
/** The sandbox sends exactly these members; the real MDES may add some, so a client had better tolerate others. */
const exact = (properties: Record<string, object>, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const responseId = text(1, 64);
const receipt = { type: 'string', pattern: '^[A-Za-z0-9-]{1,64}$', description: 'Opaque.' };

/** What is answered (spec 4 and 5), by the sandbox's own exact standard. */
export const ANSWER_SCHEMAS = {
  EligibleTokenRequestors: exact({ responseId, tokenRequestors: listOf(ref('TokenRequestor')) }, [
    'responseId',
    'tokenRequestors',
  ]),
  TokenRequestor: exact(
    {
      tokenRequestorId: { type: 'string', pattern: '^[0-9]{11}$' },
      name: text(1, 64),
      consumerFacingEntityName: text(1, 100),
      imageAssetId: text(1, 64),
      tokenRequestorType: { enum: ['MERCHANT', 'WALLET'] },
      walletId: text(1, 3),
      enabledAccountRanges: listOf({
        type: 'integer',
        format: 'int64',
        description: '19 digits, beyond 2^53: read without loss.',
      }),
      supportedPushMethods: listOf({ enum: ['ANDROID', 'IOS', 'WEB'] }),
      supportsMultiplePushedCards: { type: 'boolean' },
      supportedAccountHolderData: listOf({
        enum: ['NAME', 'ADDRESS', 'EMAIL_ADDRESS', 'MOBILE_PHONE_NUMBER'],
      }),
      supportsTokenConnect: { type: 'boolean' },
      availablePushMethods: listOf(ref('PushMethod')),
    },
    ['tokenRequestorId', 'name', 'consumerFacingEntityName', 'tokenRequestorType', 'enabledAccountRanges'],
  ),
  PushMethod: exact({ type: { enum: ['ANDROID', 'IOS', 'WEB'] }, uri: text(11, 128) }, ['type', 'uri']),
  Asset: exact({ mediaContents: listOf(ref('MediaContent'), { minItems: 1 }) }, ['mediaContents']),
  MediaContent: exact(
    {
      type: { enum: ['image/png', 'image/svg+xml'] },
      data: { type: 'string', contentEncoding: 'base64', minLength: 1 },
      height: { type: 'string', pattern: '^[0-9]{1,6}$' },
      width: { type: 'string', pattern: '^[0-9]{1,6}$' },
    },
    ['type', 'data'],
  ),
  PushedAccounts: exact(
    {
      pushAccountReceipts: listOf(ref('PushedAccount'), { minItems: 1 }),
      availablePushMethods: listOf(ref('PushMethod'), { minItems: 1 }),
      signature: {
        type: 'string',
        pattern: '^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$',
        description: 'Compact JWS (RS256) over receipts, callback, locale and flags; its key is in the JWKS.',
      },
      tokenRequestorSignatureSupport: { type: 'boolean' },
      responseId,
    },
    ['pushAccountReceipts', 'tokenRequestorSignatureSupport', 'responseId'],
  ),
  PushedAccount: {
    ...exact(
      {
        pushAccountId: text(1, 36),
        pushAccountReceipt: receipt,
        issuerInitiatedDigitizationData: text(1, 5000),
        errors: listOf(ref('Error'), { minItems: 1 }),
      },
      ['pushAccountId'],
    ),
    oneOf: [{ required: ['pushAccountReceipt'] }, { required: ['errors'] }],
  },
  PushedAccountOfOld: exact(
    {
      responseId,
      pushAccountReceipt: receipt,
      availablePushMethods: listOf(ref('PushMethod'), { minItems: 1 }),
    },
    ['responseId', 'pushAccountReceipt', 'availablePushMethods'],
  ),
  Errors: exact({ errors: listOf(ref('Error'), { minItems: 1 }), responseId }, ['errors', 'responseId']),
  Error: exact({ source: { enum: ['INPUT', 'MDES'] }, reasonCode: text(1, 100), description: text(1, 256) }, [
    'source',
    'reasonCode',
    'description',
  ]),
  GatewayErrors: exact(
    {
      Errors: exact(
        {
          Error: listOf(
            exact(
              {
                Source: { const: 'Gateway' },
                ReasonCode: text(1, 100),
                Description: text(1, 256),
                Recoverable: { type: 'boolean' },
                Details: {
                  type: ['string', 'null'],
                  description:
                    'In the sandbox: the check, what was received and computed, and where to read on.',
                },
              },
              ['Source', 'ReasonCode', 'Description', 'Recoverable', 'Details'],
            ),
            { minItems: 1, maxItems: 1 },
          ),
        },
        ['Error'],
      ),
    },
    ['Errors'],
  ),
};
