// What the marks look like, which of them are shown, and what goes with it: focus, print, theme, language.

import { SlidersHorizontal } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import { buttonLook } from "../../ui/button.tsx";
import { patiently } from "../../ui/patiently.ts";
import { Popover } from "../../ui/popover.tsx";
import { showsAll } from "./filter.ts";
import type { ViewMenuProps } from "./view-panel.tsx";

const ViewPanel = lazy(() =>
  patiently(async () => ({ default: (await import("./view-panel.tsx")).ViewPanel })),
);

export function ViewMenu(props: ViewMenuProps) {
  const words = useTranslations("desk");
  const filtered = !showsAll(props.view.filter);
  return (
    <Popover
      label={words("view")}
      className="w-88 p-2"
      button={{
        className: buttonLook("quiet"),
        children: (
          <>
            <SlidersHorizontal size={16} aria-hidden />
            <span className="max-sm:sr-only">{words("view")}</span>
            {filtered && (
              <span className="size-2 rounded-full bg-accent">
                <span className="sr-only">{words("filtered")}</span>
              </span>
            )}
          </>
        ),
      }}
    >
      {(close) => (
        <Suspense>
          <ViewPanel {...props} close={close} />
        </Suspense>
      )}
    </Popover>
  );
}
