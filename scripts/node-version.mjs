// Imported before anything else is known about this machine, so the syntax here stays as old as ES modules are.

const NEEDED_MAJOR = 20;
const NEEDED_MINOR = 9;

/** One sentence when `version` (such as `v18.19.0`) is older than `engines.node` in package.json; otherwise undefined. */
export function nodeVersionFault(version) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  const old = parts[0] < NEEDED_MAJOR || (parts[0] === NEEDED_MAJOR && parts[1] < NEEDED_MINOR);
  if (!old) return undefined;
  return `Node.js ${NEEDED_MAJOR}.${NEEDED_MINOR} or newer is needed and this is ${version}: install a newer Node.js and run the same command again.`;
}

/** Runs `main` on a Node.js that can run it; every known failure is one sentence and exit code 1. */
export function startOnSupportedNode(main) {
  const fault = nodeVersionFault(process.version);
  if (fault) {
    console.error(fault);
    process.exitCode = 1;
    return;
  }
  main().then(
    function (code) {
      if (typeof code === 'number') process.exitCode = code;
    },
    function (error) {
      console.error(error && error.name === 'Refusal' ? error.message : error);
      process.exitCode = 1;
    },
  );
}
