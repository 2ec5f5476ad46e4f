import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { chooseLanguageAction } from '@/app/choose-language';
import { PortalPage } from '@/app/portal-page';
import { ProfileScreen } from '@/components/account/profile-screen';
import { requireCustomer } from '@/lib/auth/actor';
import { profileOf } from '@/lib/enrollment/shared-fields';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('profile'))('title') };
}

export default async function ProfilePage() {
  const actor = await requireCustomer();
  return (
    <PortalPage actor={actor} current={null}>
      <ProfileScreen details={profileOf(actor.customer)} chooseLanguage={chooseLanguageAction} />
    </PortalPage>
  );
}
