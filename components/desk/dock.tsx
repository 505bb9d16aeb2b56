// The panel at the lower edge of the window, over the page: the text above it stays in sight. On a
// phone it takes all the room below the bar.

import { X } from "lucide-react";
import { type KeyboardEvent, lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import type { Desk } from "./use-desk.ts";

const NoteList = lazy(async () => ({ default: (await import("../list/note-list.tsx")).NoteList }));

type DockProps = {
  readonly desk: Desk;
  readonly narrow: boolean;
  readonly onClose: () => void;
};

export function Dock({ desk, narrow, onClose }: DockProps) {
  const words = useTranslations("list");
  const { session, scheme, shown, all, people, statusOf, state, acts } = desk;
  const close = (): void => {
    desk.geometry.current?.focus();
    onClose();
  };
  return (
    <section
      data-dock
      aria-label={words("all-notes")}
      onKeyDown={(event) => {
        if (!isEscape(event)) return;
        event.preventDefault();
        close();
      }}
      className="fixed inset-x-0 bottom-0 z-20 flex h-(--dock) flex-col border-rule border-t bg-paper pb-[env(safe-area-inset-bottom)] shadow-float"
    >
      <header className="flex h-10 shrink-0 items-center gap-2 border-rule border-b ps-4 pe-2 pointer-coarse:h-12">
        <h2 className="font-semibold">{words("all-notes")}</h2>
        <Button look="icon" className="ms-auto" aria-label={words("close")} onClick={close}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <Suspense>
        <NoteList
          {...{ scheme, shown, people, statusOf, narrow }}
          talk={session.talk}
          total={all.length}
          selected={state.selected}
          onOpen={(id) => {
            if (narrow) onClose();
            acts.open(id);
          }}
        />
      </Suspense>
    </section>
  );
}

/** Escape, unless it empties a search first. */
function isEscape({ key, target }: KeyboardEvent): boolean {
  const isFilled = target instanceof HTMLInputElement && target.value !== "";
  return key === "Escape" && !isFilled;
}
