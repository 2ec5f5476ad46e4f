import { buttonClass } from '@/components/ui/button';
import { demoWords } from '@/lib/i18n/demo-words.demo';

interface StoryListProps {
  stories: readonly { username: string; name: string; line: string; steps: readonly string[] }[];
  /** The window in which a story is played; this one when absent. */
  target?: string;
}

/** The people as stories: one click begins, and the script says what to show. */
export function StoryList({ stories, target }: StoryListProps) {
  const t = demoWords('presenter');
  return (
    <ul className="grid gap-2">
      {stories.map(({ username, name, line, steps }) => (
        <li key={username} className="border-b border-rule pb-2">
          <div className="flex items-start gap-3">
            <p className="min-w-0 flex-1 text-note">
              <b className="block">{name}</b>
              {line}
            </p>
            <form method="post" action="/api/demo/start" {...(target === undefined ? {} : { target })}>
              <input type="hidden" name="username" value={username} />
              <button
                type="submit"
                className={buttonClass({ variant: 'quiet', size: 'sm' })}
                aria-label={t('startAs', { name })}
              >
                {t('start')}
              </button>
            </form>
          </div>
          <details name="script" className="text-note text-ink-2">
            <summary className="min-h-7 py-0.5 text-accent-text">
              {t('script')} <span className="sr-only">{name}</span>
            </summary>
            <ol className="ms-5 mt-1 grid list-decimal gap-1.5">
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </details>
        </li>
      ))}
    </ul>
  );
}
