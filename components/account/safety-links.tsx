import { Download, KeyRound, MonitorSmartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AppLink } from '@/components/ui/app-link';
import { Icon } from '@/components/ui/icon';

const LINK = 'inline-flex min-h-11 items-center gap-2.5';
const PAGES = [
  { page: 'devices', icon: MonitorSmartphone },
  { page: 'passkeys', icon: KeyRound },
] as const;

/** The ways to keep the account safe; the page that is open already is no link. */
export function SafetyLinks({ current }: { current?: 'devices' | 'passkeys' }) {
  const nav = useTranslations('nav');
  return (
    <ul>
      {PAGES.map(({ page, icon }) => (
        <li key={page}>
          {page === current ? (
            <span aria-current="page" className={`font-bold ${LINK}`}>
              <Icon icon={icon} size={18} />
              {nav(page)}
            </span>
          ) : (
            <AppLink href={`/account/${page}`} className={LINK}>
              <Icon icon={icon} size={18} />
              {nav(page)}
            </AppLink>
          )}
        </li>
      ))}
      <li>
        {/* A file, not a page: a plain link, which no router follows. */}
        <a href="/api/me/export" download className={LINK}>
          <Icon icon={Download} size={18} />
          {nav('export')}
        </a>
      </li>
    </ul>
  );
}
