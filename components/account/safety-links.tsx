import { Download, KeyRound, MonitorSmartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AppLink } from '@/components/ui/app-link';
import { Icon } from '@/components/ui/icon';

const LINK = 'inline-flex min-h-11 items-center gap-2.5';
const PAGES = [
  { page: 'devices', icon: MonitorSmartphone },
  { page: 'passkeys', icon: KeyRound },
] as const;

interface SafetyLinksProps {
  /** The page that is open already is no link. */
  current?: 'devices' | 'passkeys';
  className?: string;
  iconSize?: number;
}

/** The ways to keep the account safe: entries of a list. */
export function SafetyLinks({ current, className = LINK, iconSize = 18 }: SafetyLinksProps) {
  const nav = useTranslations('nav');
  return (
    <>
      {PAGES.map(({ page, icon }) => (
        <li key={page}>
          {page === current ? (
            <span aria-current="page" className={`font-bold ${className}`}>
              <Icon icon={icon} size={iconSize} />
              {nav(page)}
            </span>
          ) : (
            <AppLink href={`/account/${page}`} className={className}>
              <Icon icon={icon} size={iconSize} />
              {nav(page)}
            </AppLink>
          )}
        </li>
      ))}
      <li>
        {/* A file, not a page: a plain link, which no router follows. */}
        <a href="/api/me/export" download className={className}>
          <Icon icon={Download} size={iconSize} />
          {nav('export')}
        </a>
      </li>
    </>
  );
}
