// One of several that exclude each other, as a word to press.

import type { ReactNode } from "react";
import { classes } from "./classes.ts";

type PillProps = {
  /** The same for all of them. */
  readonly name: string;
  readonly checked: boolean;
  readonly onCheck: () => void;
  readonly className: string;
  readonly children: ReactNode;
};

export function Pill({ name, checked, onCheck, className, children }: PillProps) {
  return (
    <label
      className={classes(
        "flex h-8 items-center justify-center rounded-md text-sm hover:bg-sunken has-checked:bg-sunken has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:h-11",
        className,
      )}
    >
      <input type="radio" name={name} className="sr-only" checked={checked} onChange={onCheck} />
      {children}
    </label>
  );
}
