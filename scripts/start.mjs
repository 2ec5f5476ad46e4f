// `npm start`: a fresh clone becomes a working bank. The work is in launch.mjs, which an old Node.js could not even parse.
import { startOnSupportedNode } from './node-version.mjs';

startOnSupportedNode(() => import('./launch.mjs').then((module) => module.launch(process.env)));
