import { maskText } from '@/sandbox/control/mask';
import type { CheckName, Findings } from './checklist';
import type { Lesson } from './refusal';

/** Where the guide lies; each check is an anchor in it. */
const GUIDE_PATH = '/__sandbox/docs/token-connect';
/** Where one refusal is explained, with the number of its journal entry behind it. */
export const REFUSALS_PATH = '/__sandbox/refusals';

/** A lesson as the journal keeps it: which check, what it saw, where to read on. */
export interface TaughtLesson extends Lesson {
  readonly check: CheckName;
  readonly documentation: string;
}

/** What a call can teach its developer: the check that failed, or the one that explains a surprising answer. */
export function lessonOf(findings: Findings, origin: string): TaughtLesson | undefined {
  const { failed, advice } = findings;
  const taught = failed === undefined ? advice : { check: failed, lesson: findings.lesson ?? {} };
  if (taught === undefined) return undefined;
  const { received, computed, lookAt } = taught.lesson;
  return {
    check: taught.check,
    // A base string quotes the query, and a query could carry what must never be repeated.
    ...(received !== undefined && { received: maskText(received) }),
    ...(computed !== undefined && { computed: maskText(computed) }),
    ...(lookAt !== undefined && { lookAt: maskText(lookAt) }),
    documentation: `${origin}${GUIDE_PATH}#${taught.check}`,
  };
}

/**
 * Headers beside an answer: strict parsers of bodies do not notice them, and people who look for help find the way.
 * @param entryId number of the journal entry that this call will have
 */
export function teachingHeaders(
  lesson: TaughtLesson | undefined,
  origin: string,
  entryId: number,
): Readonly<Record<string, string>> {
  if (lesson === undefined) return {};
  return {
    'sandbox-check': lesson.check,
    'sandbox-explanation': `${origin}${REFUSALS_PATH}/${entryId}`,
    link: `<${lesson.documentation}>; rel="help"`,
  };
}
