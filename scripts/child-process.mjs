import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onStopRequest } from './stop-request.mjs';

/** Children of this process that must not outlive it, whatever ends it. */
const living = new Set();
process.on('exit', () => {
  for (const child of living) signal(child, 'SIGKILL');
});

/**
 * To the child's whole group where it leads one: a shell or npm in between must not keep its own children.
 * @param {import('node:child_process').ChildProcess & { leadsGroup?: boolean }} child
 * @param {NodeJS.Signals} name
 */
function signal(child, name) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(child.leadsGroup ? -child.pid : child.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} 1 when a signal ended it */
function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  }).finally(() => living.delete(child));
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, uid?: number, gid?: number }} [options]
 *   `quiet`: keep the output and hand it back instead of showing it
 * @returns {Promise<{ code: number, output: string, stdout: string }>} `output`: both streams as they came
 */
export async function runToEnd(command, args, { quiet = false, ...options } = {}) {
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
  const child = spawn(command, args, { ...options, stdio });
  living.add(child);
  const both = [];
  const standard = [];
  child.stdout?.on('data', (chunk) => both.push(chunk) && standard.push(chunk));
  child.stderr?.on('data', (chunk) => both.push(chunk));
  const code = await exitOf(child);
  const text = (chunks) => Buffer.concat(chunks).toString('utf8');
  return { code, output: text(both), stdout: text(standard) };
}

/**
 * Starts a program that goes on running. It gets a process group of its own, so that Ctrl-C in the terminal reaches
 * only us and we decide who stops first.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, onLine?: (line: string) => void, tiedToParent?: boolean }} options
 *   `tiedToParent`: opens a channel by whose end the child learns that we are gone (parent-watch.mjs)
 */
export function startProcess(command, args, { onLine, tiedToParent = false, ...options }) {
  const stdio = ['ignore', 'pipe', 'pipe', ...(tiedToParent ? ['ipc'] : [])];
  const child = spawn(command, args, { ...options, stdio, detached: true });
  child.leadsGroup = true;
  living.add(child);
  const tail = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      tail.push(line);
      if (tail.length > 20) tail.shift();
      onLine?.(line);
    });
  }
  const exited = exitOf(child).catch((error) => {
    tail.push(String(error));
    return 1;
  });
  return {
    exited,
    pid: child.pid,
    /** The last lines it wrote, at most 20. */
    lastLines: () => [...tail],
    /**
     * Asks it to stop, waits, and insists.
     * @param {number} graceMs
     * @param {NodeJS.Signals} [first]
     */
    async stop(graceMs, first = 'SIGTERM') {
      signal(child, first);
      const timer = setTimeout(() => signal(child, 'SIGKILL'), graceMs);
      const code = await exited;
      clearTimeout(timer);
      return code;
    },
    kill: () => signal(child, 'SIGKILL'),
  };
}

/**
 * Ends this process, and with it every child, when it is told to stop while nothing needs an orderly end.
 * @returns {() => void} gives the orderly way back
 */
export function exitOnSignals() {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  return onStopRequest((signal) => process.exit(codes[signal]));
}
