import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { DemoTools } from '#demo/tools';
import { brandHref } from '@/app/brand-href';
import { ClientWords } from '@/components/i18n/client-words';
import { OfflineNotice } from '@/components/shell/every-page';
import { Banner } from '@/components/ui/banner';
import { fontClass } from '@/components/ui/fonts';
import { brand } from '@/lib/brand/brand';
import { directionOf } from '@/lib/i18n/locale';
import './globals.css';

export function generateMetadata(): Metadata {
  const { name } = brand();
  return {
    title: { default: name, template: `%s · ${name}` },
    robots: { index: false, follow: false },
    icons: { icon: brandHref('icon.svg') },
  };
}
export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every document is rendered for its request: a prerendered one would carry scripts without this response's nonce.
  await headers();
  const locale = await getLocale();
  const offline = await getTranslations('offline');
  return (
    <html lang={locale} dir={directionOf(locale)} className={fontClass}>
      <head>
        <link rel="stylesheet" href={brandHref('brand.css')} />
      </head>
      <body>
        {/* For the error boundary, which stands outside every page. */}
        <ClientWords namespaces={['somethingWrong', 'brand']}>{children}</ClientWords>
        <OfflineNotice>
          <Banner tone="warn" title={offline('title')} className="shadow-dialog">
            {offline('text')}
          </Banner>
        </OfflineNotice>
        <DemoTools />
      </body>
    </html>
  );
}
