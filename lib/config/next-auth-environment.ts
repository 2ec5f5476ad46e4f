import type { Config } from './env-schema';

/** next-auth reads these names by itself; they come from ours, at boot, and from nowhere else. */
export function handToNextAuth(config: Config): void {
  process.env['NEXTAUTH_URL'] = config.origin;
  process.env['NEXTAUTH_SECRET'] = config.authSecret;
}
