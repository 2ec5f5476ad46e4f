import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { customers } from '@/lib/db/schema';
import { moveClock } from './clock.demo';
import { orderOutcome, readOutcomes, takeBackOutcomes } from './outcomes.demo';
import { eraseRecorded } from './recorder.demo';
import { resetDemo } from './reset.demo';

/** Added to every push of one person, milliseconds. */
export const NETWORKS = { normal: 0, slow: 2_000, crawling: 6_000 } as const;

export const controlSchema = z.discriminatedUnion('control', [
  z.object({
    control: z.literal('clock'),
    minutes: z.coerce
      .number()
      .int()
      .min(-60)
      .max(60 * 24),
  }),
  z.object({
    control: z.literal('next'),
    outcome: z.string().max(100),
    /** As it is, where only an outcome is chosen. */
    network: z.enum(['normal', 'slow', 'crawling']).optional(),
  }),
  z.object({ control: z.literal('again') }),
  z.object({ control: z.literal('reset') }),
]);

/** What became of an order of the presenter; a key of `presenter.said`. */
export interface Presented {
  said: 'clock' | 'next' | 'again' | 'reset' | 'nobody' | 'refused';
  username: string | null;
}

/** Sets it for this person, in both programs; `reset` alone is for everybody. */
export async function present(
  order: z.output<typeof controlSchema>,
  customerId: string | null,
): Promise<Presented> {
  if (order.control === 'reset') {
    await resetDemo({ state: 'fresh' });
    eraseRecorded();
    return { said: 'reset', username: null };
  }
  const person = customerId === null ? null : await personOf(customerId);
  if (person === null) return { said: 'nobody', username: null };
  const { username } = person;
  if (order.control === 'clock') await moveClock({ customer: username, advanceSeconds: order.minutes * 60 });
  else if (order.control === 'again') await resetDemo({ customer: username, state: 'fresh' });
  else if (
    !(await setNext(username, { ...order, network: order.network ?? (await controlsOf(customerId)).network }))
  )
    return { said: 'refused', username };
  return { said: order.control, username };
}

/** The outcome goes first, once; the slow network is for every push after it, until it is set back. */
async function setNext(
  username: string,
  { outcome, network }: { outcome: string; network: keyof typeof NETWORKS },
): Promise<boolean> {
  await takeBackOutcomes(username);
  const orders = [
    ...(outcome === '' ? [] : [{ outcome, customer: username, times: 1 }]),
    ...(NETWORKS[network] === 0
      ? []
      : [
          {
            outcome: 'delay',
            customer: username,
            call: 'push',
            args: { ms: NETWORKS[network] },
            times: 'always',
          },
        ]),
  ];
  for (const order of orders) if ((await orderOutcome(order)).status >= 400) return false;
  return true;
}

async function personOf(customerId: string): Promise<{ username: string; offsetMs: number } | null> {
  const [row] = await database()
    .select({ username: customers.username, offsetMs: customers.clockOffsetMs })
    .from(customers)
    .where(eq(customers.id, customerId));
  return row ?? null;
}

const table = z.object({
  outcomes: z.array(z.object({ name: z.string(), title: z.string(), hop: z.string() })),
  orders: z.array(
    z.object({
      outcome: z.string(),
      for: z.object({ customer: z.string().optional() }),
      args: z.record(z.string(), z.unknown()),
    }),
  ),
});

export interface Controls {
  /** Outcomes by the hop where they happen. */
  outcomes: { hop: string; rows: { name: string; title: string }[] }[];
  /** What is set for this person now. */
  outcome: string;
  network: keyof typeof NETWORKS;
  /** Minutes that this person's clock is ahead. */
  minutesAhead: number;
}

/** What can be set and what is set; an empty table where the sandbox is away. */
export async function controlsOf(customerId: string | null): Promise<Controls> {
  const person = customerId === null ? null : await personOf(customerId);
  const { outcomes, orders } = table.safeParse((await readOutcomes()).body).data ?? {
    outcomes: [],
    orders: [],
  };
  const own = orders.filter((order) => person !== null && order.for.customer === person.username);
  const delay = own.find(({ outcome }) => outcome === 'delay')?.args['ms'];
  const hops = [...new Set(outcomes.map(({ hop }) => hop))];
  return {
    outcomes: hops.map((hop) => ({
      hop,
      rows: outcomes.filter((row) => row.hop === hop && row.name !== 'delay'),
    })),
    outcome: own.find(({ outcome }) => outcome !== 'delay')?.outcome ?? '',
    network: delay === NETWORKS.crawling ? 'crawling' : delay === NETWORKS.slow ? 'slow' : 'normal',
    minutesAhead: Math.round((person?.offsetMs ?? 0) / 60_000),
  };
}

/** The page of ours from which a form was sent, as an absolute address; the stories when the browser does not say. */
export function samePage(request: Request): string {
  const { origin } = config();
  const referer = request.headers.get('referer');
  const from = referer !== null && URL.canParse(referer) ? new URL(referer) : null;
  return from?.origin === origin ? `${origin}${from.pathname}${from.search}` : `${origin}/demo`;
}

/** A cookie is for one host: the browser passes by the sandbox, which sets its own, and comes back. */
export function onwardThroughSandbox(tools: 'on' | 'off', back: string): string {
  const { sandboxOrigin } = config();
  if (sandboxOrigin === null) return back;
  return `${sandboxOrigin}/__sandbox/tools?${new URLSearchParams({ tools, back }).toString()}`;
}
