// A part of the account page, under a heading of its own.

import { type ReactNode, useId } from "react";

type SectionProps = {
  readonly title: string;
  /** What this is for, in a sentence. */
  readonly lead?: string;
  readonly children: ReactNode;
};

export function Section({ title, lead, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 border-rule border-t pt-6">
      <div className="flex flex-col gap-1">
        <h2 id={id} className="font-semibold text-[1rem]">
          {title}
        </h2>
        {lead && <p className="text-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
