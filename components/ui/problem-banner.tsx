import { useTranslations } from 'next-intl';
import type { Fault } from '@/lib/domain/words-needed';
import { Banner } from './banner';
import { useErrorWords } from './error-text';

interface ProblemBannerProps extends Fault {
  /** What the person can quote, when the fault is ours. */
  reference?: string | undefined;
  /** Takes the focus again when this changes. */
  focusOn?: unknown;
  /** Path to which a new sign-in returns; none on the page that signs in. */
  signInNext?: string;
  /** Where on this page the next step is done: it becomes a link there. */
  nextStepHref?: string;
  className?: string;
}

/** What was refused, what it means and what to do about it, at the top of the step. */
export function ProblemBanner({
  reference,
  focusOn,
  signInNext,
  nextStepHref,
  className = 'mb-6',
  ...fault
}: ProblemBannerProps) {
  const t = useTranslations('problem');
  const { title, sentence, nextStep } = useErrorWords()(fault);
  return (
    <Banner tone="bad" focus focusOn={focusOn} className={className} title={title}>
      {sentence}{' '}
      {nextStepHref === undefined ? (
        nextStep
      ) : (
        <a className="link" href={nextStepHref}>
          {nextStep}
        </a>
      )}{' '}
      {fault.code === 'SIGNED_OUT' && signInNext !== undefined ? (
        <a className="link" href={`/login?next=${encodeURIComponent(signInNext)}`}>
          {t('signIn')}
        </a>
      ) : null}
      {reference === undefined ? null : t('reference', { reference })}
    </Banner>
  );
}
