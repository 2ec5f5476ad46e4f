import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { PARTIES, type Party, type Trace, type TraceBlock, type TraceHop } from '@/lib/domain/trace.demo';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import { EXPORT_STYLE } from './export-style.demo';

type Html = ReturnType<typeof html>;

const LANE: Record<Party, number> = { browser: 12.5, bank: 37.5, mdes: 62.5, requestor: 87.5 };

/** The style and nothing else: no script, no picture, no address (CSP 3, 6.1.14). */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(EXPORT_STYLE).digest('base64')}'`;

/**
 * One journey as a file of its own, to send to a colleague: opens from a disk, needs no script and no network, and holds what the
 * inspector showed, masked as there.
 */
export async function exportJourney(trace: Trace): Promise<string> {
  const t = demoWords('export');
  const title = t('title', { reference: trace.reference, destination: trace.destination });
  const hops = trace.hops.filter(({ phase }) => phase !== 'next');
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${raw(`<style>${EXPORT_STYLE}</style>`)}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p class="facts">
            ${t('facts', { startedAt: trace.startedAt, state: trace.state, cards: trace.last4.join(', ') })}
          </p>
          <div class="heads" aria-hidden="true">
            <span></span>
            <div class="lanes">
              ${PARTIES.map((party) => html`<b data-party="${party}">${trace.parties[party]}</b>`)}
            </div>
            <span></span>
          </div>
          <ol>
            ${hops.map((hop) => html`<li>${hopOf(trace, hop)}</li>`)}
          </ol>
        </main>
      </body>
    </html>`;
  return String(await page);
}

function hopOf({ parties }: Trace, hop: TraceHop): Html {
  const t = demoWords('inspector');
  const { at, from, to, label, gist, status, tone, tookMs, sections, curl } = hop;
  const took = tookMs === null ? '' : ` ${t('ms', { ms: tookMs })}`;
  return html`<details>
    <summary>
      <span class="said"
        >${t('spoken', { from: parties[from], to: parties[to], label })}, ${status ?? ''}</span
      >
      <span class="time" aria-hidden="true">${at?.slice(11, 19) ?? ''}</span>
      <span data-party="${from}" aria-hidden="true">${arrow(hop)}</span>
      <span class="status" aria-hidden="true"><b class="${tone}">${status ?? ''}</b>${took}</span>
    </summary>
    <div class="inside">
      <p>${gist}</p>
      ${sections.map(
        ({ title, blocks }) =>
          html`<h2>${title}</h2>
            ${blocks.map(blockOf)}`,
      )}
      ${
        curl === null
          ? ''
          : html`<h2>${t('curl')}</h2>
              <pre>${curl}</pre>`
      }
    </div>
  </details>`;
}

function arrow({ from, to, label }: TraceHop): Html {
  const [x1, x2] = [LANE[from], LANE[to]];
  const head = x2 > x1 ? 'M0 0l-9-4.5v9z' : 'M0 0l9-4.5v9z';
  return html`<svg width="100%" height="30">
    ${PARTIES.map((party) => html`<line data-party="${party}" class="life" x1="${LANE[party]}%" x2="${LANE[party]}%" y1="0" y2="100%" />`)}
    <line class="arrow" x1="${x1}%" x2="${x2}%" y1="21" y2="21" />
    <circle class="dot" cx="${x1}%" cy="21" r="3.5" />
    <svg x="${x2}%" y="21" overflow="visible"><path class="head" d="${head}" /></svg>
    <text x="${(x1 + x2) / 2}%" y="15" text-anchor="middle">${label}</text>
  </svg>`;
}

function blockOf(block: TraceBlock): Html {
  const t = demoWords('inspector');
  if (block.kind === 'text')
    return html`<h3>${block.caption} ${block.note ?? ''}</h3>
      <pre>${block.text}</pre>`;
  if (block.kind === 'checks')
    return html`<h3>${block.caption}</h3>
      <ul>
        ${block.checks.map(({ name, passed, hint }) => html`<li><b class="${passed ? 'ok' : 'bad'}">${t(passed ? 'passed' : 'failed')}</b> ${name} <small>${hint ?? ''}</small></li>`)}
      </ul>`;
  return html`<table>
    <caption>
      ${block.caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t('columns.name')}</th>
        <th scope="col">${t('columns.value')}</th>
        <th scope="col">${t('columns.what')}</th>
      </tr>
    </thead>
    <tbody>
      ${block.fields.map(
        ({ name, value, what, where }) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
            <td>${what} <small>${where}</small></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
