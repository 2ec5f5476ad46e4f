import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { config } from '@/lib/config/env';
import { coreBanking } from '@/lib/core-banking/adapter';
import {
  finishSession,
  openSession,
  SESSION_MAX_SECONDS,
  sessionCookie,
  sessionIdOf,
  sessionToken,
} from './session';
import { signIn } from './sign-in';
import { sha256 } from '@/lib/sealing/seal';

const credentials = z.object({ username: z.string().min(1).max(80), password: z.string().min(1).max(256) });

/**
 * next-auth keeps the cookie; the truth is the session's row (AU-03). Its token holds the session id only, and
 * `GET /api/auth/session` answers a name for an open session and nothing for any other.
 */
export function nextAuthOptions(): NextAuthOptions {
  const cookie = sessionCookie();
  return {
    secret: config().authSecret,
    session: { strategy: 'jwt', maxAge: SESSION_MAX_SECONDS },
    pages: { signIn: '/login', error: '/login' },
    cookies: { sessionToken: { name: cookie.name, options: cookie.options } },
    providers: [
      CredentialsProvider({
        name: 'Username and password',
        credentials: { username: {}, password: {} },
        async authorize(input, request) {
          const parsed = credentials.safeParse(input);
          if (!parsed.success) return null;
          const address: unknown = request.headers?.['x-forwarded-for'];
          const token = await signIn({
            ...parsed.data,
            address: typeof address === 'string' ? address : null,
            userAgent: null,
          }).catch(() => null);
          const id = token === null ? null : await sessionIdOf(token);
          return id === null ? null : { id };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user === undefined ? token['sid'] : user.id }),
      async session({ session, token }) {
        const sid = token['sid'];
        const open = typeof sid === 'string' ? await openSession(await sessionToken(sid), false) : null;
        const customer = open === null ? null : await coreBanking().customer(open.customerId);
        return customer === null
          ? { expires: session.expires }
          : { expires: session.expires, user: { name: customer.givenName } };
      },
    },
    events: {
      async signOut({ token }) {
        const sid = token?.['sid'];
        const open = typeof sid === 'string' ? await openSession(await sessionToken(sid), false) : null;
        if (open !== null)
          await finishSession(sha256(String(sid)), open.customerId, 'signed_out', open.clock());
      },
    },
  };
}
