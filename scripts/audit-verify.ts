/**
 * `npm run audit:verify [-- <seq>:<hash>]`: walks the audit chain to its sealed head (OP-02). Exit 1 names the first entry that
 * is not as it was written; the argument is a head that was noted before, from the log or from an earlier run.
 */
import { anchorText, parseAnchor } from '@/lib/audit/anchor';
import { verifyChain } from '@/lib/audit/verify-chain';
import { database } from '@/lib/db/client';
import { say, withDatabase } from './with-database';

async function main(noted: string | undefined): Promise<number> {
  const anchor = noted === undefined ? undefined : parseAnchor(noted);
  if (anchor === null) return say('A noted head looks like 42:0123abcd.89ef....', 2);
  return withDatabase(async () => {
    const verdict = await verifyChain(database(), anchor);
    if (!verdict.ok) return say(`Entry ${verdict.seq}: ${verdict.fault}.`, 1);
    if (verdict.adoptedAt !== null)
      process.stdout.write(
        `Up to entry ${verdict.adoptedAt} the chain is older than its sealed head, which was adopted there.\n`,
      );
    const head = verdict.head === null ? '' : ` Head: ${anchorText(verdict.head)}`;
    process.stdout.write(`${verdict.count} entries, unbroken.${head}\n`);
    return 0;
  });
}

process.exitCode = await main(process.argv[2]);
