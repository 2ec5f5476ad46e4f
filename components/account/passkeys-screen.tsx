import { KeyRound } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { ConfirmForm, type ConfirmAction } from '@/components/confirm/confirm-form';
import { ResendForm } from '@/components/confirm/resend-form';
import { ClientWords } from '@/components/i18n/client-words';
import type { PasskeyAction } from '@/components/passkey/use-passkey';
import { Banner } from '@/components/ui/banner';
import { Dialog } from '@/components/ui/dialog';
import { ERROR_NAMESPACES } from '@/components/ui/error-text';
import { FocusHeading } from '@/components/ui/focus-heading';
import { Icon } from '@/components/ui/icon';
import { ProblemBanner } from '@/components/ui/problem-banner';
import type { PasskeysPageView } from '@/lib/domain/read-models';
import { NewPasskeyForm } from './new-passkey-form';

type FormAction = (form: FormData) => Promise<void>;

export interface PasskeysScreenProps {
  view: PasskeysPageView;
  /** What has just been done. */
  notice: 'added' | 'removed' | null;
  /** Code of what was refused. */
  problem: string | null;
  sendCode: FormAction;
  /** Field: code. */
  enterCode: ConfirmAction;
  begin: PasskeyAction;
  /** Fields: name, response. */
  finish: PasskeyAction;
  /** Field: passkeyId. */
  remove: FormAction;
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** The person's passkeys, and the way to another one: a code first, then the device. */
export function PasskeysScreen(props: PasskeysScreenProps) {
  const t = useTranslations('passkeys');
  const { view, notice, problem, remove } = props;
  return (
    <div className="max-w-[45rem]">
      {notice === null ? null : (
        <Banner tone="ok" focus focusOn={view.passkeys.length} className="mb-6" title={t(notice)} />
      )}
      {problem === null ? null : <ProblemBanner code={problem} signInNext="/account/passkeys" />}
      <FocusHeading>{t('title')}</FocusHeading>
      <p className="mt-2.5 max-w-measure text-lead text-ink-2">{t('lead')}</p>
      {view.passkeys.length === 0 ? null : (
        <ul className="ledger mt-6" aria-label={t('list')}>
          {view.passkeys.map((passkey) => (
            <Passkey key={passkey.passkeyId} passkey={passkey} remove={remove} />
          ))}
        </ul>
      )}
      <section aria-labelledby="another" className="mt-8">
        <h2 id="another" className="text-h2">
          {t(view.passkeys.length === 0 ? 'first' : 'another')}
        </h2>
        <ClientWords namespaces={['passkeys', 'confirm', ...ERROR_NAMESPACES]}>
          <Another {...props} />
        </ClientWords>
      </section>
    </div>
  );
}

function Passkey({ passkey, remove }: { passkey: PasskeysPageView['passkeys'][number]; remove: FormAction }) {
  const t = useTranslations('passkeys');
  const format = useFormatter();
  const added = t('addedOn', { date: format.dateTime(new Date(passkey.addedAt), DAY) });
  const used =
    passkey.lastUsedAt === null
      ? t('neverUsed')
      : t('usedOn', { date: format.dateTime(new Date(passkey.lastUsedAt), DAY) });
  return (
    <li className="grid grid-cols-[28px_minmax(0,1fr)] items-center gap-x-4 gap-y-2.5 py-[15px] md:grid-cols-[28px_minmax(0,1fr)_auto]">
      <Icon icon={KeyRound} size={24} className="text-ink-2" />
      <div className="min-w-0">
        <h3 className="text-h3 [overflow-wrap:anywhere]">{passkey.name}</h3>
        <p className="num text-small text-ink-2">
          {added}
          <br />
          {used}
        </p>
      </div>
      <div className="col-start-2 justify-self-start md:col-start-3">
        <Dialog
          action={remove}
          fields={{ passkeyId: passkey.passkeyId }}
          trigger={{ label: t('remove'), size: 'sm' }}
          title={t('removeTitle', { name: passkey.name })}
          confirmLabel={t('removeYes')}
          keepLabel={t('removeNo')}
        >
          {t('removeBody')}
        </Dialog>
      </div>
    </li>
  );
}

function Another({ view, sendCode, enterCode, begin, finish }: PasskeysScreenProps) {
  const t = useTranslations('passkeys');
  const sms = view.codeChannel.kind === 'sms';
  const { hint } = view.codeChannel;
  if (view.full) return <Words>{t('full')}</Words>;
  if (view.codeFresh)
    return (
      <>
        <Words>{t('createLead')}</Words>
        <p className="hidden text-note noscript:block">{t('needsScript')}</p>
        <NewPasskeyForm
          suggestedName={t('suggestedName', { count: view.passkeys.length + 1 })}
          begin={begin}
          finish={finish}
        />
      </>
    );
  if (view.challenge !== null)
    return (
      <>
        <Words>{t(sms ? 'codeSms' : 'codeEmail', { hint })}</Words>
        <ConfirmForm
          fields={{}}
          signInNext="/account/passkeys"
          challenge={view.challenge}
          action={enterCode}
          resend={sendCode}
        />
      </>
    );
  return (
    <>
      <Words>{t(sms ? 'askSms' : 'askEmail', { hint })}</Words>
      <ResendForm fields={{}} resend={sendCode} secondsLeft={0} primary label={t('ask')} />
    </>
  );
}

function Words({ children }: { children: string }) {
  return <p className="mb-5 mt-2 max-w-measure text-ink-2">{children}</p>;
}
