import type { Metadata, Viewport } from 'next';
import { getLocale } from 'next-intl/server';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { DemoTools } from '#demo/tools';
import { fontClass } from '@/components/ui/fonts';
import { directionOf } from '@/lib/i18n/locale';
import { brand } from '@/lib/domain/brand';
import './globals.css';

export const metadata: Metadata = {
  title: { default: brand.name, template: `%s · ${brand.name}` },
  robots: { index: false, follow: false },
  icons: { icon: '/icon.svg' },
};
export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every document is rendered for its request: a prerendered one would carry scripts without this response's nonce.
  await headers();
  const locale = await getLocale();
  return (
    <html lang={locale} dir={directionOf(locale)} className={fontClass}>
      <body>
        {children}
        <DemoTools />
      </body>
    </html>
  );
}
