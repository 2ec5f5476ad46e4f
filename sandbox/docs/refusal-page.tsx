/** @jsxImportSource hono/jsx */
import type { JournalEntry } from '@/sandbox/control/journal';
import { Frame, Words } from './frame';
import { GUIDE } from './guide';

function Quote({ title, text }: { title: string; text: string | undefined }) {
  if (text === undefined || text === '') return null;
  return (
    <>
      <h2>{title}</h2>
      <pre tabindex={0}>{text}</pre>
    </>
  );
}

/** One refused call, explained: what failed, what came in, what was computed, what to look at. */
export function RefusalPage({ entry }: { entry: JournalEntry }) {
  const { lesson, hint, passed } = entry.verification;
  if (lesson === undefined) {
    return (
      <Frame title="Nothing to explain">
        <p>
          This call passed every check.{' '}
          <a href={`/__sandbox/#entry-${entry.id}`}>What came in and went out</a>
        </p>
      </Frame>
    );
  }
  const paragraph = GUIDE[lesson.check];
  const spread = (text: string | undefined) => text?.replaceAll(' | ', '\n');
  return (
    <Frame title={paragraph.title}>
      <p>
        Call {String(entry.id)}, {entry.at}: <code>{`${entry.method} ${new URL(entry.url).pathname}`}</code>.{' '}
        {entry.verification.failed === undefined ? 'Explained by' : 'Ended by'} the check{' '}
        <code>{lesson.check}</code>
        {hint === undefined ? '.' : `: ${hint}.`}
      </p>
      <Quote title="Received" text={spread(lesson.received)} />
      <Quote title="Computed by the sandbox" text={spread(lesson.computed)} />
      <h2>Look at</h2>
      <ul>
        {lesson.lookAt && (
          <li>
            <b>{lesson.lookAt}</b>
          </li>
        )}
        {paragraph.lookAt.map((line) => (
          <li>
            <Words text={line} />
          </li>
        ))}
      </ul>
      <h2>The rule</h2>
      <p>
        <Words text={paragraph.rule} /> <a href={lesson.documentation}>In the guide</a>
      </p>
      <Quote title="Passed before" text={passed.join(', ') || 'nothing'} />
      <Quote title="Answered" text={`${entry.answer.status}\n${entry.answer.body}`} />
      <p>
        <a href={`/__sandbox/#entry-${entry.id}`}>The whole call in the journal</a>
      </p>
    </Frame>
  );
}
