/** When the warning begins, and when it is said again: seconds before the session ends. */
const WARN_AT_SECONDS = 60;
const SAY_AGAIN_AT_SECONDS = 30;

export type SessionStage = 'quiet' | 'minute' | 'half' | 'over';

/** What to show with this much left. The words change twice, so that a screen reader is told twice and not each second. */
export function sessionStage(secondsLeft: number): SessionStage {
  if (secondsLeft <= 0) return 'over';
  if (secondsLeft <= SAY_AGAIN_AT_SECONDS) return 'half';
  return secondsLeft <= WARN_AT_SECONDS ? 'minute' : 'quiet';
}

/** Milliseconds until the stage changes next; 0 when it is over. */
export function untilNextStage(secondsLeft: number): number {
  const next = [WARN_AT_SECONDS, SAY_AGAIN_AT_SECONDS, 0].find((mark) => mark < secondsLeft);
  return next === undefined ? 0 : (secondsLeft - next) * 1000;
}
