import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { OpenSeal } from '@/components/art/open-seal';
import { ClientWords } from '@/components/i18n/client-words';
import { AppLink } from '@/components/ui/app-link';
import { ProblemBanner } from '@/components/ui/problem-banner';
import { ERROR_NAMESPACES } from '@/components/ui/error-text';
import { FocusHeading } from '@/components/ui/focus-heading';
import type { ConfirmPageView } from '@/lib/domain/read-models';
import { ConfirmForm, type ConfirmAction } from './confirm-form';
import { PasskeyButton, type PasskeyActions } from './passkey-button';
import { PasskeyFirst } from './passkey-first';
import { ResendForm } from './resend-form';
import { SendAgreed } from './send-agreed';

interface ConfirmScreenProps {
  view: ConfirmPageView;
  /** Fields: enrollmentId, version, code. */
  action: ConfirmAction;
  /** Field: enrollmentId. */
  resend: (form: FormData) => void | Promise<void>;
  /** Where no code is asked for. Field: enrollmentId. */
  send: (form: FormData) => void | Promise<void>;
  /** For somebody who has one. */
  passkey: PasskeyActions;
  /** Back to review; null where the slip can no longer be changed. */
  changeHref: string | null;
  /** Why another code was refused: a key of `errors`. */
  problem?: string | null;
  /** The drawn phone in a demo, nothing in production. */
  phone: ReactNode;
}

/** Step 3: the code that seals this slip, and nothing else. */
export function ConfirmScreen({
  view,
  action,
  resend,
  send,
  passkey,
  changeHref,
  problem = null,
  phone,
}: ConfirmScreenProps) {
  return (
    <div className="grid gap-[30px] lg:grid-cols-[minmax(0,1fr)_392px] lg:gap-[72px]">
      <div className="min-w-0">
        <ClientWords namespaces={['confirm', ...ERROR_NAMESPACES]}>
          {problem === null ? null : (
            <ProblemBanner
              code={problem}
              signInNext={`/enroll/${encodeURIComponent(view.enrollmentId)}/confirm`}
            />
          )}
          {!view.stepUp.required ? (
            <SendAgreed view={view} send={send} />
          ) : view.challenge === null && view.passkey ? (
            <PasskeyFirst view={view} passkey={passkey} resend={resend} />
          ) : view.challenge === null ? (
            <NoCode view={view} resend={resend} />
          ) : (
            <>
              <Intro view={view} />
              <ConfirmForm
                // Another version is another form: nothing that was entered for the one before stays in it.
                key={view.version}
                fields={{ enrollmentId: view.enrollmentId, version: String(view.version) }}
                signInNext={`/enroll/${encodeURIComponent(view.enrollmentId)}/confirm`}
                challenge={view.challenge}
                action={action}
                resend={resend}
              />
              {view.passkey ? (
                <PasskeyButton
                  enrollmentId={view.enrollmentId}
                  version={view.version}
                  actions={passkey}
                  instead
                />
              ) : null}
            </>
          )}
        </ClientWords>
        <WhatItSeals view={view} changeHref={changeHref} />
      </div>
      <div className="max-md:-order-1">{phone}</div>
    </div>
  );
}

function Intro({ view }: { view: ConfirmPageView }) {
  const t = useTranslations('confirm');
  const why = useTranslations('stepUp');
  const { because, country, cardsAtLeast } = view.stepUp;
  return (
    <>
      <FocusHeading>{t('title')}</FocusHeading>
      <p className="mb-[30px] mt-2 max-w-measure text-lead text-ink-2 md:mt-2.5">
        {t(view.codeChannel.kind === 'sms' ? 'leadSms' : 'leadEmail', { hint: view.codeChannel.hint })}{' '}
        {why(`asks.${because}`, { country, count: cardsAtLeast })}
      </p>
    </>
  );
}

/** The code ran out or was tried too often: the only way on is a new one. */
function NoCode({ view, resend }: { view: ConfirmPageView; resend: ConfirmScreenProps['resend'] }) {
  const t = useTranslations('confirm');
  return (
    <>
      <FocusHeading>{t('titleNoCode')}</FocusHeading>
      <p className="mb-6 mt-2 max-w-measure text-lead text-ink-2 md:mt-2.5">
        {t('leadNoCode')}{' '}
        {t(view.codeChannel.kind === 'sms' ? 'noCodeSms' : 'noCodeEmail', { hint: view.codeChannel.hint })}
      </p>
      <ResendForm fields={{ enrollmentId: view.enrollmentId }} resend={resend} secondsLeft={0} primary />
    </>
  );
}

function WhatItSeals({ view, changeHref }: { view: ConfirmPageView; changeHref: string | null }) {
  const t = useTranslations('confirm');
  const field = useTranslations('fields');
  const format = useFormatter();
  const values = { count: view.cards.length, name: view.tokenRequestor.name };
  const fields = format.list(view.sharedFields.map((one) => field(`${one}.inline`)));
  return (
    <div className="mt-10 grid grid-cols-[56px_minmax(0,1fr)] items-center gap-x-[18px] gap-y-2.5 md:grid-cols-[76px_minmax(0,1fr)_auto] border-t border-rule pt-5">
      <OpenSeal size={76} className="max-md:size-14" />
      <div>
        <h2 className="text-h3">
          {t(view.stepUp.required && !view.passkey ? 'sealTitle' : 'sealTitleAgreed')}
        </h2>
        <p className="mt-0.5 text-small text-ink-2">
          {view.sharedFields.length === 0 ? t('sealWhatCards', values) : t('sealWhat', { ...values, fields })}
        </p>
      </div>
      {changeHref === null ? null : (
        <AppLink
          className="link -my-2 justify-self-start py-2 text-small max-md:col-start-2"
          href={changeHref}
        >
          {t('change')}
        </AppLink>
      )}
    </div>
  );
}
