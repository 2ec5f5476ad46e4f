import type { CoreBanking } from './core-banking';
import { databaseCoreBanking } from './database-adapter';

/** The adapter in use: a bank that has its own names it here. */
export function coreBanking(): CoreBanking {
  return databaseCoreBanking;
}
