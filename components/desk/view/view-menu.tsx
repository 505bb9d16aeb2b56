// What the marks look like, which of them are shown, and what goes with it: focus, print, theme, language.

import { SlidersHorizontal } from "lucide-react";
import { lazy, Suspense, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { TakeDialog } from "../../take/late-take.ts";
import { buttonLook } from "../../ui/button.tsx";
import { patiently } from "../../ui/patiently.ts";
import { Popover } from "../../ui/popover.tsx";
import { showsAll } from "./filter.ts";
import type { ViewPanelProps } from "./view-panel.tsx";

const ViewPanel = lazy(() =>
  patiently(async () => ({ default: (await import("./view-panel.tsx")).ViewPanel })),
);

type ViewMenuProps = Omit<ViewPanelProps, "onDownload"> & { readonly articleId: string };

export function ViewMenu({ articleId, ...props }: ViewMenuProps) {
  const words = useTranslations("desk");
  const [taking, setTaking] = useState(false);
  const button = useId();
  const filtered = !showsAll(props.view.filter);
  return (
    <>
      <Popover
        label={words("view")}
        className="w-88 p-2"
        button={{
          id: button,
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
            <ViewPanel {...props} close={close} onDownload={() => setTaking(true)} />
          </Suspense>
        )}
      </Popover>
      {taking && (
        <TakeDialog
          subject={{ type: "article", id: articleId, title: null }}
          onPrint={() => {
            setTaking(false);
            props.onPrint();
          }}
          onClose={() => {
            setTaking(false);
            // what had the focus when it opened has gone with the menu
            document.getElementById(button)?.focus();
          }}
        />
      )}
    </>
  );
}
