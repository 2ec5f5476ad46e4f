import { Languages } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useBank } from './use-bank';
import { Icon } from '@/components/ui/icon';
import { appLocale, LANGUAGES } from '@/lib/i18n/locale';

export interface LanguageChoiceProps {
  /** Fields: language, next. */
  choose: (form: FormData) => Promise<void>;
  /** The page to come back to. */
  next: string;
}

/** Every language of the bank in its own words, one press each; it needs no JavaScript. */
export function LanguageList({ choose, next }: LanguageChoiceProps) {
  const { languages } = useBank();
  const current = appLocale(useLocale()) ?? 'en';
  return (
    <form action={choose} className="mt-1 flex flex-wrap gap-x-1 gap-y-1">
      <input type="hidden" name="next" value={next} />
      {languages.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="language"
          value={locale}
          lang={LANGUAGES[locale].format}
          dir={LANGUAGES[locale].direction}
          {...(locale === current ? { 'aria-current': 'true' as const } : {})}
          className="min-h-11 rounded-small px-2.5 hover:bg-sunken hover:text-accent-text aria-[current]:bg-accent-wash aria-[current]:font-mark aria-[current]:text-accent-text"
        >
          {LANGUAGES[locale].name}
        </button>
      ))}
    </form>
  );
}

/** The same, folded away behind the name of the language now read; nothing where there is no choice. */
export function LanguageChoice(props: LanguageChoiceProps) {
  const t = useTranslations('language');
  const { languages } = useBank();
  const current = appLocale(useLocale()) ?? 'en';
  if (languages.length < 2) return null;
  return (
    <details className="text-small">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 text-ink-2 hover:text-accent-text">
        <Icon icon={Languages} size={17} />
        <span className="sr-only">{t('label')}: </span>
        {LANGUAGES[current].name}
      </summary>
      <LanguageList {...props} />
    </details>
  );
}
