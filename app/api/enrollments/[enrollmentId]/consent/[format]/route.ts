import { consentWords } from '@/app/consent-words';
import { customerView, findActor } from '@/lib/auth/actor';
import { consentPdf } from '@/lib/consent/consent-pdf';
import { brand } from '@/lib/brand/brand';
import type { ConsentRecordView } from '@/lib/domain/read-models';
import { loadConsentRecord } from '@/lib/enrollment/consent-record';
import { AppError } from '@/lib/errors/app-error';

const noStore = { 'cache-control': 'no-store' };
const refused = (code: string, status: number) => Response.json({ code }, { status, headers: noStore });

/** A consent record as a file to keep: `pdf` for a person, `json` for a program (GD-01). */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/enrollments/[enrollmentId]/consent/[format]'>,
): Promise<Response> {
  const actor = await findActor({ activity: true });
  if (actor === null) return refused('SIGNED_OUT', 401);
  const { enrollmentId, format } = await params;
  if (format !== 'pdf' && format !== 'json') return refused('NOT_FOUND', 404);
  try {
    const record = await loadConsentRecord(actor, enrollmentId);
    const givenBy = customerView(actor).name;
    const file =
      format === 'pdf'
        ? await consentPdf(await consentWords(record, givenBy))
        : `${JSON.stringify(asData(record, givenBy), null, 2)}\n`;
    return new Response(file, {
      headers: {
        ...noStore,
        'content-type': format === 'pdf' ? 'application/pdf' : 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="consent-${record.reference}.${format}"`,
      },
    });
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return refused('NOT_FOUND', 404);
    throw error;
  }
}

/** The record without what only this portal understands: handles and what a button may do. */
function asData(record: ConsentRecordView, givenBy: string) {
  const { enrollmentId: _handle, canWithdraw: _button, cards, ...agreed } = record;
  return {
    bank: brand().name,
    givenBy,
    ...agreed,
    cards: cards.map(({ name, last4, expiry }) => ({ name, last4, expiry })),
  };
}
