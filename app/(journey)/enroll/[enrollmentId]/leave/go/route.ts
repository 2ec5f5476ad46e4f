import { cookies } from 'next/headers';
import { recordLeave } from '#demo/recorder';
import { findActor } from '@/lib/auth/actor';
import { sessionCookie } from '@/lib/auth/session';
import { FLOW_COOKIE, FLOW_COOKIE_SECONDS, leave } from '@/lib/enrollment/leave';
import { AppError } from '@/lib/errors/app-error';

const onward = (location: string) =>
  new Response(null, {
    status: 303,
    headers: { location, 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' },
  });

/** One click leaves the bank: 303 to the hand-off, as MDES and our allow-list made it. The proxy has checked the origin. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/enroll/[enrollmentId]/leave/go'>,
): Promise<Response> {
  const { enrollmentId } = await params;
  const actor = await findActor({ activity: true });
  const page = `/enroll/${encodeURIComponent(enrollmentId)}/leave`;
  if (actor === null) return onward(`/login?notice=session_ended&next=${encodeURIComponent(page)}`);
  const jar = await cookies();
  try {
    const { url, flow } = await leave(actor, enrollmentId, jar.get(FLOW_COOKIE)?.value);
    jar.set(FLOW_COOKIE, flow, { ...sessionCookie().options, maxAge: FLOW_COOKIE_SECONDS });
    recordLeave({ enrollmentId, request, location: url });
    return onward(url);
  } catch (error) {
    // Too late, already answered, or not theirs: the page itself says how things stand.
    if (error instanceof AppError) return onward(page);
    throw error;
  }
}
