import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NoAccountScreen } from '@/components/login/no-account-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('noAccount'))('title') };
}

/** The identity provider knows the person and the bank's list of cardholders does not: the same for everybody, names nobody. */
export default function NoAccountPage() {
  return <NoAccountScreen signInHref="/login/provider?as=somebody-else" />;
}
