import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { HelpScreen, type HelpTopic } from '@/components/help/help-screen';

const TOPICS: Record<string, HelpTopic> = { 'sign-in': 'signIn', details: 'details' };

export async function generateMetadata({ params }: PageProps<'/help/[page]'>): Promise<Metadata> {
  const topic = TOPICS[(await params).page];
  return topic === undefined ? {} : { title: (await getTranslations(`help.${topic}`))('title') };
}

/** What a web page must not do for anybody who asks: open to everybody, knows nobody. */
export default async function HelpPage({ params }: PageProps<'/help/[page]'>) {
  const topic = TOPICS[(await params).page];
  if (topic === undefined) notFound();
  return <HelpScreen topic={topic} />;
}
