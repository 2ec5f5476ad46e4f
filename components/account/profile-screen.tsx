import { useTranslations } from 'next-intl';
import { useBank } from '@/components/i18n/use-bank';
import { LanguageList, type LanguageChoiceProps } from '@/components/i18n/language-choice';
import { AppLink } from '@/components/ui/app-link';
import { FocusHeading } from '@/components/ui/focus-heading';
import type { SharedField } from '@/lib/domain/read-models';
import { SafetyLinks } from './safety-links';

export interface ProfileScreenProps {
  /** In reading order; no lines where the bank has nothing. */
  details: { field: SharedField; lines: string[] }[];
  chooseLanguage: LanguageChoiceProps['choose'];
}

/** What the bank knows of the person, in which language it speaks, and the ways to keep the account safe. */
export function ProfileScreen({ details, chooseLanguage }: ProfileScreenProps) {
  const t = useTranslations('profile');
  const { languages } = useBank();
  return (
    <>
      <FocusHeading>{t('title')}</FocusHeading>
      <p className="mt-2.5 max-w-measure text-lead text-ink-2">{t('lead')}</p>
      <div className="mt-[26px] grid items-start gap-[34px] lg:grid-cols-2 lg:gap-14">
        <section>
          <h2 className="text-h3">{t('details')}</h2>
          <dl className="mt-3 border-b border-rule">
            {details.map((detail) => (
              <Detail key={detail.field} {...detail} />
            ))}
          </dl>
          <p className="mt-3 text-small">
            <AppLink href="/help/details" className="link inline-block py-1">
              {t('wrong')}
            </AppLink>
          </p>
        </section>
        <div className="grid gap-[34px]">
          {languages.length < 2 ? null : (
            <section>
              <h2 className="text-h3">{t('languageTitle')}</h2>
              <p className="mt-2 mb-2 text-note text-ink-2">{t('languageLead')}</p>
              <LanguageList choose={chooseLanguage} next="/account" />
            </section>
          )}
          <section>
            <h2 className="text-h3">{t('safety')}</h2>
            <ul className="mt-2">
              <SafetyLinks />
            </ul>
          </section>
        </div>
      </div>
    </>
  );
}

function Detail({ field, lines }: ProfileScreenProps['details'][number]) {
  const t = useTranslations('profile');
  const label = useTranslations('fields')(`${field}.label`);
  return (
    <div className="border-t border-rule py-3 md:grid md:grid-cols-[8rem_1fr] md:gap-4">
      <dt className="text-note text-ink-2">{label}</dt>
      <dd className="num min-w-0 [overflow-wrap:anywhere]">
        {lines.length === 0
          ? t('none')
          : lines.map((line) => (
              <span key={line} className="block">
                <bdi>{line}</bdi>
              </span>
            ))}
      </dd>
    </div>
  );
}
