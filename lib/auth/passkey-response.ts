import { z } from 'zod';

/** base64url without padding, as browsers send it. */
const bytes = (max: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(max);
const common = {
  id: bytes(1_400),
  rawId: bytes(1_400),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).transform(() => ({})),
};
const parsed = z
  .string()
  .max(20_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'is not JSON' });
      return z.NEVER;
    }
  });

/** What `navigator.credentials.get` answered, as JSON text (WebAuthn 3, 5.1.8): only what is checked goes on. */
export const assertionSchema = parsed.pipe(
  z.object({
    ...common,
    response: z.object({
      clientDataJSON: bytes(8_000),
      authenticatorData: bytes(8_000),
      signature: bytes(8_000),
    }),
  }),
);
export type Assertion = z.output<typeof assertionSchema>;

/** What `navigator.credentials.create` answered, as JSON text. */
export const registrationSchema = parsed.pipe(
  z.object({
    ...common,
    response: z.object({
      clientDataJSON: bytes(8_000),
      attestationObject: bytes(16_000),
      transports: z
        .array(z.string().regex(/^[a-z-]{1,20}$/))
        .max(10)
        .optional(),
    }),
  }),
);
export type Registration = z.output<typeof registrationSchema>;
