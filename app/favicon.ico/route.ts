import { connection } from 'next/server';
import { brandHref } from '@/app/brand-href';

/** What a browser asks for where no page names an icon. Answered by request: at build time nobody knows which bank it will be. */
export async function GET(): Promise<Response> {
  await connection();
  return new Response(null, {
    status: 307,
    headers: { location: brandHref('icon.svg'), 'cache-control': 'no-cache' },
  });
}
