import { useTranslations } from 'next-intl';
import { useBank } from '@/components/i18n/use-bank';
import type { ReactNode } from 'react';
import { CardFace, type CardFaceProps } from '@/components/art/card-face';
import { ClientWords } from '@/components/i18n/client-words';
import { LanguageChoice, type LanguageChoiceProps } from '@/components/i18n/language-choice';
import { BrandName } from '@/components/shell/brand-link';
import { PageFooter } from '@/components/shell/page-footer';
import { SkipLink } from '@/components/shell/skip-link';
import { AppLink } from '@/components/ui/app-link';
import { Banner } from '@/components/ui/banner';
import { buttonClass } from '@/components/ui/button';
import { ERROR_NAMESPACES } from '@/components/ui/error-text';
import { ProblemBanner } from '@/components/ui/problem-banner';
import { LoginForm, type LoginAction } from './login-form';

export interface LoginScreenProps {
  action: LoginAction;
  /** Path to return to after signing in; the server checks it again. */
  next: string | null;
  /** Whether a password is taken. */
  passwords: boolean;
  /** Path to the bank's own identity provider, where there is one. */
  providerHref: string | null;
  /** Why a sign-in over there did not succeed: a code. */
  problem: string | null;
  notice: 'session_ended' | 'signed_out' | null;
  /** Drawings, not anybody's cards: one behind, one in front. */
  faces: readonly [CardFaceProps['card'], CardFaceProps['card']];
  /** The demo's personas, or nothing. */
  personas: ReactNode;
  /** Another language for this browser. */
  chooseLanguage: LanguageChoiceProps['choose'];
  greeting?: 'morning' | 'afternoon' | 'evening';
}

/** Two faces on the line-work; above the personas in a demo, alone in the middle otherwise, and not on a phone that has no personas. */
function Artwork({ faces: [behind, front], personas }: Pick<LoginScreenProps, 'faces' | 'personas'>) {
  const alone = personas === null;
  return (
    <div
      className={`backdrop relative gap-[34px] overflow-hidden px-3.5 pt-[34px] pb-[30px] md:grid md:px-10 md:pt-10 md:pb-11 lg:ps-16 lg:pe-[72px] ${alone ? 'hidden content-center justify-items-center' : 'grid content-end'}`}
    >
      <div
        aria-hidden
        className={`relative hidden md:block ${alone ? 'h-[330px] w-full max-w-[27rem]' : 'h-[236px]'}`}
      >
        <div
          className={`absolute -end-1.5 w-[min(308px,85%)] rotate-[11deg] ${alone ? 'top-0' : '-top-3.5'}`}
        >
          <CardFace card={behind} size="full" decorative className="shadow-hero" />
        </div>
        <div
          className={`absolute w-[min(308px,85%)] -rotate-[7deg] ${alone ? 'start-0 bottom-2' : 'start-[26px] top-6'}`}
        >
          <CardFace card={front} size="full" decorative className="shadow-hero" />
        </div>
      </div>
      {personas}
    </div>
  );
}

function Notices({ notice, problem }: Pick<LoginScreenProps, 'notice' | 'problem'>) {
  const t = useTranslations('login');
  if (problem !== null) return <ProblemBanner code={problem} className="mb-7" />;
  if (notice === null) return null;
  return (
    <Banner
      tone="neutral"
      className="mb-7"
      title={t(notice === 'session_ended' ? 'sessionEnded' : 'signedOut')}
    >
      {t(notice === 'session_ended' ? 'sessionEndedText' : 'signedOutText')}
    </Banner>
  );
}

/** To the bank's own sign-in: a plain link, which works without JavaScript and which no router follows. */
function Provider({ href, alone }: { href: string; alone: boolean }) {
  const bank = useBank();
  const t = useTranslations('login');
  return (
    <div className="mt-7">
      <a href={href} className={buttonClass({ full: true })}>
        {t('withProvider', { bank: bank.name })}
      </a>
      <p className="mt-2.5 text-small text-ink-2">{t('withProviderLead')}</p>
      {alone ? null : <h2 className="mt-7 text-h3">{t('orPassword')}</h2>}
    </div>
  );
}

/** Form on the left, artwork and (in a demo) personas on the right; the same answer for an unknown user and a wrong password. */
export function LoginScreen({
  action,
  next,
  passwords,
  providerHref,
  problem,
  notice,
  faces,
  personas,
  chooseLanguage,
  greeting,
}: LoginScreenProps) {
  const t = useTranslations('login');
  return (
    <div className="grid flex-1 md:grid-cols-[minmax(0,1fr)_minmax(0,1.06fr)]">
      <SkipLink />
      <div className="flex flex-col px-(--gutter) pb-7 md:pb-10 lg:ps-[max(1.5rem,calc((100vw-70rem)/2))]">
        <header className="flex h-(--header) items-center">
          <BrandName />
        </header>
        <main id="main" className="my-7 w-full max-w-form md:my-auto md:py-8">
          <Notices notice={notice} problem={problem} />
          <h1 className="text-h1">{t(`greeting.${greeting ?? 'any'}`)}</h1>
          <p className="mt-2.5 text-lead text-ink-2">{t('lead')}</p>
          {providerHref === null ? null : <Provider href={providerHref} alone={!passwords} />}
          {passwords ? (
            <ClientWords namespaces={['login', ...ERROR_NAMESPACES]}>
              <LoginForm action={action} next={next} />
            </ClientWords>
          ) : null}
          <p className="mt-[18px] text-small">
            <AppLink href="/help/sign-in" className="link inline-block py-1">
              {t('help')}
            </AppLink>
          </p>
        </main>
        <LanguageChoice
          choose={chooseLanguage}
          next={next === null ? '/login' : `/login?next=${encodeURIComponent(next)}`}
        />
        <PageFooter className="" />
      </div>
      <Artwork faces={faces} personas={personas} />
    </div>
  );
}
