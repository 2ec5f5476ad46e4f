/** Stands where the demo's recorder stands in a demo build: a production build keeps nothing of what passes by (docs/adr/0002). */
export const wireTap = undefined;
export function recordLeave(_leave: { enrollmentId: string; request: Request; location: string }): void {
  return;
}
export function recordReturn(_return: { request: Request; location: string }): void {
  return;
}
