import { useEffect, useRef, type ReactNode } from 'react';
import { PARTIES, type Party, type Trace, type TraceHop } from '@/lib/domain/trace.demo';
import { demoWords } from '@/lib/i18n/demo-words.demo';

/** Where the four lifelines stand, in percent of the drawing. */
const LANE: Record<Party, number> = { browser: 12.5, bank: 37.5, mdes: 62.5, requestor: 87.5 };
const ROW = 26;
const LINE_Y = 19;

export const timeOf = (at: string | null): string => (at === null ? '' : at.slice(11, 19));

interface SequenceProps {
  trace: Trace;
  /** Id of the hop whose details are open. */
  selected: string | null;
  onSelect: (id: string) => void;
  /** Id of the element that shows the details. */
  details: string;
}

/** The sequence diagram: an ordered list of buttons, with the drawing beside each for those who see it. */
export function Sequence({ trace, selected, onSelect, details }: SequenceProps) {
  const t = demoWords('inspector');
  const end = useRef<HTMLLIElement>(null);
  const newest = trace.hops.at(-1)?.id;
  // The diagram grows downwards: what has just happened is in view.
  useEffect(() => {
    // Not returned: in some browsers it answers a promise, which is no clean-up.
    void end.current?.scrollIntoView({ block: 'nearest' });
  }, [newest]);
  return (
    <div className="i-seq">
      <div className="i-heads" aria-hidden>
        <span />
        <div className="i-lanes">
          {PARTIES.map((party) => (
            <b key={party} data-party={party}>
              {trace.parties[party]}
            </b>
          ))}
        </div>
        <span />
      </div>
      <ol aria-label={t('sequence')}>
        {trace.hops.map((hop) => (
          <li key={hop.id} ref={hop.id === newest ? end : null} data-phase={hop.phase}>
            <button
              type="button"
              aria-controls={details}
              aria-current={hop.id === selected ? 'true' : undefined}
              onClick={() => onSelect(hop.id)}
            >
              <Row hop={hop} spoken={spokenHop(trace, hop)} />
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The whole row in words. */
export function spokenHop({ parties }: Pick<Trace, 'parties'>, hop: TraceHop): string {
  const t = demoWords('inspector');
  const { from, to, label, status, tookMs, phase } = hop;
  const words = t('spoken', { from: parties[from], to: parties[to], label });
  const end = phase === 'done' ? [status, tookMs === null ? null : t('ms', { ms: tookMs })] : [t(phase)];
  return [words, ...end].filter((part) => part !== null).join(', ');
}

function Row({ hop, spoken }: { hop: TraceHop; spoken: string }): ReactNode {
  const t = demoWords('inspector');
  const { at, from, label, status, tone, tookMs, phase } = hop;
  return (
    <>
      <span className="sr-only">{spoken}</span>
      <span aria-hidden className="i-time">
        {timeOf(at)}
      </span>
      <span aria-hidden className="i-draw" data-party={from}>
        <span className="i-label">{label}</span>
        <Arrow hop={hop} />
      </span>
      <span aria-hidden className="i-status" data-tone={tone}>
        {phase === 'done' ? <b>{status}</b> : <b>{t(phase)}</b>}
        {tookMs === null ? null : ` ${t('ms', { ms: tookMs })}`}
      </span>
    </>
  );
}

/** What fits between two neighbours on a projector; the list underneath and the details have it in full. */
const FITS = 30;
const shortened = (label: string) => (label.length > FITS ? `${label.slice(0, FITS - 1)}…` : label);

function Arrow({ hop }: { hop: TraceHop }) {
  const [x1, x2] = [LANE[hop.from], LANE[hop.to]];
  return (
    <svg width="100%" height={ROW} focusable="false">
      {PARTIES.map((party) => (
        <line
          key={party}
          data-party={party}
          className="i-life"
          x1={`${LANE[party]}%`}
          x2={`${LANE[party]}%`}
          y1="0"
          y2="100%"
        />
      ))}
      <line className="i-arrow" x1={`${x1}%`} x2={`${x2}%`} y1={LINE_Y} y2={LINE_Y} />
      <circle className="i-dot" cx={`${x1}%`} cy={LINE_Y} r="3.5" />
      {/* The arrowhead hangs on a nested drawing, since a path knows no percent. */}
      <svg x={`${x2}%`} y={LINE_Y} overflow="visible">
        <path className="i-head" d={x2 > x1 ? 'M0 0l-9-4.5v9z' : 'M0 0l9-4.5v9z'} />
      </svg>
      <text className="i-text" x={`${(x1 + x2) / 2}%`} y={LINE_Y - 6} textAnchor="middle">
        {shortened(hop.label)}
      </text>
    </svg>
  );
}
