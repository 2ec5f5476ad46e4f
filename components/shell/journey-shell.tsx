import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ViewTransition, type ReactNode } from 'react';
import { AppLink } from '@/components/ui/app-link';
import { Icon } from '@/components/ui/icon';
import { StepBars, Stepper, type Step } from '@/components/ui/stepper';
import { BrandName } from './brand-link';
import { Header } from './header';
import { PageFooter } from './page-footer';
import { SessionGuard } from './session-guard';
import type { SessionWarningProps } from './session-warning';
import { SkipLink } from './skip-link';

export interface JourneyShellProps {
  /** Null where the journey is over and no step is current. */
  step: Step | null;
  closeHref: string;
  /** When the session ends and how to keep it; without it nothing warns. */
  session?: SessionWarningProps | undefined;
  children: ReactNode;
}

/** A step of the journey: no navigation, only the mark, the steps, and a way out that keeps what was done. */
export function JourneyShell({ step, closeHref, session, children }: JourneyShellProps) {
  const t = useTranslations('nav');
  return (
    <>
      <SkipLink />
      <Header below={step === null ? null : <StepBars current={step} />}>
        <BrandName />
        {step === null ? null : <Stepper current={step} />}
        <AppLink
          href={closeHref}
          aria-label={t('saveAndClose')}
          className={`ms-auto flex min-h-11 min-w-11 items-center justify-end gap-1.5 text-note font-label text-ink-2 no-underline hover:text-ink ${step === null ? '' : 'md:ms-0'}`}
        >
          <span className="hidden whitespace-nowrap md:inline">{t('saveAndClose')}</span>
          <Icon icon={X} size={20} />
        </AppLink>
      </Header>
      <ViewTransition default="none" enter="auto" exit="auto">
        <main id="main" className="page">
          {children}
        </main>
      </ViewTransition>
      <PageFooter />
      <SessionGuard session={session} />
    </>
  );
}
