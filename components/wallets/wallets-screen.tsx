import { useFormatter, useTranslations } from 'next-intl';
import { Slip, SlipBody, SlipStub } from '@/components/art/slip';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { FocusHeading } from '@/components/ui/focus-heading';
import type { CardsPageView, TokenRequestorView } from '@/lib/domain/read-models';
import { QrCode } from './qr-code';
import { RequestorRow } from './requestor-row';

export interface WalletsScreenProps {
  requestors: TokenRequestorView[];
  eligibility: CardsPageView['eligibility'];
  /** Address of this page, for the QR code beside app-only wallets: a portal page, nothing of the person's. */
  qrUrl: string;
}

function Eligibility({ eligibility }: { eligibility: CardsPageView['eligibility'] }) {
  const t = useTranslations('wallets');
  const format = useFormatter();
  if (eligibility.status === 'fresh') return null;
  if (eligibility.status === 'unavailable' || eligibility.asOf === null) {
    return (
      <Banner tone="warn" title={t('unavailableTitle')} className="mt-5">
        {t('unavailable')}
      </Banner>
    );
  }
  const date = format.dateTime(new Date(eligibility.asOf), {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return (
    <Banner tone="neutral" title={t('staleTitle')} className="mt-5">
      {t('stale', { date })}
    </Banner>
  );
}

function OnYourPhone({ qrUrl }: { qrUrl: string }) {
  const t = useTranslations('wallets');
  return (
    <Slip label={t('qrTitle')} className="hidden lg:block">
      <SlipStub wide>
        <h2 className="text-h2">{t('qrTitle')}</h2>
      </SlipStub>
      <SlipBody>
        <div className="flex items-center gap-5">
          <QrCode text={qrUrl} label={t('qrLabel')} size={132} />
          <p className="text-note text-ink-2">{t('qrText')}</p>
        </div>
      </SlipBody>
    </Slip>
  );
}

/** Those this browser can follow first, then those that take none of these cards, then those that live in an app. */
const rank = (requestor: TokenRequestorView): number =>
  requestor.web ? (requestor.eligibleCardIds.length > 0 ? 0 : 1) : 2;

/** Every eligible wallet and shop; the same journey serves them all. */
export function WalletsScreen({ requestors, eligibility, qrUrl }: WalletsScreenProps) {
  const t = useTranslations('wallets');
  const sorted = [...requestors].sort((a, b) => rank(a) - rank(b));
  const appOnly = requestors.some((requestor) => !requestor.web);
  return (
    <>
      <FocusHeading>{t('title')}</FocusHeading>
      <p className="mt-2.5 max-w-measure text-lead text-ink-2">{t('lead')}</p>
      <Eligibility eligibility={eligibility} />
      <div className={`mt-6 ${appOnly ? 'two' : 'max-w-[45rem]'}`}>
        {sorted.length === 0 ? (
          <Empty
            title={t('empty')}
            action={
              <ButtonLink href="/cards" variant="quiet" size="sm">
                {t('back')}
              </ButtonLink>
            }
          >
            {t('emptyText')}
          </Empty>
        ) : (
          <ul className="ledger">
            {sorted.map((requestor) => (
              <RequestorRow key={requestor.tokenRequestorId} requestor={requestor} />
            ))}
          </ul>
        )}
        {appOnly ? <OnYourPhone qrUrl={qrUrl} /> : null}
      </div>
    </>
  );
}
