import { Smartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { TokenRequestorLogo } from '@/components/art/token-requestor-logo';
import { buttonClass } from '@/components/ui/button';
import { LIST_ROW } from '@/components/ui/list-row';
import { NextStepLink } from '@/components/ui/next-step-link';
import { StatusWord } from '@/components/ui/status-line';
import type { TokenRequestorView } from '@/lib/domain/read-models';

const appsOf = (apps: TokenRequestorView['apps']): string =>
  apps.length === 2 ? 'both' : (apps[0] ?? 'none');

/** What the person can do with this one: choose cards, or where to go instead. */
function Line({ requestor }: { requestor: TokenRequestorView }) {
  const t = useTranslations('wallets');
  const { name } = requestor;
  if (!requestor.web) {
    return (
      <>
        <StatusWord icon={Smartphone}>{t('appOnly')}</StatusWord>
        <p className="text-small text-ink-2">{t('appOnlyHelp', { name, apps: appsOf(requestor.apps) })}</p>
      </>
    );
  }
  if (requestor.eligibleCardIds.length === 0)
    return <p className="text-small text-ink-2">{t('noCardsHelp', { name })}</p>;
  return (
    <p className="text-small text-ink-2">
      {t('eligible', { count: requestor.eligibleCardIds.length })}{' '}
      {requestor.maxCards === 1 ? t('takesOne') : t('takesSeveral', { count: requestor.maxCards })}
    </p>
  );
}

/** One wallet or shop: its logo, its name in full, and a way in where this browser can follow. */
export function RequestorRow({ requestor }: { requestor: TokenRequestorView }) {
  const t = useTranslations('wallets');
  const open = requestor.web && requestor.eligibleCardIds.length > 0;
  return (
    <li className={LIST_ROW.wallets.row}>
      <TokenRequestorLogo logo={requestor.logo} name={requestor.name} size={44} />
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-2.5">
          <h2 className="text-h3 [overflow-wrap:anywhere]">
            <bdi>{requestor.name}</bdi>
          </h2>
          <span className="text-small text-ink-2">{t(requestor.kind)}</span>
        </div>
        <div className="mt-0.5 grid gap-0.5">
          <Line requestor={requestor} />
        </div>
      </div>
      {open ? (
        <div className="col-start-2 justify-self-start md:col-start-3">
          <NextStepLink
            href={`/enroll/to/${requestor.tokenRequestorId}`}
            className={buttonClass({ variant: 'quiet', size: 'sm' })}
            aria-label={t('chooseFor', { name: requestor.name })}
          >
            {t('choose')}
          </NextStepLink>
        </div>
      ) : null}
      {requestor.appHref === null ? null : (
        // On a phone alone: beside a laptop's list stands a QR code that brings this page to the phone.
        <a
          className={buttonClass(
            { variant: 'quiet', size: 'sm' },
            'col-start-2 justify-self-start lg:hidden',
          )}
          href={requestor.appHref}
          rel="noreferrer"
        >
          {t('openApp', { name: requestor.name })}
        </a>
      )}
    </li>
  );
}
