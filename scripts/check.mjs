// `npm run check`: what `npm test` does before the browser.
import { startOnSupportedNode } from './node-version.mjs';

startOnSupportedNode(() => import('./prove.mjs').then((module) => module.prove({ browser: false })));
