import { CircleHelp, MapPinOff, TriangleAlert, WifiOff, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { BrandLink } from '@/components/shell/brand-link';
import { Header } from '@/components/shell/header';
import { SkipLink } from '@/components/shell/skip-link';
import { shownPhone } from '@/components/shell/support-phone';
import { ButtonLink } from '@/components/ui/button';
import { FocusHeading } from '@/components/ui/focus-heading';
import { Icon } from '@/components/ui/icon';

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
    const todo =
      reference === undefined ? t('doNoReference', { phone: shownPhone }) : t('do', { phone: shownPhone });
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

/** A headline that says what we know, three ruled lines, one action, and a reference to quote. No codes, no picture of failure. */
export function SystemScreen({ kind, reference, homeHref }: SystemScreenProps) {
  const t = useTranslations('somethingWrong');
  const common = useTranslations('common');
  const words = useWords(kind, reference);
  const lines = [
    { label: t('whatLabel'), text: words.what },
    { label: t('meansLabel'), text: words.means },
    { label: t('doLabel'), text: words.todo },
  ];
  return (
    <>
      <SkipLink />
      <Header>
        <BrandLink />
      </Header>
      <main id="main" className="page">
        <div className="max-w-[42rem] md:pt-6">
          <Icon icon={ICONS[kind]} size={22} className="mb-3 text-ink-2" />
          <FocusHeading>{words.title}</FocusHeading>
          <dl className="mt-6">
            {lines.map((line) => (
              <div
                key={line.label}
                className="grid gap-x-6 gap-y-0.5 border-t border-rule py-4 last:border-b md:grid-cols-[10rem_minmax(0,1fr)]"
              >
                <dt className="font-bold">{line.label}</dt>
                <dd className="text-ink-2">{line.text}</dd>
              </div>
            ))}
          </dl>
          <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
            <ButtonLink href={homeHref} fullOnPhone>
              {words.action}
            </ButtonLink>
            {reference === undefined ? null : (
              <p className="text-small text-ink-2">
                {common('reference')} <bdi className="num font-medium text-ink select-all">{reference}</bdi>
              </p>
            )}
          </div>
        </div>
      </main>
    </>
  );
}
