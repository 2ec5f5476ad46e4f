/** Stands where the demo's tools stand in a demo build: a production build has none of them (decisions 4). */
export function DemoPersonas(): null {
  return null;
}
export function DemoTools(): null {
  return null;
}
export function DemoPhone(): null {
  return null;
}
export function DemoTryIt(): null {
  return null;
}
