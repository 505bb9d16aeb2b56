// A part of a page about a space, with its heading.

import { type ReactNode, useId } from "react";

type SectionProps = {
  readonly title: string;
  /** One sentence on what it is for. */
  readonly why?: string;
  readonly children: ReactNode;
};

export function Section({ title, why, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id} className="font-semibold text-[1rem]">
        {title}
      </h2>
      {why && <p className="max-w-prose text-muted">{why}</p>}
      {children}
    </section>
  );
}
