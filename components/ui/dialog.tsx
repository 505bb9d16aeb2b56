// A window over the page that holds the focus until it is closed.

import { X } from "lucide-react";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { buttonLook } from "./button.tsx";
import { classes } from "./classes.ts";

type DialogProps = {
  readonly title: string;
  /** Called once it is closed, by its button or by Escape. */
  readonly onClose: () => void;
  /** Whether it stands at the lower edge of a phone's screen: where nothing is typed. */
  readonly sheet?: boolean;
  readonly children: ReactNode;
};

/** Open as long as it is on the page. */
export function Dialog({ title, onClose, sheet = false, children }: DialogProps) {
  const words = useTranslations("ui");
  const window = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // before it is taken off the page: then the browser gives the focus back to where it was
  useLayoutEffect(() => {
    const opened = window.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  return (
    <dialog
      ref={window}
      aria-labelledby={heading}
      onClose={onClose}
      className={classes(
        "m-auto max-h-[max(84dvh,min(44rem,100dvh-2rem))] w-[calc(100vw-2rem)] max-w-xl overflow-y-auto rounded-lg border border-rule bg-raised p-6 text-ink shadow-float backdrop:bg-[rgb(0_0_0/0.35)]",
        sheet &&
          "max-sm:mb-0 max-sm:max-h-[94dvh] max-sm:w-full max-sm:max-w-full max-sm:rounded-b-none",
      )}
    >
      <div className="mb-4 flex items-center justify-between gap-4">
        <h2 id={heading} className="font-semibold text-[1rem]">
          {title}
        </h2>
        <form method="dialog">
          <button type="submit" aria-label={words("close")} className={buttonLook("icon")}>
            <X size={16} aria-hidden />
          </button>
        </form>
      </div>
      {children}
    </dialog>
  );
}
