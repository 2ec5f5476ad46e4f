import type { Metadata } from 'next';
import { Inspector } from '@/components/demo/inspector/inspector.demo';
import { Controls } from '@/components/demo/presenter/controls.demo';
import '@/components/demo/presenter/presenter.css';
import { StoryList } from '@/components/demo/presenter/story-list.demo';
import { stories } from '@/lib/demo/stories.demo';
import { traceFeed } from '@/lib/demo/trace/read-trace.demo';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import { stage } from '../stage.demo';

export function generateMetadata(): Metadata {
  return { title: demoWords('presenter')('presenterTitle') };
}

/** The presenter's own screen: script, controls and the live inspector, while the audience's window shows the clean journey. */
export default async function PresenterPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const t = demoWords('presenter');
  const { actor, controls, said } = await stage(searchParams);
  return (
    <main id="main" className="presenter" lang="en" dir="ltr">
      <div className="presenter-side">
        <h1 className="text-h2">{t('presenterTitle')}</h1>
        <p className="mt-1 text-note text-ink-2">{t('presenterLead')}</p>
        <p role="status" className="mt-2 min-h-6 text-note font-medium">
          {said}
        </p>
        <section aria-label={t('title')} className="presenter-part">
          <h2 className="mb-2 text-h3">{t('title')}</h2>
          <StoryList stories={stories()} target="audience" />
        </section>
        <section aria-label={t('controls')} className="presenter-part">
          <h2 className="mb-2 text-h3">{t('controls')}</h2>
          <Controls {...controls} />
        </section>
      </div>
      <section aria-label={t('inspector')} className="presenter-inspector">
        <Inspector
          initial={actor === null ? null : await traceFeed(actor, null)}
          heading={<h2>{t('inspector')}</h2>}
        />
      </section>
    </main>
  );
}
