import type { ReactNode } from 'react';
import type { TraceBlock } from '@/lib/domain/trace.demo';
import { demoWords } from '@/lib/i18n/demo-words.demo';

type Of<K extends TraceBlock['kind']> = Extract<TraceBlock, { kind: K }>;

/** One part of a hop's details. */
export function Block({ block }: { block: TraceBlock }): ReactNode {
  if (block.kind === 'fields') return <Fields block={block} />;
  return block.kind === 'checks' ? <Checks block={block} /> : <Quote block={block} />;
}

function Quote({ block }: { block: Of<'text'> }) {
  return (
    <div className="i-quote">
      <p className="i-cap">
        <span>{block.caption}</span>
        {block.note === undefined ? null : <span>{block.note}</span>}
      </p>
      <pre tabIndex={0} role="region" aria-label={block.caption}>
        {coloured(block.text)}
      </pre>
    </div>
  );
}

/** Masked numbers on a tint, names and strings of JSON in their colours. */
function coloured(text: string): ReactNode[] {
  return text.split(/("•+\d{4}"|"(?:[^"\\]|\\.)*"(?:\s*:)?)/g).map((part, index) => {
    if (index % 2 === 0) return part;
    const kind = part.includes('•') ? 'i-mask' : part.endsWith(':') ? 'i-key' : 'i-str';
    return (
      <span key={`${index}-${part}`} className={kind}>
        {part}
      </span>
    );
  });
}

function Fields({ block }: { block: Of<'fields'> }) {
  const t = demoWords('inspector');
  return (
    <table className="i-fields">
      <caption className="i-cap">{block.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('columns.name')}</th>
          <th scope="col">{t('columns.value')}</th>
          <th scope="col">{t('columns.what')}</th>
        </tr>
      </thead>
      <tbody>
        {block.fields.map(({ name, value, what, where }, index) => (
          <tr key={`${index}-${name}`}>
            <th scope="row">{name}</th>
            <td className="i-value">{value}</td>
            <td>
              {what} <small>{where}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Checks({ block }: { block: Of<'checks'> }) {
  const t = demoWords('inspector');
  return (
    <div>
      <p className="i-cap">{block.caption}</p>
      <ul className="i-checks">
        {block.checks.map(({ name, passed, hint }) => (
          <li key={name} data-passed={passed}>
            <b>{passed ? t('passed') : t('failed')}</b> {name}
            {hint === undefined ? null : <small> {hint}</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}
