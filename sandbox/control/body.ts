import type { Context } from 'hono';
import type { z } from 'zod';

/** Reads a JSON body, an absent one as `{}`; what is wrong with it is answered in sentences, each with its place. */
export async function bodyOf<T>(
  c: Context,
  schema: z.ZodType<T>,
): Promise<{ value: T } | { problem: Response }> {
  const text = await c.req.text();
  let json: unknown = {};
  try {
    if (text.trim() !== '') json = JSON.parse(text);
  } catch {
    return { problem: c.json({ error: 'the body must be JSON' }, 400) };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  const issues = parsed.error.issues.map(({ path, message }) => ({ path, message }));
  const [first] = issues;
  const error = `not understood: ${first?.path.join('.') || 'the body'}: ${first?.message ?? ''}`;
  return { problem: c.json({ error, issues }, 400) };
}
