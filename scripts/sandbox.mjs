// `npm run sandbox`: the sandbox alone, for a portal that runs elsewhere or is somebody else's.
import { startOnSupportedNode } from './node-version.mjs';

startOnSupportedNode(() =>
  import('./launch-sandbox.mjs').then((module) => module.launchSandbox(process.env, process.argv.slice(2))),
);
