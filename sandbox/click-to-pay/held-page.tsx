/** @jsxImportSource hono/jsx */
import type { Journey } from '@/sandbox/store/records';
import { wordsFor } from '@/sandbox/words/words';
import { Layout } from './layout';

/** Instead of the way home, where a row of the table keeps the browser here. The card is added all the same. */
export function HeldPage({ journey, why }: { journey: Journey; why: 'late' | 'no-way-back' }) {
  const { locale, bankName, id } = journey;
  const { common, done } = wordsFor(locale);
  const late = why === 'late';
  const title = late ? done.heldTitle : done.noWayBackTitle;
  return (
    <Layout title={title} locale={locale}>
      <h1>{title}</h1>
      <p class="lead">{late ? done.heldLead(bankName) : done.noWayBackLead(bankName)}</p>
      {late ? (
        <a class="button" href={`/provision/${id}/return`}>
          {common.backTo(bankName)}
        </a>
      ) : null}
    </Layout>
  );
}
