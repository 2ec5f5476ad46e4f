import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { PortalPage } from '@/app/portal-page';
import { goTo } from '@/app/go-to';
import { ParkedScreen } from '@/components/results/parked-screen';
import { requireCustomer } from '@/lib/auth/actor';
import { FLOW_COOKIE } from '@/lib/enrollment/leave';
import { applyParkedReturn, NEUTRAL_PATH, parkedReturnOf } from '@/lib/enrollment/receive-return';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('results'))('title') };
}

async function applyParked(): Promise<void> {
  'use server';
  const actor = await requireCustomer();
  goTo((await applyParkedReturn(actor, (await cookies()).get(FLOW_COOKIE)?.value)).path);
}

/** The owner came back on another browser: asked first, applied by one POST (decisions 6). */
export default async function ParkedPage() {
  const actor = await requireCustomer();
  const parked = await parkedReturnOf(actor, (await cookies()).get(FLOW_COOKIE)?.value);
  if (parked === null) goTo(NEUTRAL_PATH);
  return (
    <PortalPage actor={actor} current="activity">
      <ParkedScreen reference={parked.reference} action={applyParked} />
    </PortalPage>
  );
}
