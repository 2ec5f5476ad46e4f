import { and, eq, isNotNull } from 'drizzle-orm';
import { database } from '@/lib/db/client';
import { enrollments } from '@/lib/db/schema';
import { keyId, seal, sealedWith, unseal } from '@/lib/sealing/seal';

/** Where the hand-off of an enrollment is sealed. */
export const handOffPlace = (enrollmentId: string) => `enrollments.hand_off_sealed:${enrollmentId}`;

/** Seals the hand-offs that still wait anew under the current data key. Not a change of the enrollment: its version stays. */
export async function resealHandOffs(): Promise<number> {
  const rows = await database()
    .select({ id: enrollments.id, sealed: enrollments.handOffSealed })
    .from(enrollments)
    .where(isNotNull(enrollments.handOffSealed));
  let done = 0;
  for (const { id, sealed } of rows) {
    if (sealed === null || sealedWith(sealed) === keyId()) continue;
    const renewed = seal(unseal(sealed, handOffPlace(id)), handOffPlace(id));
    await database()
      .update(enrollments)
      .set({ handOffSealed: renewed })
      .where(and(eq(enrollments.id, id), eq(enrollments.handOffSealed, sealed)));
    done += 1;
  }
  return done;
}
