/** @jsxImportSource hono/jsx */
import { CHECKS, type CheckName } from '@/sandbox/token-connect/checklist';
import { Frame, Words } from './frame';
import { GUIDE } from './guide';

function Section({ name }: { name: CheckName }) {
  const { title, refusal, rule, lookAt } = GUIDE[name];
  return (
    <section id={name}>
      <h2>
        <a href={`#${name}`}>{title}</a>
      </h2>
      <p>
        Check <code>{name}</code>. Refusal: <Words text={refusal} />.
      </p>
      <p>
        <Words text={rule} />
      </p>
      <ul>
        {lookAt.map((line) => (
          <li>
            <Words text={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The guide: what each check of the sandbox wants, in the order in which a call meets them. */
export function GuidePage() {
  return (
    <Frame title="Token Connect for developers">
      <p>
        A call meets these checks in this order; the first that fails ends it. A refusal has the shape of the
        real one; headers beside it name the check (<code>Sandbox-Check</code>), the page that explains this
        very call (<code>Sandbox-Explanation</code>) and the paragraph here (<code>Link</code>).
      </p>
      <p>
        <a href="/__sandbox/openapi">The four operations</a> ·{' '}
        <a href="/__sandbox/openapi.json">OpenAPI 3.1</a> · <a href="/__sandbox/">What came in</a>
      </p>
      {CHECKS.map((name) => (
        <Section name={name} />
      ))}
    </Frame>
  );
}
