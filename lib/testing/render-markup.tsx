import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { brand } from '@/lib/brand/brand';
import { bankView } from '@/lib/i18n/bank';
import { messagesOf } from '@/lib/i18n/messages';

const nothing = (): void => undefined;
const router = {
  back: nothing,
  forward: nothing,
  refresh: nothing,
  push: nothing,
  replace: nothing,
  prefetch: nothing,
};

/** A screen as the server writes it, with the real words: what a person without JavaScript gets. Fails on a missing sentence. */
export function renderMarkup(node: ReactNode): string {
  return renderToString(
    <AppRouterContext value={router as never}>
      <NextIntlClientProvider
        locale="en-GB"
        timeZone="UTC"
        messages={{ ...messagesOf('en'), bank: { ...bankView(brand()) } }}
        onError={(error) => {
          throw error;
        }}
      >
        {node}
      </NextIntlClientProvider>
    </AppRouterContext>,
  ).replaceAll('<!-- -->', '');
}
