import { cookies } from 'next/headers';
import { beginProviderSignIn } from '@/lib/auth/provider-sign-in';
import { PROVIDER_STATE_SECONDS, providerStateCookie } from '@/lib/auth/provider-state';
import { AppError } from '@/lib/errors/app-error';
import { leadTo } from '../lead-to';

/** Off to the bank's identity provider: a plain link, since a form that leads to another company is held by our own policy. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  try {
    const { url, cookie } = await beginProviderSignIn(query.get('next'), {
      asSomebodyElse: query.get('as') === 'somebody-else',
    });
    const { name, options } = providerStateCookie();
    (await cookies()).set(name, cookie, { ...options, maxAge: PROVIDER_STATE_SECONDS });
    return leadTo(url);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return leadTo(error.code === 'NOT_FOUND' ? '/login' : `/login?problem=${error.code}`);
  }
}

/** Changes nothing, says nothing. */
export function HEAD(): Response {
  return leadTo('/login');
}
