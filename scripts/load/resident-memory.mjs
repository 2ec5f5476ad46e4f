import { runToEnd } from '../child-process.mjs';
import { Refusal } from '../refusal.mjs';

const KIBI = 1024;

/** @param {number} launcher @param {string} bundle @returns {Promise<{ pid: number, mebibytes: number }>} */
export async function programBelow(launcher, bundle) {
  const { stdout } = await runToEnd('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], { quiet: true });
  for (const line of stdout.split('\n')) {
    const [, pid, parent, kibibytes, args] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === launcher && args?.includes(bundle))
      return { pid: Number(pid), mebibytes: Math.round(Number(kibibytes) / KIBI) };
  }
  throw new Refusal(`The program ${bundle} is not running any more.`);
}

/** Resident memory in MiB, by bundle. @param {number} launcher @param {readonly string[]} bundles */
export async function residentMebibytes(launcher, bundles) {
  const all = await Promise.all(
    bundles.map(async (bundle) => [bundle, (await programBelow(launcher, bundle)).mebibytes]),
  );
  return Object.fromEntries(all);
}
