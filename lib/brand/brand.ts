import { brandFile } from '@/lib/config/env';
import { parseJsonFile, textOfFile } from '@/lib/config/json-file';
import partnerBank from '@/brands/partner-bank.json';
import { brandSchema, type Brand } from './brand-schema';
import { corrected, illegible } from './correct';

const NAME = 'BRAND_FILE';

export interface ReadBrand {
  brand: Brand;
  /** What was changed so that it can be read, a sentence each. */
  warnings: string[];
}

/** Once for each file in this process, on globalThis: the server's bundle reads it at boot, Next's bundles use what it read. */
const KEY = Symbol.for('issuer-portal.brand');
const registry = globalThis as { [KEY]?: Map<string | null, ReadBrand> | undefined };

/**
 * Reads the brand of this portal, that of `BRAND_FILE`, else Partner Bank; once, whatever becomes of the file.
 * @throws JsonFileError when the file cannot be read or is no brand
 */
export function readBrand(file = brandFile()): ReadBrand {
  const read = (registry[KEY] ??= new Map());
  const known =
    read.get(file) ??
    (file === null
      ? { brand: brandSchema.parse(partnerBank), warnings: [] }
      : parseBrand(textOfFile(NAME, file)));
  read.set(file, known);
  return known;
}

/** The bank that this portal is. */
export const brand = (): Brand => readBrand().brand;

/** Parses the text of a brand file. @throws JsonFileError with every fault at once */
export function parseBrand(text: string): ReadBrand {
  const { value, lineAt } = parseJsonFile({ variable: NAME, whole: 'brand' }, text, brandSchema, illegible);
  const { brand: usable, corrections } = corrected(value);
  return {
    brand: usable,
    warnings: corrections.map(({ path, words }) => `${NAME} line ${String(lineAt(path))}: ${words}.`),
  };
}
