import { useEffect, useRef } from 'react';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import { Inspector } from './inspector.demo';
import { NextOutcome } from './next-outcome.demo';

/** The inspector beside the journey; on a phone a sheet under it. Esc closes it. */
export default function InspectorDock({ focus, onClose }: { focus: boolean; onClose: () => void }) {
  const t = demoWords('inspector');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  return (
    <aside
      className="demo-dock"
      aria-label={t('title')}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <Inspector
        initial={null}
        heading={
          <h2 ref={heading} tabIndex={-1}>
            {t('title')}
          </h2>
        }
        tools={
          <>
            <a className="i-button" href="/demo/inspector" target="inspector">
              {t('window')}
            </a>
            <button type="button" className="i-button" onClick={onClose}>
              {t('close')}
            </button>
            <NextOutcome />
          </>
        }
      />
    </aside>
  );
}
