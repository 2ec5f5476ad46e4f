import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { JourneyPage } from '@/app/portal-page';
import { ChooseScreen } from '@/components/choose/choose-screen';
import { requireCustomer } from '@/lib/auth/actor';
import { loadChoose } from '@/lib/cards/cards-view';
import { chooseAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('choose'))('title') };
}

/** Step 1: which cards shall go. `card` preselects the one the person came from. */
export default async function ChoosePage({
  params,
  searchParams,
}: PageProps<'/enroll/to/[tokenRequestorId]'>) {
  const actor = await requireCustomer();
  const [{ tokenRequestorId }, { card }] = await Promise.all([params, searchParams]);
  const view = await loadChoose(actor, tokenRequestorId, typeof card === 'string' ? [card] : [], null);
  if (view === null) notFound();
  return (
    <JourneyPage actor={actor} step={1} closeHref="/cards">
      <ChooseScreen view={view} action={chooseAction} />
    </JourneyPage>
  );
}
