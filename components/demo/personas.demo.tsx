import { ChevronRight } from 'lucide-react';
import { createTranslator, useLocale } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import words from '@/messages/en/demo.json';

export interface DemoPersona {
  username: string;
  name: string;
  /** One line on what this person shows. */
  story: string;
}

export interface DemoPersonasProps {
  personas: readonly DemoPersona[];
  /** Published with the demo, the same for every persona. */
  password: string;
  action: (form: FormData) => Promise<void>;
  next: string | null;
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('');

/** One click signs in as somebody whose cards tell a story; a demo build only (decisions 4). */
export function DemoPersonas({ personas, password, action, next }: DemoPersonasProps) {
  const t = createTranslator({ locale: useLocale(), messages: words, namespace: 'personas' });
  return (
    <section aria-label={t('tag')} className="personas" lang="en">
      <span aria-hidden className="demo-tag">
        {t('tag')}
      </span>
      <ul>
        {personas.map((persona) => (
          <li key={persona.username}>
            <form action={action}>
              <input type="hidden" name="username" value={persona.username} />
              <input type="hidden" name="password" value={password} />
              {next === null ? null : <input type="hidden" name="next" value={next} />}
              <button
                type="submit"
                aria-label={t('signInAs', { name: persona.name })}
                aria-describedby={`story-${persona.username}`}
              >
                <span
                  aria-hidden
                  className="grid size-10 place-items-center rounded-full bg-(color:--deep-ink-2) text-[0.8125rem] font-mark text-deep"
                >
                  {initials(persona.name)}
                </span>
                <span className="min-w-0 text-start">
                  <b className="block">{persona.name}</b>
                  <span
                    id={`story-${persona.username}`}
                    lang="en"
                    dir="auto"
                    className="block text-small text-balance text-(color:--deep-ink-2)"
                  >
                    {persona.story}
                  </span>
                </span>
                <Icon icon={ChevronRight} size={18} flip className="opacity-75" />
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p className="px-3 pt-1 pb-1.5 text-small text-(color:--deep-ink-2)">{t('password', { password })}</p>
    </section>
  );
}
