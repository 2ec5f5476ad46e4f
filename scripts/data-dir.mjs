import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.mjs';

/**
 * The folder and those above it, where they are missing. Not `mkdir`'s own `recursive`: where a parent exists and still
 * answers ENOENT, as in /proc, Node.js tries for ever.
 * @param {string} dir absolute
 * @returns {Promise<boolean>} whether it was made now
 */
async function makeFolder(dir) {
  try {
    await mkdir(dir, { mode: 0o700 });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    if (error.code !== 'ENOENT' || dirname(dir) === dir) throw error;
  }
  await makeFolder(dirname(dir));
  await mkdir(dir, { mode: 0o700 });
  return true;
}

/**
 * Makes sure that `dir` exists, is private and can be written. A folder that somebody else filled keeps its mode
 * (`DATA_DIR=/tmp` must not lock everybody out); what is put into it is private either way.
 * @param {string} dir absolute
 * @throws {Refusal} one sentence that names DATA_DIR
 */
export async function prepareDataDir(dir) {
  try {
    const created = await makeFolder(dir);
    const names = await readdir(dir);
    if (created || names.length === 0 || names.includes('secrets.json')) await chmod(dir, 0o700);
    const probe = join(dir, `.writable-${randomBytes(6).toString('hex')}`);
    await writeFile(probe, '', { flag: 'wx', mode: 0o600 });
    await rm(probe);
  } catch (error) {
    throw new Refusal(
      `The data folder ${dir} cannot be written (${error.code ?? error.message}): set DATA_DIR to a folder that this account may write.`,
    );
  }
}
