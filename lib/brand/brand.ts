import { brandFile } from '@/lib/config/env';
import { parseJsonFile, textOfFile } from '@/lib/config/json-file';
import partnerBank from '@/brands/partner-bank.json';
import { brandSchema, type Brand } from './brand-schema';

const NAME = 'BRAND_FILE';

/** Once for each file in this process, on globalThis: the server's bundle reads it at boot, Next's bundles use what it read. */
const KEY = Symbol.for('issuer-portal.brand');
const registry = globalThis as { [KEY]?: Map<string | null, Brand> | undefined };

/**
 * The bank that this portal is: that of `BRAND_FILE`, else Partner Bank.
 * @throws JsonFileError when the file cannot be read or is no brand
 */
export function brand(): Brand {
  const file = brandFile();
  const read = (registry[KEY] ??= new Map());
  const known =
    read.get(file) ?? (file === null ? brandSchema.parse(partnerBank) : parseBrand(textOfFile(NAME, file)));
  read.set(file, known);
  return known;
}

/** Parses the text of a brand file. @throws JsonFileError with every fault at once */
export function parseBrand(text: string): Brand {
  return parseJsonFile({ variable: NAME, whole: 'brand' }, text, brandSchema).value;
}
