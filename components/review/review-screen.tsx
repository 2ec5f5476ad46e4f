import { KeyRound, Mail, Send, Smartphone } from 'lucide-react';
import { useBank } from '@/components/i18n/use-bank';
import { useTranslations } from 'next-intl';
import { Slip, SlipBody, SlipStub } from '@/components/art/slip';
import { TokenRequestorLogo } from '@/components/art/token-requestor-logo';
import { ClientWords } from '@/components/i18n/client-words';
import { AppLink } from '@/components/ui/app-link';
import { ERROR_NAMESPACES } from '@/components/ui/error-text';
import { FocusHeading } from '@/components/ui/focus-heading';
import { Icon } from '@/components/ui/icon';
import { ProblemBanner } from '@/components/ui/problem-banner';
import type { ActionState, ReviewPageView } from '@/lib/domain/read-models';
import { CardFan } from './card-fan';
import { FieldRow } from './field-row';
import { ReviewForm } from './review-form';

interface ReviewScreenProps {
  view: ReviewPageView;
  /** Back to choosing cards, for this slip. */
  changeHref: string;
  /** Fields: enrollmentId, version, consentVersion, agree = yes, share.<field> = yes | no for the optional ones. */
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  /** Why the person is here again: a key of `errors`. */
  problem?: string | null;
}

/** Step 2: the slip itself is the form; the fields shown are exactly the fields sent. */
export function ReviewScreen({ view, changeHref, action, problem = null }: ReviewScreenProps) {
  return (
    <ClientWords namespaces={['review', ...ERROR_NAMESPACES]}>
      {problem === null ? null : (
        <ProblemBanner
          code={problem}
          signInNext={`/enroll/${encodeURIComponent(view.enrollmentId)}/review`}
        />
      )}
      <ReviewForm
        // Another version is another form: the tick was for the one before.
        key={view.version}
        action={action}
        signInNext={`/enroll/${encodeURIComponent(view.enrollmentId)}/review`}
        hidden={{
          enrollmentId: view.enrollmentId,
          version: String(view.version),
          consentVersion: view.consent.version,
        }}
        consentText={view.consent.text}
        slip={<ReviewSlip view={view} changeHref={changeHref} />}
        why={<Why view={view} />}
        agreeKey={!view.stepUp.required ? 'agreeSend' : view.passkey ? 'agreeConfirm' : 'agree'}
        codeHint={<StepUpHint view={view} />}
      />
    </ClientWords>
  );
}

function ReviewSlip({ view, changeHref }: { view: ReviewPageView; changeHref: string }) {
  const t = useTranslations('review');
  const { name, logo } = view.tokenRequestor;
  return (
    <>
      <FocusHeading>{t('title')}</FocusHeading>
      <p className="mt-2 max-w-measure text-lead text-ink-2 md:mt-2.5">
        {t(view.fields.length === 0 ? 'leadNothing' : 'lead')}
      </p>
      <Slip className="mt-6">
        <SlipStub wide className="md:px-7">
          <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-4">
            <div className="min-w-0">
              <p className="text-small text-ink-2">{t('cardsTo', { count: view.cards.length })}</p>
              <div className="mt-1 flex items-center gap-2.5">
                <TokenRequestorLogo logo={logo} name={name} size={32} />
                <h2 className="text-h2 [overflow-wrap:anywhere]">{name}</h2>
              </div>
            </div>
            <CardFan cards={view.cards} label={t('cardsLabel')} />
          </div>
        </SlipStub>
        <SlipBody className="md:px-7">
          {view.fields.length === 0 ? (
            <p className="py-2 text-note text-ink-2">{t('noFields', { name })}</p>
          ) : (
            <ul className="-my-1.5">
              {view.fields.map((field) => (
                <FieldRow key={field.field} {...field} name={name} />
              ))}
            </ul>
          )}
        </SlipBody>
      </Slip>
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1 text-small">
        <AppLink className="link py-1" href={changeHref}>
          {t('changeCards')}
        </AppLink>
        <a className="link py-1" href="/help/details" target="_blank">
          {t('detailsWrong')} <span className="sr-only">{t('newTab')}</span>
        </a>
      </p>
    </>
  );
}

function Why({ view }: { view: ReviewPageView }) {
  const bank = useBank();
  const t = useTranslations('review');
  const { name, isClickToPay, kind } = view.tokenRequestor;
  const why = isClickToPay
    ? t('whyClickToPay')
    : t(kind === 'wallet' ? 'whyWallet' : 'whyShop', { name, bank: bank.name });
  return (
    <>
      <div>
        <h2 className="text-h2">{t('whyTitle')}</h2>
        <p className="mt-2 text-note text-ink-2">{why}</p>
        <p className="mt-2.5 text-note text-ink-2">{t('after')}</p>
      </div>
      <p className="flex flex-wrap gap-x-[18px] gap-y-2 text-small">
        <LegalLink href={view.termsUrl} words={t('terms')} newTab={t('newTab')} />
        <LegalLink href={view.privacyUrl} words={t('privacy')} newTab={t('newTab')} />
      </p>
    </>
  );
}

/** Another company's page, in a new tab so that nothing chosen here is lost; the words say so. */
function LegalLink({ href, words, newTab }: { href: string; words: string; newTab: string }) {
  return (
    <a className="link" href={href} target="_blank" rel="noopener noreferrer">
      {words} <span className="sr-only">{newTab}</span>
    </a>
  );
}

/** Whether a code is asked for next, why, and where it goes. */
function StepUpHint({ view: { stepUp, passkey, codeChannel } }: { view: ReviewPageView }) {
  const t = useTranslations('review');
  const why = useTranslations('stepUp');
  const values = { country: stepUp.country, count: stepUp.cardsAtLeast };
  if (!stepUp.required)
    return (
      <p className="flex gap-2 text-small text-ink-2">
        <Icon icon={Send} size={18} className="mt-px" />
        <span>
          {why(`waived.${stepUp.because}`, values)} {t('goesAtOnce')}
        </span>
      </p>
    );
  const bySms = codeChannel.kind === 'sms';
  const how = passkey ? t('byPasskey') : t(bySms ? 'codeBySms' : 'codeByEmail', { hint: codeChannel.hint });
  return (
    <p className="flex gap-2 text-small text-ink-2">
      <Icon icon={passkey ? KeyRound : bySms ? Smartphone : Mail} size={18} className="mt-px" />
      <span>
        {how} {why(`asks.${stepUp.because}`, values)}
      </span>
    </p>
  );
}
