import { clientOf, findActor } from '@/lib/auth/actor';
import { enterSession } from '@/lib/auth/browser-session';
import { formFields } from '@/lib/auth/door';
import { signIn } from '@/lib/auth/sign-in';
import { DEMO_PASSWORD, PERSONAS } from '@/lib/demo/personas.demo';
import { controlSchema, controlsOf, present, samePage, type Presented } from '@/lib/demo/presenter.demo';

/** What can be set for the person who is signed in, and what is. Looking is no act of the person (AU-04). */
export async function GET(): Promise<Response> {
  const actor = await findActor({ activity: false });
  return Response.json(await controlsOf(actor?.customer.id ?? null), {
    headers: { 'cache-control': 'no-store' },
  });
}

/** What a presenter sets for the person who is signed in, by a form of `/demo`. Not in a production build. */
export async function POST(request: Request): Promise<Response> {
  const parsed = controlSchema.safeParse(formFields(await request.formData()));
  if (!parsed.success)
    return Response.json({ faults: parsed.error.issues.map(({ message }) => message) }, { status: 400 });
  const actor = await findActor({ activity: false });
  const { said, username } = await present(parsed.data, actor?.customer.id ?? null);
  if (said === 'again' && username !== null) await comeBack(username);
  return onward(request, said);
}

/** A fresh start ends every session; a published person is signed in again at once. */
async function comeBack(username: string): Promise<void> {
  if (!PERSONAS.some((persona) => persona.username === username)) return;
  const token = await signIn({ username, password: DEMO_PASSWORD, ...(await clientOf()) });
  await enterSession(token);
}

function onward(request: Request, said: Presented['said']): Response {
  const back = new URL(samePage(request));
  back.searchParams.set('said', said);
  return new Response(null, {
    status: 303,
    headers: { location: back.pathname + back.search, 'cache-control': 'no-store' },
  });
}
