import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DemoPersonas } from '#demo/tools';
import { LoginScreen } from '@/components/login/login-screen';
import { chooseLanguageAction } from '@/app/choose-language';
import { goTo } from '@/app/go-to';
import { findActor } from '@/lib/auth/actor';
import { waysToSignIn } from '@/lib/auth/identity-provider';
import { safeNextPath } from '@/lib/auth/next-path';
import { brand } from '@/lib/brand/brand';
import { knownProblem } from '@/lib/errors/known-problem';
import { demoPersonas } from '#demo/data';
import { signInAction, signInAsAction } from './actions';

const onward = (path: string | null) => (path === null ? '' : `?next=${encodeURIComponent(path)}`);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('login'))('title') };
}

export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
  const { next, notice, problem } = await searchParams;
  const path = typeof next === 'string' ? safeNextPath(next) : null;
  if ((await findActor({ activity: false })) !== null) goTo(path ?? '/cards');
  const { cards } = brand();
  const personas = demoPersonas();
  const { passwords, provider } = waysToSignIn();
  return (
    <LoginScreen
      action={signInAction}
      next={path}
      passwords={passwords}
      providerHref={provider ? `/login/provider${onward(path)}` : null}
      problem={knownProblem(problem)}
      notice={notice === 'signed_out' || notice === 'session_ended' ? notice : null}
      chooseLanguage={chooseLanguageAction}
      faces={[
        { product: 'together', name: cards.together.name, last4: '2851', expiry: '02/30' },
        { product: 'everyday', name: cards.everyday.name, last4: '4417', expiry: '08/29' },
      ]}
      personas={personas === null ? null : <DemoPersonas {...personas} action={signInAsAction} next={path} />}
    />
  );
}
