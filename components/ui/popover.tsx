"use client";
// A small panel beside the button that opens it. The browser itself opens and closes it: Escape and
// a click elsewhere close it, and the focus goes back to the button.

import {
  type ComponentProps,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { classes } from "./classes.ts";
import { isRightToLeft } from "./direction.ts";

/** The space between panel and button, and between panel and window, in CSS pixels. */
const SPACE = 8;

type PopoverProps = {
  /** The button: what it shows, and how it looks. */
  readonly button: Omit<ComponentProps<"button">, "popoverTarget" | "type" | "ref">;
  /** What the panel is about, for those who cannot see where it stands. */
  readonly label: string;
  /** Drawn while the panel is open; is given the function that closes it. */
  readonly children: (close: () => void) => ReactNode;
  readonly className?: string;
  readonly onOpen?: () => void;
};

export function Popover({ button, label, children, className, onOpen }: PopoverProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  usePlace(open, trigger, panel);
  return (
    <>
      <button {...button} type="button" ref={trigger} popoverTarget={id} />
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onBeforeToggle={({ newState }) => {
          if (newState === "open") onOpen?.();
          setOpen(newState === "open");
        }}
        className={classes(
          "fixed inset-auto m-0 max-h-[calc(100dvh-1rem)] max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border border-rule bg-raised font-normal text-base text-ink shadow-float",
          className,
        )}
      >
        {open && children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}

/** Keeps the panel beside its button while the page scrolls or is resized. */
function usePlace(
  open: boolean,
  trigger: RefObject<HTMLButtonElement | null>,
  panel: RefObject<HTMLDivElement | null>,
): void {
  useLayoutEffect(() => {
    if (open) place(trigger.current, panel.current);
  });
  useEffect(() => {
    if (!open) return;
    const follow = (): void => place(trigger.current, panel.current);
    const watch = new ResizeObserver(follow);
    if (panel.current) watch.observe(panel.current);
    window.addEventListener("scroll", follow, { passive: true });
    window.addEventListener("resize", follow);
    return () => {
      watch.disconnect();
      window.removeEventListener("scroll", follow);
      window.removeEventListener("resize", follow);
    };
  }, [open, trigger, panel]);
}

/** Below the button and level with its end; above it where there is no room below. */
function place(trigger: HTMLElement | null, panel: HTMLElement | null): void {
  if (!trigger || !panel) return;
  const { top, bottom, left, right } = trigger.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = panel;
  const below = bottom + SPACE;
  const fits = below + offsetHeight + SPACE <= window.innerHeight;
  const above = top - SPACE - offsetHeight;
  const level = isRightToLeft(trigger) ? left : right - offsetWidth;
  const room = document.documentElement.clientWidth - offsetWidth - SPACE;
  panel.style.left = `${Math.max(SPACE, Math.min(level, room))}px`;
  panel.style.top = `${Math.max(SPACE, fits ? below : Math.min(above, window.innerHeight))}px`;
}
