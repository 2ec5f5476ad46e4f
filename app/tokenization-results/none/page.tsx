import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UnmatchedReturnScreen } from '@/components/results/unmatched-return-screen';
import { findActor } from '@/lib/auth/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('results'))('title') };
}

/** A return that we cannot match: one neutral page, the same for everybody, that gives nothing away (decisions 1). */
export default async function UnmatchedReturnPage() {
  return <UnmatchedReturnScreen signedIn={(await findActor({ activity: false })) !== null} />;
}
