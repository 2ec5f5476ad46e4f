import { findActor } from '@/lib/auth/actor';
import { loadOutcome } from '@/lib/enrollment/enrollment-view';
import { AppError } from '@/lib/errors/app-error';

const noStore = { 'cache-control': 'no-store' };

/** How an enrollment stands, for the page that waits for it. A poll is no act of the person (AU-04). */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/enrollments/[enrollmentId]'>,
): Promise<Response> {
  const actor = await findActor({ activity: false });
  if (actor === null) return Response.json({ code: 'SIGNED_OUT' }, { status: 401, headers: noStore });
  try {
    return Response.json(await loadOutcome(actor, (await params).enrollmentId), { headers: noStore });
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND')
      return Response.json({ code: 'NOT_FOUND' }, { status: 404, headers: noStore });
    throw error;
  }
}
