import type { Context } from 'hono';

/** The text fields of a form; of one sent twice the last, and no files. */
export async function formFields(c: Context): Promise<Readonly<Record<string, string | undefined>>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
