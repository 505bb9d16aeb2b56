// The buttons of Postil: a filled one for the one thing to do, quiet ones for the rest.

import type { ComponentProps } from "react";
import { classes } from "./classes.ts";

const LOOKS = {
  filled: "bg-accent text-on-accent hover:opacity-90 px-4 h-10 font-medium",
  plain: "border border-rule-strong hover:bg-sunken px-3 h-9",
  quiet: "text-muted hover:bg-sunken hover:text-ink px-2 h-8",
  icon: "text-muted hover:bg-sunken hover:text-ink size-8 shrink-0",
} as const;

/** The class names of a button, for links and triggers that should look like one. */
export function buttonLook(look: keyof typeof LOOKS): string {
  return classes(
    "inline-flex items-center justify-center gap-2 rounded-md whitespace-nowrap select-none",
    "transition-colors duration-150 disabled:opacity-50 aria-disabled:opacity-50",
    "pointer-coarse:min-h-11 pointer-coarse:min-w-11",
    LOOKS[look],
  );
}

type ButtonProps = ComponentProps<"button"> & { readonly look?: keyof typeof LOOKS };

/** A button; one with the look "icon" needs an `aria-label`. */
export function Button({ look = "plain", className, ...rest }: ButtonProps) {
  return <button type="button" {...rest} className={classes(buttonLook(look), className)} />;
}
