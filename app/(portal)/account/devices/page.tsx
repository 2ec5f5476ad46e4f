import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PortalPage } from '@/app/portal-page';
import { DevicesScreen } from '@/components/account/devices-screen';
import { requireCustomer } from '@/lib/auth/actor';
import { signedInDevices } from '@/lib/auth/devices';
import { knownProblem } from '@/lib/errors/known-problem';
import { signOutDeviceAction, signOutOthersAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('devices'))('title') };
}

/** Where the person is signed in, and the way to end it from here (ASVS 7.5.2). */
export default async function DevicesPage({ searchParams }: PageProps<'/account/devices'>) {
  const actor = await requireCustomer();
  const { notice, problem } = await searchParams;
  return (
    <PortalPage actor={actor} current={null}>
      <DevicesScreen
        devices={await signedInDevices(actor)}
        notice={notice === 'done' || notice === 'others_done' ? notice : null}
        problem={knownProblem(problem)}
        signOutOne={signOutDeviceAction}
        signOutOthers={signOutOthersAction}
      />
    </PortalPage>
  );
}
