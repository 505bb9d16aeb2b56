// What opens a part of a page that few need.

import type { ReactNode } from "react";
import { classes } from "./classes.ts";

type SummaryProps = { readonly quiet?: boolean; readonly children: ReactNode };

/** `quiet`: beside other things; else it stands as a heading. */
export function Summary({ quiet, children }: SummaryProps) {
  return (
    <summary
      className={classes(
        "w-fit rounded-md py-px underline-offset-4 hover:underline pointer-coarse:py-3",
        quiet ? "text-muted text-sm" : "font-semibold text-[1rem]",
      )}
    >
      {children}
    </summary>
  );
}
