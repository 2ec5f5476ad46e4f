import { z } from 'zod';
import { LINE_PATTERNS } from '@/lib/domain/brand';
import { parseColour } from '@/lib/domain/colour';
import { APP_LOCALES, LANGUAGES } from '@/lib/i18n/locale';

/** Commands and numbers of SVG path data and nothing else: what is written into a drawing can be nothing but a shape. */
const PATH_DATA = /^[Mm][MmLlHhVvCcSsQqTtAaZz0-9eE.,+\s-]*$/;

/** Printed beside other words, read aloud and written into messages: no control characters, no mark-up, no directions of its own. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,&'’()+-]*$/u;

const name = (most: number) =>
  z
    .string()
    .max(most, `must have at most ${String(most)} characters`)
    .regex(NAME, "must begin with a letter or digit and hold letters, digits, spaces and .,&'()+- alone");

const colour = z.string().transform((text, context) => {
  const parsed = parseColour(text);
  if (parsed !== null) return parsed;
  context.addIssue({
    code: 'custom',
    message: 'must be a colour: #rrggbb, or oklch(L% C H) with L to 100, C to 0.4 and H to 360',
  });
  return z.NEVER;
});

/** A page of this portal, or of the bank: nothing that runs, nothing in the clear, no other name in front of the host. */
const link = z
  .string()
  .max(300, 'must have at most 300 characters')
  .refine(
    isLink,
    'must be /legal/privacy, /legal/terms or an absolute https address without a name or password',
  );

function isLink(text: string): boolean {
  if (text === '/legal/privacy' || text === '/legal/terms') return true;
  if (!/^https:\/\/[\w.~:/?#@!$&'()*+,;=%-]+$/.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === '' && password === '' && hostname.includes('.');
}

const card = z.strictObject({
  name: name(40),
  pattern: z.enum(LINE_PATTERNS, `must be one of ${LINE_PATTERNS.join(', ')}`),
  field: z.tuple([colour, colour]),
  lines: colour,
  linesOpacity: z.number().min(0, 'must be 0 to 1').max(1, 'must be 0 to 1'),
  ink: colour,
  chip: colour.nullable(),
});

/** A brand file as it is written (docs/branding.md); colours come out as numbers. */
export const brandSchema = z.strictObject({
  name: name(40),
  mark: z
    .string()
    .max(4000, 'must have at most 4000 characters')
    .regex(PATH_DATA, 'must be SVG path data alone, beginning with M'),
  accent: colour,
  artwork: z.strictObject({ field: colour, lines: colour }),
  cards: z.strictObject({ everyday: card, reserve: card, together: card, online: card }),
  links: z.strictObject({ privacy: link, terms: link }),
  support: z.strictObject({
    phone: z
      .string()
      .regex(/^\+?\d(?:[ -]?\d){4,18}$/, 'must be digits with single spaces or dashes, perhaps a + in front'),
  }),
  languages: z
    .array(
      z.enum(
        APP_LOCALES,
        `must be of ${APP_LOCALES.map((locale) => `${locale} (${LANGUAGES[locale].name})`).join(', ')}`,
      ),
    )
    .min(1, 'must name at least one language')
    .refine((languages) => new Set(languages).size === languages.length, 'must name each language once'),
});
export type Brand = z.output<typeof brandSchema>;
