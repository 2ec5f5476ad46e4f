import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DirectoryInUseError, lockDirectory } from './directory-lock';

let directory = '';
const file = () => path.join(directory, 'owner.pid');
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'portal-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('OP-07: the lock of the data folder', () => {
  it('names its owner and is gone after the release', () => {
    const release = lockDirectory(directory);
    expect(Number.parseInt(readFileSync(file(), 'utf8'), 10)).toBe(process.pid);
    release();
    expect(readdirSync(directory)).toEqual([]);
    release();
  });

  it('refuses a second opener in this process, and lets the next one in after the release', () => {
    const release = lockDirectory(directory);
    expect(() => lockDirectory(directory)).toThrow(DirectoryInUseError);
    release();
    lockDirectory(directory)();
  });

  it('refuses while another process lives that took it, and says which and what to do', async () => {
    const owner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await once(owner, 'spawn');
    writeFileSync(file(), String(owner.pid));
    expect(() => lockDirectory(directory)).toThrow(
      `in use by process ${owner.pid}: stop the portal first, or set DATA_DIR`,
    );
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    lockDirectory(directory)();
  });

  it('is taken over from an owner that died', () => {
    writeFileSync(file(), String(deadPid()));
    const release = lockDirectory(directory);
    expect(Number.parseInt(readFileSync(file(), 'utf8'), 10)).toBe(process.pid);
    release();
  });

  it('is taken over from a dead process whose number this one, or any other, was given since', () => {
    writeFileSync(file(), `${process.pid} 12345`);
    lockDirectory(directory)();
    writeFileSync(file(), `${process.ppid} 12345`);
    lockDirectory(directory)();
    writeFileSync(file(), String(process.pid));
    lockDirectory(directory)();
  });

  it('is taken over when it names nobody', () => {
    for (const text of ['', 'nobody', '0', '-1']) {
      writeFileSync(file(), text);
      lockDirectory(directory)();
    }
  });

  it('says when the folder itself cannot be written', () => {
    expect(() => lockDirectory(path.join(directory, 'missing'))).toThrow(/ENOENT/);
  });
});
