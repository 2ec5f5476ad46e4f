import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withdrawAction } from '@/app/(portal)/actions';
import { consentWords } from '@/app/consent-words';
import { orNotFound } from '@/app/or-not-found';
import { PortalPage } from '@/app/portal-page';
import { ConsentScreen } from '@/components/activity/consent-screen';
import { customerView, requireCustomer } from '@/lib/auth/actor';
import { loadConsentRecord } from '@/lib/enrollment/consent-record';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('consent'))('recordTitle') };
}

export default async function ConsentPage({ params }: PageProps<'/activity/[enrollmentId]/consent'>) {
  const actor = await requireCustomer();
  const record = await orNotFound(loadConsentRecord(actor, (await params).enrollmentId));
  return (
    <PortalPage actor={actor} current="activity">
      <ConsentScreen
        record={record}
        words={await consentWords(record, customerView(actor).name)}
        withdraw={withdrawAction}
      />
    </PortalPage>
  );
}
