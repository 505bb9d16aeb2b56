// The panel at the lower edge of the window, over the page: the text above it stays in sight. On a
// phone it takes all the room below the bar.

import { CheckCheck, X } from "lucide-react";
import { type KeyboardEvent, lazy, Suspense, useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { Following } from "../following/use-following.ts";
import { Fresh } from "../margin/new-sign.tsx";
import { walkWithArrows } from "../ui/arrow-keys.ts";
import { Button } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { patiently } from "../ui/patiently.ts";
import type { Desk } from "./use-desk.ts";

const NoteList = lazy(() =>
  patiently(async () => ({ default: (await import("../list/note-list.tsx")).NoteList })),
);
const ActivityList = lazy(() =>
  patiently(async () => ({
    default: (await import("../following/activity-list.tsx")).ActivityList,
  })),
);

const TABS = ["list", "activity"] as const;

type Tab = (typeof TABS)[number];

type DockProps = {
  readonly desk: Desk;
  readonly following: Following;
  readonly narrow: boolean;
  readonly onClose: () => void;
};

export function Dock({ desk, following, narrow, onClose }: DockProps) {
  const list = useTranslations("list");
  const words = useTranslations("following");
  const [tab, setTab] = useState<Tab>("list");
  const id = useId();
  const names = { list: list("all-notes"), activity: words("activity") };
  const close = (): void => {
    desk.geometry.current?.focus();
    onClose();
  };
  return (
    <section
      data-dock
      aria-label={names[tab]}
      onKeyDown={(event) => {
        if (!isEscape(event)) return;
        event.preventDefault();
        close();
      }}
      className="fixed inset-x-0 bottom-0 z-20 flex h-(--dock) flex-col border-rule border-t bg-paper pb-[env(safe-area-inset-bottom)] shadow-float"
    >
      <header className="flex h-10 shrink-0 items-center gap-2 border-rule border-b ps-2 pe-2 pointer-coarse:h-12">
        <DockTabs {...{ id, tab, names }} onTab={setTab} />
        {following.count > 0 && (
          <Button look="quiet" className="ms-auto" onClick={following.markAllRead}>
            <CheckCheck size={16} aria-hidden />
            <span className="max-sm:sr-only">{words("mark-all-read")}</span>
          </Button>
        )}
        <Button
          look="icon"
          className={following.count > 0 ? "" : "ms-auto"}
          aria-label={list("close")}
          onClick={close}
        >
          <X size={16} aria-hidden />
        </Button>
      </header>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
        className="flex min-h-0 grow flex-col"
      >
        <Fresh value={following.fresh}>
          <Suspense>
            <DockContent {...{ desk, narrow, tab, onClose }} />
          </Suspense>
        </Fresh>
      </div>
    </section>
  );
}

type DockTabsProps = {
  readonly id: string;
  readonly tab: Tab;
  readonly names: Readonly<Record<Tab, string>>;
  readonly onTab: (tab: Tab) => void;
};

function DockTabs({ id, tab, names, onTab }: DockTabsProps) {
  return (
    <div role="tablist" className="flex h-full" onKeyDown={walkWithArrows}>
      {TABS.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`${id}-${each}`}
          aria-selected={each === tab}
          aria-controls={`${id}-panel`}
          tabIndex={each === tab ? 0 : -1}
          onClick={() => onTab(each)}
          className={classes(
            "-mb-px border-b-2 px-2",
            each === tab
              ? "border-accent font-semibold"
              : "border-transparent text-muted hover:text-ink",
          )}
        >
          {names[each]}
        </button>
      ))}
    </div>
  );
}

type DockContentProps = Omit<DockProps, "following"> & { readonly tab: Tab };

function DockContent({ desk, narrow, tab, onClose }: DockContentProps) {
  const { session, scheme, seen, all, people, statusOf, state, acts } = desk;
  const open = (id: string): void => {
    if (narrow) onClose();
    acts.open(id);
  };
  const { talk, me } = session;
  if (tab === "activity") {
    return <ActivityList {...{ scheme, talk, all, people, me }} onOpen={open} />;
  }
  return (
    <NoteList
      {...{ scheme, talk, shown: seen, people, statusOf, narrow }}
      total={all.length}
      selected={state.selected}
      onOpen={open}
    />
  );
}

/** Escape, unless it empties a search first. */
function isEscape({ key, target }: KeyboardEvent): boolean {
  const isFilled = target instanceof HTMLInputElement && target.value !== "";
  return key === "Escape" && !isFilled;
}
