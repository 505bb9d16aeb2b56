// The codebook beside the article, in the margin's place; on a phone a sheet.

import { PencilLine, X } from "lucide-react";
import Link from "next/link";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { Labelling } from "#domain/annotation/annotation.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { CodebookList } from "./codebook-list.tsx";

type CodebookPanelProps = {
  readonly scheme: Scheme;
  readonly at: Labelling | null;
  /** Where it is changed; null for those who may not. */
  readonly editAt: string | null;
  readonly narrow: boolean;
  readonly onClose: () => void;
};

export function CodebookPanel({ scheme, at, editAt, narrow, onClose }: CodebookPanelProps) {
  const words = useTranslations("codebook");
  const panel = useRef<HTMLElement>(null);
  // those who came by key go on reading here
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={words("codebook")}
      onKeyDown={(event) => {
        if (!isEscape(event)) return;
        event.preventDefault();
        onClose();
      }}
      className={classes(
        "flex flex-col outline-none",
        narrow
          ? "fixed inset-x-0 bottom-0 z-30 max-h-[75dvh] rounded-t-xl border-rule border-t bg-paper pb-[env(safe-area-inset-bottom)] shadow-float"
          : "sticky top-[calc(var(--bar)+1rem)] max-h-[calc(100dvh-var(--bar)-2rem)]",
      )}
    >
      <header
        className={classes(
          "flex shrink-0 items-center gap-1 pb-2",
          narrow && "border-rule border-b px-4 py-1 pe-2",
        )}
      >
        <h2 className="min-w-0 grow truncate font-semibold">{words("codebook")}</h2>
        {editAt !== null && (
          <Link
            href={editAt}
            prefetch={false}
            aria-label={words("change")}
            title={words("change")}
            className={buttonLook("icon")}
          >
            <PencilLine size={16} aria-hidden />
          </Link>
        )}
        <Button look="icon" aria-label={words("close")} title={words("close")} onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <div
        data-codebook
        className={classes(
          "min-h-0 overflow-y-auto overscroll-contain pb-6",
          narrow && "px-4 pt-3",
        )}
      >
        <CodebookList scheme={scheme} at={at} />
      </div>
    </section>
  );
}

/** Escape, unless it empties a search first. */
function isEscape({ key, target }: KeyboardEvent): boolean {
  const isFilled = target instanceof HTMLInputElement && target.value !== "";
  return key === "Escape" && !isFilled;
}
