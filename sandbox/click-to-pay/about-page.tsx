/** @jsxImportSource hono/jsx */
import { wordsFor } from '@/sandbox/words/words';
import { Layout } from './layout';

/** What Click to Pay is, for someone who was sent here and wonders. */
export function AboutPage({ locale }: { locale: string }) {
  const { about } = wordsFor(locale);
  return (
    <Layout title={about.title} locale={locale}>
      <h1>{about.title}</h1>
      <p class="lead">{about.lead}</p>
      <div class="prose">
        {about.sections.map(({ title, text, points }) => (
          <>
            <h2>{title}</h2>
            <p>{text}</p>
            {points ? (
              <ul>
                {points.map((point) => (
                  <li>{point}</li>
                ))}
              </ul>
            ) : null}
          </>
        ))}
      </div>
    </Layout>
  );
}
