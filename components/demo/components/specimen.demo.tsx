import type { ReactNode } from 'react';

/** One part of the design system: its name, and its states beside each other. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-8 gap-y-3 border-t border-rule py-6 md:grid-cols-[9rem_minmax(0,1fr)]">
      <h2 className="text-h3">{name}</h2>
      <div className="flex min-w-0 flex-wrap items-start gap-x-5 gap-y-4">{children}</div>
    </section>
  );
}
