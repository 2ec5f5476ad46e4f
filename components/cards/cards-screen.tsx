import { useTranslations } from 'next-intl';
import { useBank } from '@/components/i18n/use-bank';
import { buttonClass } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { FocusHeading } from '@/components/ui/focus-heading';
import type { CardsPageView } from '@/lib/domain/read-models';
import type { StartAction } from './card-action';
import { CardRow } from './card-row';
import { CardsBanners } from './cards-banners';
import type { Recheck } from './eligibility-query';
import { EligibilityWatch } from './eligibility-watch';
import { PromoSlip, type DismissAction } from './promo-slip';
import { SavedElsewhere } from './saved-elsewhere';

export interface CardsScreenProps {
  view: CardsPageView;
  /** A sentence about what just happened, e.g. after a cancel. */
  notice?: string | undefined;
  actions: {
    /** Fields `tokenRequestorId`, `cardId` (repeated). */
    start: StartAction;
    /** Field `tokenRequestorId`. */
    dismissBanner: DismissAction;
    recheckEligibility: Recheck;
  };
}

/** Over the short buttons of a phone: where they add to. Each button says it in full itself. */
function AddColumn() {
  const t = useTranslations('cards');
  return (
    <p aria-hidden className="absolute end-0 bottom-full pb-0.5 text-tab text-ink-2 md:hidden">
      {t('add')}
    </p>
  );
}

/** The home of a customer: the cards, where each is reported saved, and Click to Pay offered once. */
export function CardsScreen({ view, notice, actions }: CardsScreenProps) {
  const bank = useBank();
  const t = useTranslations('cards');
  const help = useTranslations('help');
  const { clickToPay } = view;
  // Not those that are on their way or reported there already.
  const free = view.cards.filter((card) => card.clickToPay.kind === 'can_add').length;
  const offered = clickToPay !== null && free > 0 && !view.bannerDismissed;
  return (
    <>
      <FocusHeading>{t('title')}</FocusHeading>
      <CardsBanners view={view} notice={notice} />
      <div className="two mt-4 max-lg:gap-7">
        {view.cards.length === 0 ? (
          <Empty
            title={t('empty')}
            action={
              <a href={bank.phoneHref} className={buttonClass({ variant: 'quiet', size: 'sm' })}>
                {help('call', { phone: bank.phone })}
              </a>
            }
          >
            {t('emptyText')}
          </Empty>
        ) : (
          <div className="relative">
            {free === 0 ? null : <AddColumn />}
            <ul className="ledger">
              {view.cards.map((card) => (
                <CardRow
                  key={card.cardId}
                  card={card}
                  clickToPayId={clickToPay?.tokenRequestorId ?? null}
                  start={actions.start}
                />
              ))}
            </ul>
          </div>
        )}
        <aside className="max-lg:contents">
          {offered ? (
            <div className="max-lg:order-first lg:mb-[34px]">
              <PromoSlip requestor={clickToPay} count={free} dismiss={actions.dismissBanner} />
            </div>
          ) : null}
          <SavedElsewhere others={view.others} />
        </aside>
      </div>
      <EligibilityWatch
        eligible={clickToPay?.eligibleCardIds ?? []}
        checkedAt={view.eligibility.asOf ?? ''}
        recheck={actions.recheckEligibility}
        announcement={t('updated')}
      />
    </>
  );
}
