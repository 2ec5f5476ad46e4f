import { cookies } from 'next/headers';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import './demo-tools.css';
import { InspectorOpener } from './inspector-opener.demo';

/** Set by the switch that hides every tool from an audience; the sandbox has one of the same name on its own host. */
const SWITCH = 'tools';
/** Set by the panel itself, so that it is still there after the browser came back from another company. */
const PANEL = 'inspector';

/** A strip over every page of the demo: what shows how it works. Last in the document, first to the eye: nobody has to tab through it. */
export async function DemoTools() {
  const jar = await cookies();
  if (jar.get(SWITCH)?.value === 'off') return null;
  const t = demoWords('inspector');
  return (
    <InspectorOpener
      startsOpen={jar.get(PANEL)?.value === 'open'}
      label={t('open')}
      stripLabel={t('strip')}
      tag={t('tag')}
    >
      <a href="/demo">{t('stories')}</a>
      <form method="post" action="/api/demo/tools">
        <input type="hidden" name="tools" value="off" />
        <button type="submit" accessKey="h">
          {t('hide')}
        </button>
      </form>
    </InspectorOpener>
  );
}
