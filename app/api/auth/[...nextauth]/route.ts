import NextAuth from 'next-auth';
import { nextAuthOptions } from '@/lib/auth/next-auth-options';
import { sessionCookie } from '@/lib/auth/session';

type Context = RouteContext<'/api/auth/[...nextauth]'>;

/** next-auth's own routes. Its session cookie stays one without an end date, also when it is rolled (decisions 9; AU-01). */
async function handler(request: Request, context: Context): Promise<Response> {
  const answer = (await NextAuth(nextAuthOptions())(request, context)) as Response;
  const cookies = answer.headers.getSetCookie();
  if (cookies.length === 0) return answer;
  const headers = new Headers(answer.headers);
  headers.delete('set-cookie');
  for (const cookie of cookies)
    headers.append(
      'set-cookie',
      isLiveSession(cookie) ? cookie.replace(/;\s*(expires|max-age)=[^;]*/gi, '') : cookie,
    );
  return new Response(answer.body, { status: answer.status, headers });
}

function isLiveSession(cookie: string): boolean {
  const [pair = ''] = cookie.split(';');
  return pair.startsWith(`${sessionCookie().name}=`) && !pair.endsWith('=');
}

export { handler as GET, handler as POST };
