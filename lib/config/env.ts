import { parseConfig, type Config } from './env-schema';

/** Thrown when the environment is not a configuration; `faults` are for the operator and hold no values. */
export class ConfigError extends Error {
  constructor(readonly faults: string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigError';
  }
}

let parsed: Config | undefined;

/** The configuration of this process: the only reader of `process.env`. */
export function config(): Config {
  if (parsed === undefined) {
    const result = parseConfig(process.env);
    if (!result.ok) throw new ConfigError(result.faults);
    parsed = result.config;
  }
  return parsed;
}

/** The file that says which bank this is; null: the default bank. Apart from the rest, so that words need no configuration. */
export function brandFile(): string | null {
  return process.env['BRAND_FILE']?.trim() || null;
}

/** `npm run dev` serves through Next's development server; nothing else does. */
export function isDevelopmentServer(): boolean {
  return process.env['PORTAL_DEV'] === '1';
}
