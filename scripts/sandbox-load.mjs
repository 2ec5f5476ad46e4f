// `npm run sandbox:load`: many scripted journeys at once against both programs, on this machine only.
import { startOnSupportedNode } from './node-version.mjs';

startOnSupportedNode(() =>
  import('./load/run-load.mjs').then((module) => module.runLoad(process.argv.slice(2), process.env)),
);
