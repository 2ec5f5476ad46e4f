import type { Metadata } from 'next';
import { Controls } from '@/components/demo/presenter/controls.demo';
import { StoryList } from '@/components/demo/presenter/story-list.demo';
import { stories } from '@/lib/demo/stories.demo';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import { stage } from './stage.demo';

export function generateMetadata(): Metadata {
  return { title: demoWords('presenter')('title') };
}

/** The stage door: who can be played, what to show, and what can be set. */
export default async function StoriesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const t = demoWords('presenter');
  const { controls, said } = await stage(searchParams);
  return (
    <main id="main" className="page" lang="en" dir="ltr">
      <h1 className="text-h1">{t('title')}</h1>
      <p className="mt-2 max-w-measure text-lead text-ink-2">{t('lead')}</p>
      <p className="mt-3 flex flex-wrap gap-x-6 text-note">
        <a href="/demo/presenter" target="presenter" className="py-1 text-accent-text underline">
          {t('secondScreen')}
        </a>
        <a href="/demo/inspector" target="inspector" className="py-1 text-accent-text underline">
          {t('inspector')}
        </a>
        <a href="/demo/components" className="py-1 text-accent-text underline">
          {t('components')}
        </a>
      </p>
      <p role="status" className="mt-3 min-h-6 text-note font-medium">
        {said}
      </p>
      <div className="mt-2 grid gap-10 lg:grid-cols-rail lg:gap-16">
        <section aria-label={t('title')}>
          <StoryList stories={stories()} />
        </section>
        <section aria-label={t('controls')}>
          <h2 className="mb-3 text-h2">{t('controls')}</h2>
          <Controls {...controls} />
        </section>
      </div>
    </main>
  );
}
