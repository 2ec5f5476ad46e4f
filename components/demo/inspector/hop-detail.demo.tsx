import { useId, useState, type KeyboardEvent } from 'react';
import type { TraceHop, TraceSection } from '@/lib/domain/trace.demo';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import { Block } from './blocks.demo';

type TabId = TraceSection['id'] | 'curl';

/** What was said at one hop, one kind of it at a time. */
export function HopDetail({ hop, spoken }: { hop: TraceHop; spoken: string }) {
  const t = demoWords('inspector');
  const [wanted, setWanted] = useState<TabId>('body');
  const tabs: { id: TabId; title: string }[] = [
    ...hop.sections,
    ...(hop.curl === null ? [] : [{ id: 'curl' as const, title: t('curl') }]),
  ];
  // The same kind of detail stays open from hop to hop, where the hop has it.
  const open = tabs.find(({ id }) => id === wanted) ?? tabs[0];
  return (
    <>
      <div className="i-dh">
        <h2>
          <span className="sr-only">{spoken}</span>
          <span aria-hidden>{hop.label}</span>
        </h2>
        <p>{hop.gist}</p>
      </div>
      {open === undefined ? null : (
        <Tabs tabs={tabs} open={open.id} onOpen={setWanted}>
          {open.id === 'curl' ? (
            <Curl text={hop.curl ?? ''} key={hop.id} />
          ) : (
            hop.sections
              .find(({ id }) => id === open.id)
              ?.blocks.map((block, index) => <Block key={`${index}-${block.caption}`} block={block} />)
          )}
        </Tabs>
      )}
    </>
  );
}

interface TabsProps {
  tabs: readonly { id: TabId; title: string }[];
  open: TabId;
  onOpen: (id: TabId) => void;
  children: React.ReactNode;
}

function Tabs({ tabs, open, onOpen, children }: TabsProps) {
  const t = demoWords('inspector');
  const panel = useId();
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = tabs.findIndex(({ id }) => id === open);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    onOpen(next.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <>
      <div className="i-tabs" role="tablist" aria-label={t('details')} onKeyDown={move}>
        {tabs.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${panel}-${id}`}
            data-tab={id}
            aria-selected={id === open}
            aria-controls={panel}
            tabIndex={id === open ? 0 : -1}
            onClick={() => onOpen(id)}
          >
            {title}
          </button>
        ))}
      </div>
      <div className="i-panel" role="tabpanel" id={panel} aria-labelledby={`${panel}-${open}`} tabIndex={0}>
        {children}
      </div>
    </>
  );
}

function Curl({ text }: { text: string }) {
  const t = demoWords('inspector');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div className="i-quote i-wide">
      <p className="i-cap">
        <span>{t('curlNote')}</span>
        <button type="button" className="i-button" onClick={() => void copy()}>
          {t('copy')}
        </button>
      </p>
      <p role="status" className="i-cap">
        {copied ? t('copied') : ''}
      </p>
      <pre tabIndex={0} role="region" aria-label={t('curl')}>
        {text}
      </pre>
    </div>
  );
}
