'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import type { BankView } from '@/lib/i18n/bank';
import { QuotedReference, SystemFrame } from './system-frame';

export interface ErrorScreenProps {
  /** Null where not even that is known. */
  bank: BankView | null;
  /** What the log calls this failure; the person can quote it. */
  reference: string | undefined;
  retry: () => void;
  homeHref: string;
}

/** What the router's error boundaries show, in the words of whoever stands around them. */
export function ErrorScreen({ bank, reference, retry, homeHref }: ErrorScreenProps) {
  const t = useTranslations('somethingWrong');
  const todo =
    bank === null ? t('doAlone') : t(reference === undefined ? 'doNoReference' : 'do', { phone: bank.phone });
  const lines = [
    { label: t('whatLabel'), text: t('what') },
    { label: t('meansLabel'), text: t('means') },
    { label: t('doLabel'), text: todo },
  ];
  return (
    <SystemFrame named={bank !== null} icon={TriangleAlert} title={t('title')} lines={lines}>
      <Button onClick={retry} fullOnPhone>
        {t('retry')}
      </Button>
      <ButtonLink href={homeHref} variant="text">
        {t('home')}
      </ButtonLink>
      {reference === undefined ? null : <QuotedReference label={t('reference')} reference={reference} />}
    </SystemFrame>
  );
}
