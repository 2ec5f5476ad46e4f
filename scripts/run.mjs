// `node scripts/run.mjs <name> [arguments]`: one of the commands written in TypeScript, with the demo's environment unless
// APP_MODE=production, where the bundle of the build is run as it is.
import { startOnSupportedNode } from './node-version.mjs';

startOnSupportedNode(() =>
  import('./run-command.mjs').then((module) => module.runCommand(process.argv.slice(2))),
);
