// `npm test`: from a fresh clone, everything that proves this repository.
import { startOnSupportedNode } from './node-version.mjs';

startOnSupportedNode(() => import('./prove.mjs').then((module) => module.prove({ browser: true })));
