import { CircleHelp, MapPinOff, TriangleAlert, WifiOff, type LucideIcon } from 'lucide-react';
import { useBank } from '@/components/i18n/use-bank';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { QuotedReference, SystemFrame } from './system-frame';

export type SystemKind = 'not_found' | 'error' | 'neutral_return' | 'offline';

export interface SystemScreenProps {
  kind: SystemKind;
  /** What the person can quote, when there is one. */
  reference?: string | undefined;
  homeHref: string;
}

const ICONS: Record<SystemKind, LucideIcon> = {
  not_found: MapPinOff,
  error: TriangleAlert,
  neutral_return: CircleHelp,
  offline: WifiOff,
};

interface Words {
  title: string;
  what: string;
  means: string;
  todo: string;
  action: string;
}

function useWords(kind: SystemKind, reference: string | undefined): Words {
  const bank = useBank();
  const lost = useTranslations('notFound');
  const t = useTranslations('somethingWrong');
  if (kind === 'not_found') {
    return {
      title: lost('title'),
      what: lost('what'),
      means: lost('means'),
      todo: lost('do'),
      action: lost('home'),
    };
  }
  if (kind === 'error') {
    const todo = t(reference === undefined ? 'doNoReference' : 'do', { phone: bank.phone });
    return { title: t('title'), what: t('what'), means: t('means'), todo, action: t('home') };
  }
  const key = kind === 'offline' ? 'offline' : 'neutral';
  return {
    title: t(`${key}.title`),
    what: t(`${key}.what`),
    means: t(`${key}.means`),
    todo: t(`${key}.do`),
    action: t(`${key}.action`),
  };
}

/** Not found, a failure of ours, a return that is nobody's here, no connection. */
export function SystemScreen({ kind, reference, homeHref }: SystemScreenProps) {
  const t = useTranslations('somethingWrong');
  const words = useWords(kind, reference);
  const lines = [
    { label: t('whatLabel'), text: words.what },
    { label: t('meansLabel'), text: words.means },
    { label: t('doLabel'), text: words.todo },
  ];
  return (
    <SystemFrame icon={ICONS[kind]} title={words.title} lines={lines}>
      <ButtonLink href={homeHref} fullOnPhone>
        {words.action}
      </ButtonLink>
      {reference === undefined ? null : <QuotedReference label={t('reference')} reference={reference} />}
    </SystemFrame>
  );
}
