/** One line of the doctor's report. */
export interface Finding {
  /** A warning does not change the exit code. */
  mark: 'ok' | 'warn' | 'fault';
  subject: string;
  words: string;
  /** What to do about it. */
  fix?: string;
}

const MARKS = { ok: 'ok   ', warn: 'WARN ', fault: 'FAULT' };

/** A finding as it is printed, its remedy on a line of its own. */
export function toLines({ mark, subject, words, fix }: Finding): string {
  const line = `${MARKS[mark]}  ${subject}: ${words}`;
  return fix === undefined ? line : `${line}\n       -> ${fix}`;
}

/** The last line: what all of it comes to. */
export function summary(findings: readonly Finding[]): string {
  const count = (mark: Finding['mark']) => findings.filter((finding) => finding.mark === mark).length;
  return `${count('ok')} ok, ${count('warn')} warnings, ${count('fault')} faults`;
}
