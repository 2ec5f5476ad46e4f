import demo from '@/messages/en/demo.json';
import { PERSONAS } from './personas.demo';

/** A persona as somebody on a stage needs it: who, what it shows, and the script. */
export interface Story {
  username: string;
  name: string;
  /** One line on what this person shows. */
  line: string;
  /** What to do and what to say, in order. */
  steps: readonly string[];
}

const SCRIPTS: Readonly<Record<string, Readonly<Record<string, string>>>> = demo.stories;

/** The published people, each with the script of their story. */
export function stories(): Story[] {
  return PERSONAS.map(({ username, givenName, familyName, story }) => ({
    username,
    name: `${givenName} ${familyName}`,
    line: story,
    steps: Object.values(SCRIPTS[username] ?? {}),
  }));
}
