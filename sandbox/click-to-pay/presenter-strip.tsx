/** @jsxImportSource hono/jsx */
import type { Outcome } from '@/sandbox/scenarios/outcome';
import type { Journey, Receipt } from '@/sandbox/store/records';
import { presenter } from '@/sandbox/words/presenter';
import { DEFAULT_LOCALE } from '@/sandbox/words/words';
import { CardEnding } from './parts';

/** A row of the table that can be played from here. */
export type Choice = Outcome & { readonly code: string };

interface StripProps {
  readonly journey: Journey;
  readonly receipts: readonly Receipt[];
  readonly choices: readonly Choice[];
  /** Where the pages of this token requestor are. */
  readonly path: string;
}

function Options({ choices, chosen, label }: { choices: readonly Choice[]; chosen: string; label: string }) {
  if (choices.length === 0) return null;
  return (
    <optgroup label={label}>
      {choices.map(({ code, title }) => (
        <option value={code} selected={code === chosen}>
          {title}
        </option>
      ))}
    </optgroup>
  );
}

/** For the person who shows this to others: what shall happen to each card from here on. Closed until it is asked for. */
export function PresenterStrip({ journey, receipts, choices, path }: StripProps) {
  const { id } = journey;
  const here = choices.filter(({ hop }) => hop !== 'return');
  const back = choices.filter(({ hop }) => hop === 'return');
  return (
    <details class="tools" lang="en" dir="ltr">
      <summary>{presenter.title}</summary>
      <form method="post" action={`${path}/${id}/play`}>
        {receipts.map(({ receipt, last4, outcomeCode }) => (
          <label>
            <span>
              <CardEnding last4={last4} locale={DEFAULT_LOCALE} />
            </span>
            <select name={receipt}>
              {choices.some(({ code }) => code === outcomeCode) ? null : (
                <option value="">{presenter.asItIs}</option>
              )}
              <Options choices={here} chosen={outcomeCode} label={presenter.here} />
              <Options choices={back} chosen={outcomeCode} label={presenter.back} />
            </select>
          </label>
        ))}
        <button class="button" type="submit">
          {presenter.play}
        </button>
        <a class="hide" href={`${path}/${id}?tools=off`}>
          {presenter.hide}
        </a>
      </form>
    </details>
  );
}
