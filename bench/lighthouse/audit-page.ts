import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { runToEnd } from '@/scripts/child-process.mjs';
import { projectRoot } from '@/scripts/project-root.mjs';

const HOME = path.join(projectRoot, 'bench/lighthouse');
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

const report = z.object({
  finalDisplayedUrl: z.string(),
  categories: z.record(
    z.enum(CATEGORIES),
    z.object({ score: z.number(), auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) }),
  ),
  audits: z.record(
    z.string(),
    z.object({
      score: z.number().nullable(),
      numericValue: z.number().optional(),
      details: z.unknown().optional(),
    }),
  ),
});

export interface Verdict {
  /** 0 to 100. */
  performance: number;
  accessibility: number;
  bestPractices: number;
  /** Largest contentful paint and blocked time, milliseconds on Lighthouse's slow telephone. */
  paintMs: number;
  blockedMs: number;
  layoutShift: number;
  /** Audits that cost points of the last two, with what they found. */
  faults: string[];
}

/** What Lighthouse says of one page on its mobile profile, as the person of `cookie` sees it. `chromium`: the browser's file. */
export async function auditPage(
  address: string,
  cookie: string,
  chromium: string,
  folder: string,
): Promise<Verdict> {
  const [headers, output] = [path.join(folder, 'headers.json'), path.join(folder, 'report.json')];
  writeFileSync(headers, JSON.stringify({ Cookie: cookie }), { mode: 0o600 });
  const args = [
    path.join(HOME, 'node_modules/lighthouse/cli/index.js'),
    address,
    `--only-categories=${CATEGORIES.join(',')}`,
    `--extra-headers=${headers}`,
    '--output=json',
    `--output-path=${output}`,
    '--quiet',
    '--no-enable-error-reporting',
    '--disable-full-page-screenshot',
    '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --ignore-certificate-errors',
  ];
  const env = { ...process.env, CHROME_PATH: chromium };
  const run = await runToEnd(process.execPath, args, { cwd: HOME, env, quiet: true });
  rmSync(headers);
  if (run.code !== 0) throw new Error(`Lighthouse failed at ${address}: ${run.output.slice(-2_000)}`);
  const { finalDisplayedUrl, categories, audits } = report.parse(JSON.parse(readFileSync(output, 'utf8')));
  if (finalDisplayedUrl !== address) throw new Error(`${address} leads to ${finalDisplayedUrl}`);
  const points = (name: (typeof CATEGORIES)[number]) => Math.round((categories[name]?.score ?? 0) * 100);
  const cost = (['accessibility', 'best-practices'] as const)
    .flatMap((name) => categories[name]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1);
  return {
    performance: points('performance'),
    accessibility: points('accessibility'),
    bestPractices: points('best-practices'),
    paintMs: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
    blockedMs: audits['total-blocking-time']?.numericValue ?? Number.NaN,
    layoutShift: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
    faults: cost.map(({ id }) => `${id}: ${JSON.stringify(audits[id]?.details).slice(0, 800)}`),
  };
}
