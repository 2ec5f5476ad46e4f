import { CreditCard, History, Store, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AppLink } from '@/components/ui/app-link';
import { Icon } from '@/components/ui/icon';

export type PortalPlace = 'cards' | 'wallets' | 'activity';

const PLACES: readonly { place: PortalPlace; href: string; icon: LucideIcon }[] = [
  { place: 'cards', href: '/cards', icon: CreditCard },
  { place: 'wallets', href: '/wallets', icon: Store },
  { place: 'activity', href: '/activity', icon: History },
];

/** Words in the header, from a tablet on. */
export function HeaderNav({ current }: { current: PortalPlace | null }) {
  const t = useTranslations('nav');
  return (
    <nav aria-label={t('main')} className="hidden gap-1 md:flex">
      {PLACES.map(({ place, href }) => (
        <AppLink
          key={place}
          href={href}
          className={`flex min-h-10 items-center px-3 text-note font-medium no-underline hover:text-ink ${place === current ? 'text-ink shadow-[inset_0_-2px_0_var(--accent)] forced-colors:border-b-2' : 'text-ink-2'}`}
          {...(place === current ? { 'aria-current': 'page' as const } : {})}
        >
          {place === 'wallets' ? (
            <>
              <span className="lg:hidden">{t('walletsShort')}</span>
              <span className="max-lg:hidden">{t('wallets')}</span>
            </>
          ) : (
            t(place)
          )}
        </AppLink>
      ))}
    </nav>
  );
}

/** Three tabs at the bottom of a phone. */
export function TabBar({ current }: { current: PortalPlace | null }) {
  const t = useTranslations('nav');
  return (
    <nav
      aria-label={t('main')}
      className="sticky bottom-0 z-10 mt-auto grid grid-cols-3 border-t border-rule bg-sheet px-2 pt-2 pb-[max(.75rem,env(safe-area-inset-bottom))] md:hidden"
    >
      {PLACES.map(({ place, href, icon }) => (
        <AppLink
          key={place}
          href={href}
          className={`relative grid min-h-11 justify-items-center gap-[3px] text-tab font-mark no-underline ${place === current ? 'text-accent-text before:absolute before:-top-2 before:h-[3px] before:w-10 before:rounded-b-[3px] before:bg-accent forced-colors:before:bg-[Highlight]' : 'text-ink-2'}`}
          {...(place === current ? { 'aria-current': 'page' as const } : {})}
        >
          <Icon icon={icon} size={22} />
          {t(place === 'wallets' ? 'walletsShort' : place)}
        </AppLink>
      ))}
    </nav>
  );
}
