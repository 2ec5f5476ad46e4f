import { useTranslations } from 'next-intl';
import { Banner } from './banner';

interface ProblemBannerProps {
  /** Code of the refusal; anything unknown gets words of its own. */
  code: string;
  /** What the person can quote, when the fault is ours. */
  reference?: string | undefined;
  /** Takes the focus again when this changes. */
  focusOn?: unknown;
  /** Path to which a new sign-in returns. */
  signInNext: string;
}

/** What was refused, and what to do about it, at the top of the step. */
export function ProblemBanner({ code, reference, focusOn, signInNext }: ProblemBannerProps) {
  const t = useTranslations('errors');
  return (
    <Banner tone="bad" focus focusOn={focusOn} className="mb-6" title={t('title')}>
      {t(t.has(code) ? code : 'unknown')}{' '}
      {code === 'SIGNED_OUT' ? (
        <a className="link" href={`/login?next=${encodeURIComponent(signInNext)}`}>
          {t('signIn')}
        </a>
      ) : null}
      {reference === undefined ? null : t('reference', { reference })}
    </Banner>
  );
}
