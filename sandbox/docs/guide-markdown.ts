import { CHECKS } from '@/sandbox/token-connect/checklist';
import { GUIDE } from './guide';

/** The guide as Markdown, a heading per check; the anchors are the names of the checks. */
export function guideMarkdown(): string {
  return CHECKS.map((name) => {
    const { title, refusal, rule, lookAt } = GUIDE[name];
    return [
      `<a id="${name}"></a>`,
      '',
      `### ${title}`,
      '',
      `Check \`${name}\`. Refusal: ${refusal}.`,
      '',
      rule,
      '',
      ...lookAt.map((line) => `- ${line}`),
      '',
    ].join('\n');
  }).join('\n');
}
