import { useTranslations } from 'next-intl';
import { Slip, SlipBody, SlipStub } from '@/components/art/slip';
import { TokenRequestorLogo } from '@/components/art/token-requestor-logo';
import { buttonClass } from '@/components/ui/button';
import { NextStepLink } from '@/components/ui/next-step-link';
import { SubmitButton } from '@/components/ui/submit-button';
import type { TokenRequestorView } from '@/lib/domain/read-models';

export type DismissAction = (form: FormData) => Promise<void>;

/** Click to Pay, offered: the page's one filled button. "Not now" is remembered. */
export function PromoSlip({
  requestor,
  count,
  dismiss,
}: {
  requestor: TokenRequestorView;
  /** Cards that can go now. */
  count: number;
  dismiss: DismissAction;
}) {
  const t = useTranslations('cards');
  return (
    <Slip label={requestor.name}>
      <SlipStub wide>
        <div className="flex items-center gap-[11px]">
          <TokenRequestorLogo logo={requestor.logo} name={requestor.name} size={38} />
          <bdi className="text-field font-bold tracking-[-.015em]">{requestor.name}</bdi>
        </div>
      </SlipStub>
      <SlipBody>
        <h2 className="text-h2">{t('promo')}</h2>
        <p className="mt-[7px] mb-[17px] text-note text-ink-2">{t('promoText', { count })}</p>
        <NextStepLink
          href={`/enroll/to/${requestor.tokenRequestorId}`}
          className={buttonClass({ full: true })}
        >
          {t('choose')}
        </NextStepLink>
        <form action={dismiss} className="mt-1.5 -mb-2.5">
          <input type="hidden" name="tokenRequestorId" value={requestor.tokenRequestorId} />
          <SubmitButton variant="text" size="sm" full busyLabel={t('hiding')}>
            {t('notNow')}
          </SubmitButton>
        </form>
      </SlipBody>
    </Slip>
  );
}
