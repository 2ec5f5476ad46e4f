import { z } from 'zod';

/**
 * Answers as Token Connect sends them: strict in the members we use, blind to all others, so that a new field or a
 * new enumeration value never breaks a bank (spec sections 4 and 5).
 */

const range = z.union([z.string(), z.number().int().nonnegative().transform(String)]);

/** Padded with zeros to the 19 digits in which MDES compares ranges (spec section 4.1). */
const accountRange = range.pipe(z.string().regex(/^\d{9,19}$/)).transform((digits) => digits.padEnd(19, '0'));

const nullable = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? undefined);

const mdesErrorSchema = z
  .object({
    source: nullable(z.string()),
    reasonCode: nullable(z.string()),
    errorCode: nullable(z.string()),
    description: nullable(z.string()),
  })
  .transform((e) => ({
    source: e.source ?? 'MDES',
    reasonCode: e.reasonCode ?? e.errorCode ?? 'UNKNOWN',
    description: e.description,
  }));

export type MdesError = z.infer<typeof mdesErrorSchema>;

/** `ErrorWrapper`, on any status, and `errors` beside `responseId` on 200. */
export const errorWrapperSchema = z.object({ errors: z.array(mdesErrorSchema).min(1) });

const gatewayErrorSchema = z
  .object({
    Source: nullable(z.string()),
    ReasonCode: nullable(z.string()),
    Description: nullable(z.string()),
  })
  .transform((e) => ({
    source: e.Source ?? 'Gateway',
    reasonCode: e.ReasonCode ?? 'UNKNOWN',
    description: e.Description,
  }));

/** The gateway's own shape: `Errors.Error` is an array, or one object (spec section 2.1). */
export const gatewayErrorsSchema = z.object({
  Errors: z.object({
    Error: z.union([z.array(gatewayErrorSchema).min(1), gatewayErrorSchema.transform((one) => [one])]),
  }),
});

const pushMethodSchema = z.object({ type: z.string().min(1).max(32), uri: z.string().min(1).max(2048) });

const tokenRequestorSchema = z.object({
  tokenRequestorId: z.string().regex(/^\d{11}$/),
  name: z.string().min(1),
  consumerFacingEntityName: z.string().min(1),
  imageAssetId: nullable(z.string().min(1).max(64)),
  tokenRequestorType: z.string().min(1),
  walletId: nullable(z.string()),
  enabledAccountRanges: z.array(accountRange),
  supportedPushMethods: nullable(z.array(z.string())),
  availablePushMethods: nullable(z.array(pushMethodSchema)),
  supportsMultiplePushedCards: nullable(z.boolean()),
  supportedAccountHolderData: nullable(z.array(z.string())),
});

export const eligibleResponseSchema = z.object({
  responseId: z.string().min(1),
  tokenRequestors: nullable(z.array(tokenRequestorSchema)),
});

const pixels = z.union([z.string().regex(/^\d{1,6}$/), z.number().int().nonnegative()]).transform(Number);

export const assetResponseSchema = z.object({
  mediaContents: z.array(
    z.object({
      type: z.string().min(1).max(32),
      data: z.base64(),
      width: nullable(pixels),
      height: nullable(pixels),
    }),
  ),
});

/** The spec asks receivers not to mind the case of booleans; a string is read as what it says. */
const flag = z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })]);

export const pushResponseSchema = z.object({
  responseId: z.string().min(1),
  pushAccountReceipts: nullable(
    z.array(
      z.object({
        pushAccountId: z.string(),
        pushAccountReceipt: nullable(z.string().regex(/^[A-Za-z0-9-]{1,64}$/)),
        errors: nullable(z.array(mdesErrorSchema)),
      }),
    ),
  ),
  availablePushMethods: nullable(z.array(pushMethodSchema)),
  signature: nullable(z.string().min(1).max(8192)),
  tokenRequestorSignatureSupport: nullable(flag),
  errors: nullable(z.array(mdesErrorSchema)),
});

export type PushResponse = z.infer<typeof pushResponseSchema>;
