import { Store } from 'lucide-react';
import { createTranslator, useLocale } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { EnrollmentView } from '@/lib/domain/read-models';
import words from '@/messages/en/demo.json';

/** Where a card works that Click to Pay reported as its own: pages of the sandbox. */
export interface DemoTryItProps {
  view: EnrollmentView;
  places: { shop: string; profile: string } | null;
}

/** Proof at the end of a demo: the added card pays in an invented shop. Only where Click to Pay says that it has one. */
export function DemoTryIt({ view, places }: DemoTryItProps) {
  const t = createTranslator({ locale: useLocale(), messages: words, namespace: 'tryIt' });
  const there = view.cards.some(({ outcome }) => outcome === 'approved' || outcome === 'duplicate');
  if (places === null || !there || !view.tokenRequestor.isClickToPay) return null;
  return (
    <section aria-label={t('label')} className="demo mt-8 px-4 pb-4 pt-5 md:px-5" lang="en">
      <span aria-hidden="true" className="demo-tag">
        {t('tag')}
      </span>
      <p className="text-note text-ink-2">{t('lead')}</p>
      <p className="mt-2.5 flex flex-wrap items-center gap-x-3.5 gap-y-2">
        <a href={places.shop} className={buttonClass({ variant: 'quiet', size: 'sm' })}>
          <Icon icon={Store} size={18} />
          {t('shop')}
        </a>
        <a href={places.profile} className={buttonClass({ variant: 'text', size: 'sm' })}>
          {t('profile')}
        </a>
      </p>
    </section>
  );
}
