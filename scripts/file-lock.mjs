import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** @param {string} path */
async function ownerOf(path) {
  const text = await readFile(path, 'utf8').catch(() => '');
  return Number.parseInt(text, 10);
}

/**
 * Runs `work` while this process owns `path`: two starts at once must neither generate two sets of keys nor build
 * into one folder. A lock whose owner is dead is taken over.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {{ waitMs?: number, onWait?: (owner: number) => void }} [options]
 * @returns {Promise<T>}
 * @throws {Refusal} when a live owner keeps it longer than `waitMs`
 */
export async function withFileLock(path, work, { waitMs = 30_000, onWait } = {}) {
  const deadline = Date.now() + waitMs;
  for (let told = false; ;) {
    try {
      await writeFile(path, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = await ownerOf(path);
    // An empty file is one that its owner is just writing: look again before calling it abandoned.
    if (Number.isNaN(owner) ? Date.now() > deadline : owner !== process.pid && !isAlive(owner)) {
      await rm(path, { force: true });
      continue;
    }
    if (Date.now() > deadline)
      throw new Refusal(`Process ${owner} holds ${path}: stop it, or delete that file if it is gone.`);
    if (!told) onWait?.(owner);
    told = true;
    await pause(100);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}
