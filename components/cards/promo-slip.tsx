import { useTranslations } from 'next-intl';
import { Slip, SlipBody, SlipStub } from '@/components/art/slip';
import { TokenRequestorLogo } from '@/components/art/token-requestor-logo';
import { buttonClass } from '@/components/ui/button';
import { NextStepLink } from '@/components/ui/next-step-link';
import { SubmitButton } from '@/components/ui/submit-button';
import type { TokenRequestorView } from '@/lib/domain/read-models';

export type DismissAction = (form: FormData) => Promise<void>;

/** As wide as a narrow slip; on a tablet, where the slip is as wide as the page, beside each other. */
const FILLS = 'max-md:w-full lg:w-full';

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
        <div className="md:max-lg:flex md:max-lg:items-center md:max-lg:gap-2">
          <NextStepLink href={`/enroll/to/${requestor.tokenRequestorId}`} className={buttonClass({}, FILLS)}>
            {t('choose')}
          </NextStepLink>
          <form action={dismiss} className="max-md:mt-1.5 max-md:-mb-2.5 lg:mt-1.5 lg:-mb-2.5">
            <input type="hidden" name="tokenRequestorId" value={requestor.tokenRequestorId} />
            <SubmitButton
              variant="text"
              size="sm"
              className={`md:max-lg:[&>.button-face]:justify-items-start ${FILLS}`}
              busyLabel={t('hiding')}
            >
              {t('notNow')}
            </SubmitButton>
          </form>
        </div>
      </SlipBody>
    </Slip>
  );
}
