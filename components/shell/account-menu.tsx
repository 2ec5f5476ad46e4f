import { LogOut, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SafetyLinks } from '@/components/account/safety-links';
import { AppLink } from '@/components/ui/app-link';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CustomerView } from '@/lib/domain/read-models';

const ENTRY =
  'flex min-h-11 items-center gap-2.5 rounded-small px-1 text-ink no-underline hover:text-accent-text';

/** Who is signed in, and the way out. A native popover: Esc and a press outside close it, and it needs no JavaScript. */
export function AccountMenu({ customer, signOut }: { customer: CustomerView; signOut: () => Promise<void> }) {
  const t = useTranslations('nav');
  return (
    <div className="ms-auto">
      <button
        type="button"
        popoverTarget="account"
        aria-label={t('account', { name: customer.name })}
        className="flex min-h-11 items-center gap-2.5 rounded-small px-1.5 text-note font-label hover:text-accent-text"
      >
        <span className="hidden max-w-56 truncate lg:block">{customer.name}</span>
        <span
          aria-hidden
          className="grid size-[34px] place-items-center rounded-full bg-accent-wash text-[0.8125rem] font-mark tracking-[.01em] text-accent-text"
        >
          {customer.initials}
        </span>
      </button>
      <div
        id="account"
        popover="auto"
        className="account-menu rounded-slip bg-sheet p-4 text-ink shadow-dialog"
      >
        <p className="px-1 pb-3 text-note">
          <b>{customer.name}</b>
        </p>
        <ul className="mb-3 border-y border-rule py-1.5 text-note">
          <li>
            <AppLink href="/account" className={ENTRY}>
              <Icon icon={UserRound} size={17} />
              {t('profile')}
            </AppLink>
          </li>
          <SafetyLinks className={ENTRY} iconSize={17} />
        </ul>
        <form action={signOut}>
          <SubmitButton variant="quiet" size="sm" full busyLabel={t('signingOut')}>
            <Icon icon={LogOut} size={17} flip />
            {t('signOut')}
          </SubmitButton>
        </form>
      </div>
    </div>
  );
}
