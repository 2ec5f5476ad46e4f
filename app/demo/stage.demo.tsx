import { cookies } from 'next/headers';
import type { ControlsProps } from '@/components/demo/presenter/controls.demo';
import { customerView, findActor, type Actor } from '@/lib/auth/actor';
import { controlsOf } from '@/lib/demo/presenter.demo';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import demo from '@/messages/en/demo.json';

type Said = keyof typeof demo.presenter.said;
const isSaid = (value: unknown): value is Said =>
  typeof value === 'string' && Object.hasOwn(demo.presenter.said, value);

/** What both of the presenter's pages need to know. Looking is no act of the person (AU-04). */
export async function stage(
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<{ actor: Actor | null; controls: ControlsProps; said: string | null }> {
  const actor = await findActor({ activity: false });
  const { said } = await searchParams;
  return {
    actor,
    controls: {
      ...(await controlsOf(actor?.customer.id ?? null)),
      person: actor === null ? null : customerView(actor).name,
      toolsHidden: (await cookies()).get('tools')?.value === 'off',
    },
    said: isSaid(said) ? demoWords('presenter')(`said.${said}`) : null,
  };
}
