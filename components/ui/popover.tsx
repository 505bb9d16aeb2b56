// A small panel beside the button that opens it.

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes.ts";

type PopoverProps = {
  /** The button, without handlers; it is given what it needs. */
  readonly trigger: ReactElement;
  /** What the panel is about, for those who cannot see where it stands. */
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
};

/** Opens at a click of `trigger`; Escape and a click elsewhere close it. */
export function Popover({ trigger, label, children, className, ...opening }: PopoverProps) {
  return (
    <Base.Root {...opening}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align="end" sideOffset={6} collisionPadding={8} className="z-40">
          <Base.Popup
            aria-label={label}
            className={classes(
              "max-h-(--available-height) max-w-(--available-width) overflow-y-auto rounded-lg border border-rule bg-raised text-ink shadow-float outline-none",
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
