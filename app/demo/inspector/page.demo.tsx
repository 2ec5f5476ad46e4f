import type { Metadata } from 'next';
import { Inspector } from '@/components/demo/inspector/inspector.demo';
import { findActor } from '@/lib/auth/actor';
import { traceFeed } from '@/lib/demo/trace/read-trace.demo';
import { demoWords } from '@/lib/i18n/demo-words.demo';

export function generateMetadata(): Metadata {
  return { title: demoWords('inspector')('title') };
}

/** The inspector in a window of its own. Nobody needs to be signed in yet: it waits for the story to begin. */
export default async function InspectorPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { journey } = await searchParams;
  const journeyId = typeof journey === 'string' ? journey : null;
  const actor = await findActor({ activity: false });
  return (
    <main id="main" className="i-window" lang="en" dir="ltr">
      <Inspector
        initial={actor === null ? null : await traceFeed(actor, journeyId)}
        journeyId={journeyId}
        heading={<h1>{demoWords('inspector')('title')}</h1>}
      />
    </main>
  );
}
