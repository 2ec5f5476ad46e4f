/** What a demo build has and a production build has not (decisions 4); `no-tools.tsx` is its twin with the same names and props. */
export { DemoPhone } from './demo-phone.demo';
export { DemoTools } from './demo-tools.demo';
export { DemoPersonas } from './personas.demo';
export { DemoTryIt } from './try-it.demo';
