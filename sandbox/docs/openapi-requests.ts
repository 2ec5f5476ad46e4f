const text = (minLength: number, maxLength: number, more: object = {}) => ({
  type: 'string',
  minLength,
  maxLength,
  ...more,
});
const digits = (min: number, max: number) => text(min, max, { pattern: '^[0-9]+$' });
const hex = (min: number, max: number) => text(min, max, { pattern: '^([0-9a-fA-F]{2})+$' });
const lenientBoolean = {
  description: 'JSON booleans; the strings "true" and "false" in any case are taken as well (spec 1.3).',
  anyOf: [{ type: 'boolean' }, { type: 'string', pattern: '^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$' }],
};
const strict = (properties: Record<string, object>, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const requestId = text(1, 64, { description: 'The caller’s own id of the call.' });
const tokenRequestorId = { ...digits(11, 11), examples: ['50123197928'] };

/** What is sent: the four operations' bodies, and what is inside `encryptedData` before it is encrypted (spec 3 and 4). */
export const REQUEST_SCHEMAS = {
  GetEligibleTokenRequestorsRequest: strict(
    {
      requestId,
      accountRanges: {
        type: 'array',
        minItems: 1,
        maxItems: 25,
        items: digits(9, 19),
        description:
          'Starts of account ranges; padded with zeros to 19 digits they have to equal an enabled start.',
        examples: [['512345000']],
      },
      supportsTokenConnect: { type: 'boolean', deprecated: true },
    },
    ['requestId', 'accountRanges'],
  ),
  PushMultipleAccountsRequest: strict(
    {
      requestId,
      tokenRequestorId,
      pushFundingAccounts: strict({ encryptedPayload: ref('EncryptedPayload') }, ['encryptedPayload']),
      signatureData: ref('SignatureData'),
      requestIssuerInitiatedDigitizationData: { type: 'boolean', default: false },
      pushAccountReceiptsValidityPeriod: {
        type: 'number',
        exclusiveMinimum: 4,
        maximum: 15,
        default: 15,
        description: 'Minutes.',
      },
      authenticationCode: text(1, 32),
    },
    ['requestId', 'tokenRequestorId', 'pushFundingAccounts'],
  ),
  PushAccountRequest: strict(
    {
      requestId,
      tokenRequestorId,
      pushFundingAccount: strict({ encryptedPayload: ref('EncryptedPayload') }, ['encryptedPayload']),
    },
    ['requestId', 'tokenRequestorId', 'pushFundingAccount'],
  ),
  EncryptedPayload: {
    ...strict(
      {
        encryptedData: { type: 'string', pattern: '^([0-9a-fA-F]{2})+$' },
        publicKeyFingerprint: hex(32, 64),
        encryptedKey: hex(32, 512),
        oaepHashingAlgorithm: { enum: ['SHA256', 'SHA512'] },
        iv: hex(24, 32),
        algorithmCipherMode: { enum: ['CBC', 'GCM'], default: 'CBC' },
        tag: hex(1, 36),
        aad: hex(1, 36),
      },
      ['encryptedData', 'publicKeyFingerprint', 'encryptedKey'],
    ),
    description:
      'encryptedData opens to an array of FundingAccount (pushMultipleAccounts) or to one FundingAccountData (pushAccount): AES with a fresh key, CBC and PKCS#7 or GCM, the key wrapped with RSA-OAEP.',
  },
  SignatureData: strict({
    callbackURL: text(1, 256, { format: 'uri' }),
    completeIssuerAppActivation: lenientBoolean,
    completeWebsiteActivation: lenientBoolean,
    accountHolderDataSupplied: lenientBoolean,
    locale: text(4, 5, { pattern: '^[a-z]{2}_[A-Z]{2}$' }),
    tokenRequestorSessionId: text(3, 64),
  }),
  FundingAccount: strict({ pushAccountId: text(1, 36), fundingAccountData: ref('FundingAccountData') }, [
    'pushAccountId',
    'fundingAccountData',
  ]),
  FundingAccountData: {
    ...strict({
      dataValidUntilTimestamp: text(20, 29, {
        pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$',
      }),
      cardAccountData: strict(
        {
          accountNumber: digits(9, 19),
          expiryMonth: text(2, 2, { pattern: '^(0[1-9]|1[0-2])$' }),
          expiryYear: digits(2, 2),
        },
        ['accountNumber'],
      ),
      financialAccountData: strict(
        {
          financialAccountId: text(9, 64),
          interbankCardAssociationId: digits(3, 11),
          countryCode: text(3, 3, { pattern: '^[A-Z]{3}$' }),
        },
        ['financialAccountId', 'interbankCardAssociationId', 'countryCode'],
      ),
      accountHolderData: ref('AccountHolderData'),
    }),
    oneOf: [{ required: ['cardAccountData'] }, { required: ['financialAccountData'] }],
  },
  AccountHolderData: strict({
    accountHolderName: text(1, 27),
    accountHolderAddress: strict({
      line1: text(1, 64),
      line2: text(1, 64),
      city: text(1, 32),
      countrySubdivision: text(1, 12),
      postalCode: text(1, 16),
      country: text(3, 3, { pattern: '^[A-Z]{3}$' }),
    }),
    accountHolderEmailAddress: text(6, 320, { pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$' }),
    accountHolderMobilePhoneNumber: strict({ countryDialInCode: digits(1, 4), phoneNumber: digits(1, 20) }, [
      'countryDialInCode',
      'phoneNumber',
    ]),
  }),
};
