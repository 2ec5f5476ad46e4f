import { z } from 'zod';
import { formFields } from '@/lib/auth/door';
import { onwardThroughSandbox, samePage } from '@/lib/demo/presenter.demo';

const schema = z.object({ tools: z.enum(['on', 'off']) });

/** Hides every tool from the audience or shows them again, here and, by way of the browser, on the sandbox's host. Not in a production build. */
export async function POST(request: Request): Promise<Response> {
  const parsed = schema.safeParse(formFields(await request.formData()));
  if (!parsed.success) return Response.json({ faults: ['tools: on or off'] }, { status: 400 });
  const { tools } = parsed.data;
  const answer = new Response(null, {
    status: 303,
    headers: { location: onwardThroughSandbox(tools, samePage(request)), 'cache-control': 'no-store' },
  });
  const life = tools === 'off' ? '' : '; Max-Age=0';
  answer.headers.append('set-cookie', `tools=${tools}; Path=/; HttpOnly; SameSite=Lax${life}`);
  return answer;
}
