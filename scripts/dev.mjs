// `npm run dev`: the sandbox rebuilt on change, the portal in Next's development mode through its own server.
import { startOnSupportedNode } from './node-version.mjs';

startOnSupportedNode(() => import('./launch-dev.mjs').then((module) => module.launchDev(process.env)));
