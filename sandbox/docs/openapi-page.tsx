/** @jsxImportSource hono/jsx */
import { Frame } from './frame';
import { OPERATIONS } from './openapi';
import { ANSWER_SCHEMAS } from './openapi-answers';
import { REQUEST_SCHEMAS } from './openapi-requests';

const pretty = (value: object): string => JSON.stringify(value, null, 2);

/** The OpenAPI description, to read. */
export function OpenApiPage() {
  return (
    <Frame title="The four operations of Token Connect">
      <p>
        The same as a document: <a href="/__sandbox/openapi.json">OpenAPI 3.1</a>. What goes wrong and why:{' '}
        <a href="/__sandbox/docs/token-connect">the guide</a>.
      </p>
      {OPERATIONS.map(({ id, method, path, summary, request, answer, errors, deprecated }) => (
        <section id={id}>
          <h2>{`${id}${deprecated ? ' (deprecated)' : ''}`}</h2>
          <p>
            <code>{`${method.toUpperCase()} ${path}`}</code>
          </p>
          <p>{`${summary}.`}</p>
          <ul>
            {request && (
              <li>
                Sends <a href={`#${request}`}>{request}</a>
              </li>
            )}
            <li>
              Answers <a href={`#${answer}`}>{answer}</a>, <a href="#Errors">Errors</a> or{' '}
              <a href="#GatewayErrors">GatewayErrors</a>
            </li>
            <li>{errors.map(({ status, reasonCode }) => `${status} ${reasonCode}`).join(', ')}</li>
          </ul>
        </section>
      ))}
      <h2>Schemas</h2>
      {Object.entries({ ...REQUEST_SCHEMAS, ...ANSWER_SCHEMAS }).map(([name, schema]) => (
        <details id={name}>
          <summary>{name}</summary>
          <div class="inside">
            <pre tabindex={0}>{pretty(schema)}</pre>
          </div>
        </details>
      ))}
    </Frame>
  );
}
