import { z } from 'zod';
import { clientOf } from '@/lib/auth/actor';
import { enterSession } from '@/lib/auth/browser-session';
import { formFields } from '@/lib/auth/door';
import { signIn } from '@/lib/auth/sign-in';
import { DEMO_PASSWORD, PERSONAS } from '@/lib/demo/personas.demo';

const schema = z.object({ username: z.enum(PERSONAS.map(({ username }) => username)) });

/** One click begins a story: its person is signed in and stands before their cards. Not in a production build. */
export async function POST(request: Request): Promise<Response> {
  const parsed = schema.safeParse(formFields(await request.formData()));
  if (!parsed.success)
    return Response.json({ faults: ['username: none of the published people'] }, { status: 400 });
  const token = await signIn({ ...parsed.data, password: DEMO_PASSWORD, ...(await clientOf()) });
  await enterSession(token);
  return new Response(null, { status: 303, headers: { location: '/cards', 'cache-control': 'no-store' } });
}
