// A part of a page, under a heading of its own.

import { type ReactNode, useId } from "react";
import { classes } from "./classes.ts";

type SectionProps = {
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly lead?: string;
  /** Whether a line parts it from what stands above. */
  readonly parted?: boolean;
  readonly children: ReactNode;
};

export function Section({ title, lead, parted = false, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={classes("flex flex-col gap-4", parted && "border-rule border-t pt-6")}
    >
      <div className="flex flex-col gap-1">
        <h2 id={id} className="font-semibold text-[1rem]">
          {title}
        </h2>
        {lead && <p className="max-w-prose text-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
