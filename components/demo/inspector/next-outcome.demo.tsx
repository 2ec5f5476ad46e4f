import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { demoWords } from '@/lib/i18n/demo-words.demo';

interface Choices {
  outcomes: { hop: string; rows: { name: string; title: string }[] }[];
  /** What is set for this person now. */
  outcome: string;
}

/** What shall happen next to the person who is signed in, chosen beside the page on which it happens. */
export function NextOutcome() {
  const t = demoWords('presenter');
  const [choices, setChoices] = useState<Choices | null>(null);
  const justSet = useSearchParams().get('said') === 'next';
  useEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      const answer = await fetch('/api/demo/present', { signal: stop.signal });
      if (answer.ok) setChoices((await answer.json()) as Choices);
    };
    // Without the sandbox there is nothing to choose from.
    read().catch(() => undefined);
    return () => stop.abort();
  }, []);
  if (choices === null || choices.outcomes.length === 0) return null;
  return (
    <form method="post" action="/api/demo/present" className="i-next">
      <input type="hidden" name="control" value="next" />
      <label className="i-choice">
        <span>{t('outcome')}</span>
        <select name="outcome" defaultValue={choices.outcome}>
          <option value="">{t('byCard')}</option>
          {choices.outcomes.map(({ hop, rows }) => (
            <optgroup key={hop} label={hop}>
              {rows.map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button type="submit" className="i-button">
        {t('set')}
      </button>
      {justSet ? <span role="status">{t('said.next')}</span> : null}
    </form>
  );
}
