import type { TraceBlock, TraceSection } from '@/lib/domain/trace.demo';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import type { SandboxEntry } from './sandbox-journal.demo';

/** What the sandbox checked and where it stopped. */
export function checksSection({ verification, fault }: SandboxEntry): TraceSection {
  const t = demoWords('trace');
  const { passed, failed, hint, notes } = verification;
  const checks = [
    ...passed.map((name) => ({ name, passed: true })),
    ...(failed === undefined
      ? []
      : [{ name: failed, passed: false, ...(hint === undefined ? {} : { hint }) }]),
  ];
  const remarks = [...(fault === undefined ? [] : [t('captions.fault', { fault })]), ...notes];
  const blocks: TraceBlock[] = [
    { kind: 'checks', caption: t('captions.sandboxChecks'), checks },
    ...(remarks.length > 0
      ? [{ kind: 'text' as const, caption: t('captions.notes'), text: remarks.join('\n') }]
      : []),
  ];
  return { id: 'checks', title: t('sections.checks'), blocks };
}
