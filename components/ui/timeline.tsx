import { CircleCheck, CircleDashed } from 'lucide-react';

export interface TimelineStep {
  key: string;
  /** ISO 8601, null for the step that is still to come. */
  at: string | null;
  /** Time as shown. */
  time: string;
  title: string;
  detail: string;
}

/** Facts in order: time, dot, fact, detail. The open step at the end is dashed and says who acts next. */
export function Timeline({ label, steps }: { label: string; steps: TimelineStep[] }) {
  return (
    <ol aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={`relative grid grid-cols-[44px_20px_1fr] gap-x-2.5 md:grid-cols-[52px_20px_1fr] md:gap-x-3 ${index < steps.length - 1 ? 'pb-[17px]' : ''}`}
        >
          {step.at === null ? (
            <span />
          ) : (
            <time dateTime={step.at} className="num text-small leading-6 text-ink-2">
              {step.time}
            </time>
          )}
          <span
            className={`relative grid justify-items-center ${step.at === null ? 'text-ink-3' : 'text-accent'}`}
          >
            {step.at === null ? (
              <CircleDashed aria-hidden="true" size={20} strokeWidth={1.75} className="mt-0.5" />
            ) : (
              <CircleCheck aria-hidden="true" size={20} strokeWidth={1.75} className="mt-0.5" />
            )}
            {index < steps.length - 1 ? (
              <span className="absolute -bottom-[17px] top-[26px] w-[1.5px] bg-rule-strong opacity-50" />
            ) : null}
          </span>
          <div>
            <h3 className={`text-h3 ${step.at === null ? 'text-ink-2' : ''}`}>{step.title}</h3>
            <p className="text-small text-ink-2">{step.detail}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
