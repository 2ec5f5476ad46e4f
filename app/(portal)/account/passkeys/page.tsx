import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { phoneOf } from '#demo/data';
import { DemoPhone } from '#demo/tools';
import { PortalPage } from '@/app/portal-page';
import { AccountRail } from '@/components/account/account-rail';
import { PasskeysScreen } from '@/components/account/passkeys-screen';
import { requireCustomer } from '@/lib/auth/actor';
import { passkeysView } from '@/lib/auth/manage-passkeys';
import { knownProblem } from '@/lib/errors/known-problem';
import {
  accountCodeAction,
  addPasskeyAction,
  newPasskeyAction,
  removePasskeyAction,
  sendAccountCodeAction,
} from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('passkeys'))('title') };
}

/** The person's passkeys: what stands in for the code, since when, and how to add or remove one. */
export default async function PasskeysPage({ searchParams }: PageProps<'/account/passkeys'>) {
  const actor = await requireCustomer();
  const { notice, problem } = await searchParams;
  const view = await passkeysView(actor);
  const phone = view.challenge === null ? null : await phoneOf(actor);
  return (
    <PortalPage actor={actor} current={null}>
      <div className="grid gap-[30px] lg:grid-cols-[minmax(0,1fr)_392px] lg:gap-[72px]">
        <PasskeysScreen
          view={view}
          notice={notice === 'added' || notice === 'removed' ? notice : null}
          problem={knownProblem(problem)}
          sendCode={sendAccountCodeAction}
          enterCode={accountCodeAction}
          begin={newPasskeyAction}
          finish={addPasskeyAction}
          remove={removePasskeyAction}
        />
        {phone === null ? (
          <div className="lg:pt-16">
            <AccountRail current="passkeys" />
          </div>
        ) : (
          <div className="max-lg:-order-1">
            <DemoPhone {...phone} />
          </div>
        )}
      </div>
    </PortalPage>
  );
}
