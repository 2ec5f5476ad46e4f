import { cookies } from 'next/headers';
import { actorFromToken, clientOf } from '@/lib/auth/actor';
import { enterSession } from '@/lib/auth/browser-session';
import { finishProviderSignIn } from '@/lib/auth/provider-sign-in';
import { providerStateCookie } from '@/lib/auth/provider-state';
import { FLOW_COOKIE } from '@/lib/enrollment/leave';
import { resumeParkedReturn } from '@/lib/enrollment/receive-return';
import { AppError } from '@/lib/errors/app-error';
import { leadTo } from '../lead-to';

/** Back from the identity provider, with a code or a refusal. What the browser kept for it serves once. */
export async function GET(request: Request): Promise<Response> {
  const jar = await cookies();
  const { name, options } = providerStateCookie();
  const kept = jar.get(name)?.value;
  jar.set(name, '', { ...options, maxAge: 0 });
  try {
    const { token, next } = await finishProviderSignIn(new URL(request.url).search, kept, await clientOf());
    await enterSession(token);
    const actor = await actorFromToken(token);
    const flow = jar.get(FLOW_COOKIE)?.value;
    return leadTo((actor === null ? null : await resumeParkedReturn(actor, flow, next)) ?? next);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'UNKNOWN_CUSTOMER') return leadTo('/login/no-account');
    return leadTo(error.code === 'NOT_FOUND' ? '/login' : `/login?problem=${error.code}`);
  }
}

/** Changes nothing, says nothing. */
export function HEAD(): Response {
  return leadTo('/login');
}
