import { useTranslations } from 'next-intl';
import { TokenRequestorLogo } from '@/components/art/token-requestor-logo';
import { AppLink } from '@/components/ui/app-link';
import type { CardsPageView } from '@/lib/domain/read-models';

const SHOWN = 4;

/** The other wallets and shops, first those that have cards. While none has any, a phone leaves them to its tab. */
export function SavedElsewhere({ others }: { others: CardsPageView['others'] }) {
  const t = useTranslations('cards');
  const words = useTranslations('common');
  const shown = [...others].sort((a, b) => b.savedCards - a.savedCards).slice(0, SHOWN);
  if (shown.length === 0) return null;
  const saved = others.some((other) => other.savedCards > 0);
  return (
    <section aria-labelledby="elsewhere" className={saved ? '' : 'max-md:hidden'}>
      <h2 id="elsewhere" className="text-h3">
        {t(saved ? 'elsewhere' : 'otherPlaces')}
      </h2>
      <ul className="mt-2">
        {shown.map((other) => (
          <li
            key={other.tokenRequestorId}
            className="flex items-center gap-3 border-t border-rule py-[11px] text-note"
          >
            <TokenRequestorLogo logo={other.logo} name={other.name} size={32} />
            <bdi className="line-clamp-2 min-w-0 [overflow-wrap:anywhere]">{other.name}</bdi>
            {saved ? (
              <span className="num ms-auto flex-none text-ink-2">
                {words('cards', { count: other.savedCards })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-small">
        <AppLink href="/wallets" className="link inline-flex min-h-10 items-center">
          {t('allWallets', { count: others.length })}
        </AppLink>
      </p>
    </section>
  );
}
