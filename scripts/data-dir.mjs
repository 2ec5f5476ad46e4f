import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';

/**
 * Makes sure that `dir` exists, is private and can be written. A folder that somebody else filled keeps its mode
 * (`DATA_DIR=/tmp` must not lock everybody out); what is put into it is private either way.
 * @param {string} dir absolute
 * @throws {Refusal} one sentence that names DATA_DIR
 */
export async function prepareDataDir(dir) {
  try {
    const created = await mkdir(dir, { recursive: true, mode: 0o700 });
    const names = await readdir(dir);
    if (created !== undefined || names.length === 0 || names.includes('secrets.json'))
      await chmod(dir, 0o700);
    const probe = join(dir, `.writable-${randomBytes(6).toString('hex')}`);
    await writeFile(probe, '', { flag: 'wx', mode: 0o600 });
    await rm(probe);
  } catch (error) {
    throw new Refusal(
      `The data folder ${dir} cannot be written (${error.code ?? error.message}): set DATA_DIR to a folder that this account may write.`,
    );
  }
}
