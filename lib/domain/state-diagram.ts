import { ENROLLMENT_EVENTS, ENROLLMENT_STATES, TRANSITIONS } from './enrollment';

/** The transition table as a Mermaid diagram: what `docs/architecture.md` shows, so that picture and code cannot part. */
export function stateDiagram(): string {
  const lines = ['stateDiagram-v2', '  [*] --> draft'];
  for (const from of ENROLLMENT_STATES) {
    const events = ENROLLMENT_EVENTS.filter((event) => TRANSITIONS[from][event] !== undefined);
    for (const event of events) lines.push(`  ${from} --> ${TRANSITIONS[from][event] ?? ''}: ${event}`);
    if (events.length === 0) lines.push(`  ${from} --> [*]`);
  }
  return lines.join('\n');
}
