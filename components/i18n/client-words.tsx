import { NextIntlClientProvider, useLocale, useMessages, useTimeZone } from 'next-intl';
import type { ReactNode } from 'react';

/** Gives the client leaves inside it the bank and the words of these namespaces, and no others: a page ships only the sentences it may show. */
export function ClientWords({
  namespaces,
  children,
}: {
  namespaces: readonly string[];
  children: ReactNode;
}) {
  const messages = useMessages();
  const locale = useLocale();
  const timeZone = useTimeZone();
  const picked = Object.fromEntries(
    Object.entries(messages).filter(([namespace]) => namespace === 'bank' || namespaces.includes(namespace)),
  );
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={picked}
      {...(timeZone === undefined ? {} : { timeZone })}
    >
      {children}
    </NextIntlClientProvider>
  );
}
