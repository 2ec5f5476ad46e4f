import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { LegalScreen } from '@/components/legal/legal-screen';

type Page = 'privacy' | 'terms';
const isPage = (name: string): name is Page => name === 'privacy' || name === 'terms';

export async function generateMetadata({ params }: PageProps<'/legal/[page]'>): Promise<Metadata> {
  const { page } = await params;
  return isPage(page) ? { title: (await getTranslations(`legal.${page}`))('title') } : {};
}

export default async function LegalPage({ params }: PageProps<'/legal/[page]'>) {
  const { page } = await params;
  if (!isPage(page)) notFound();
  return <LegalScreen page={page} />;
}
