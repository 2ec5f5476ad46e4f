'use server';

import { goTo } from '@/app/go-to';
import { chooseLanguage } from '@/lib/auth/browser-session';
import { brand } from '@/lib/brand/brand';
import { formFields } from '@/lib/auth/door';
import { safeNextPath } from '@/lib/auth/next-path';
import { appLocale } from '@/lib/i18n/locale';

/** Another language for this browser, then the page where the person was. Anything that is not one of the bank's changes nothing. */
export async function chooseLanguageAction(form: FormData): Promise<void> {
  const { language, next } = formFields(form);
  const chosen = appLocale(typeof language === 'string' ? language : null, brand().languages);
  if (chosen !== null) await chooseLanguage(chosen);
  goTo(backTo(next));
}

/** The sign-in page keeps where it leads; any other page by the rules of `safeNextPath` (AU-13). */
function backTo(next: unknown): string {
  if (typeof next !== 'string' || !/^\/login(\?|$)/.test(next)) return safeNextPath(next);
  const onward = new URLSearchParams(next.split('?')[1]).get('next');
  return onward === null ? '/login' : `/login?next=${encodeURIComponent(safeNextPath(onward))}`;
}
