import type { z } from 'zod';

/** A JSON body through a schema; faults name the field and what it should be. */
export async function readJson<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<{ ok: true; value: z.output<S> } | { ok: false; faults: string[] }> {
  const body: unknown = await request.json().catch(() => undefined);
  if (body === undefined) return { ok: false, faults: ['the body must be JSON'] };
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    faults: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`),
  };
}
