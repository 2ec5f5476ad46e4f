import { needingALook } from '@/components/results/headline';
import { rowOutcome, type RowOutcome } from '@/components/results/row-outcome';
import type { ActivityRowView } from '@/lib/domain/read-models';

export interface RowStatus {
  /** Which shape and colour the status line takes. */
  look: RowOutcome;
  /** Key of `states`. */
  key: string;
  count: number;
}

const LOOK: Record<ActivityRowView['state'], RowOutcome> = {
  draft: 'chosen',
  consented: 'chosen',
  pushing: 'pushed',
  pushed: 'pushed',
  with_token_requestor: 'pushed',
  reported: 'approved',
  confirmed: 'confirmed',
  rejected: 'refused',
  unknown: 'unknown',
  expired: 'expired',
  cancelled: 'cancelled',
  withdrawn: 'cancelled',
};

/** One status for a whole slip. Mixed answers are never summed up as success. */
export function rowStatus({ state, outcomes }: Pick<ActivityRowView, 'state' | 'outcomes'>): RowStatus {
  const rows = outcomes.map((outcome) => rowOutcome({ state }, { outcome, source: 'browser' }));
  const partly = rows.includes('approved') && (state === 'expired' || state === 'cancelled');
  if (state !== 'reported' && !partly) return { look: LOOK[state], key: state, count: rows.length };
  const need = needingALook(rows);
  if (need > 0) return { look: 'needs_authentication', key: 'needLook', count: need };
  const key = rows.every((row) => row === 'duplicate') ? 'alreadyThere' : 'reportedAdded';
  return { look: key === 'alreadyThere' ? 'duplicate' : 'approved', key, count: rows.length };
}
