// On a phone the notes come up from the bottom: one at a time, or all of them as a list.

import { ChevronLeft, ChevronRight, List, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { EmptyMargin } from "./empty-margin.tsx";
import { LostWords } from "./lost-words.tsx";
import type { MarginProps } from "./margin-props.ts";
import { NewSign } from "./new-sign.tsx";
import { PlacedCard } from "./placed-card.tsx";

type NotesSheetProps = MarginProps & {
  /** Goes to the next (1) or previous (-1) annotation. */
  readonly onStep: (step: 1 | -1) => void;
  readonly onClose: () => void;
  /** Whether everything is hidden by the filter rather than absent. */
  readonly filtered: boolean;
  /** What stands above the list. */
  readonly line: ReactNode;
};

export function NotesSheet({ onStep, onClose, filtered, line, ...margin }: NotesSheetProps) {
  const words = useTranslations("margin");
  const [listing, setListing] = useState(false);
  const one = margin.placed.find(({ annotation }) => annotation.id === margin.selected);
  const count = margin.placed.length;
  if (!one && !listing) {
    return (
      <Button
        onClick={() => setListing(true)}
        className="fixed end-4 bottom-4 z-20 h-11 rounded-full! bg-raised shadow-float"
      >
        <span className="relative">
          <NewSign ids={margin.placed.map(({ annotation }) => annotation.id)} />
          <List size={16} aria-hidden />
        </span>
        {words("note-count", { count })}
      </Button>
    );
  }
  const close = (): void => {
    setListing(false);
    onClose();
  };
  return (
    <section
      aria-label={words("notes")}
      className="fixed inset-x-0 bottom-0 z-30 flex max-h-[60dvh] flex-col rounded-t-xl border-rule border-t bg-paper pb-[env(safe-area-inset-bottom)] shadow-float"
    >
      <header className="flex items-center gap-1 border-rule border-b px-2 py-1">
        {one ? (
          <>
            <Button look="icon" aria-label={words("previous-note")} onClick={() => onStep(-1)}>
              <ChevronLeft size={20} aria-hidden className="rtl:rotate-180" />
            </Button>
            <Button look="icon" aria-label={words("next-note")} onClick={() => onStep(1)}>
              <ChevronRight size={20} aria-hidden className="rtl:rotate-180" />
            </Button>
            <Button
              look="quiet"
              onClick={() => {
                setListing(true);
                onClose();
              }}
            >
              {words("all-notes")}
            </Button>
          </>
        ) : (
          <h2 className="px-2 font-semibold">{words("note-count", { count })}</h2>
        )}
        <Button look="icon" className="ms-auto" aria-label={words("close-notes")} onClick={close}>
          <X size={20} aria-hidden />
        </Button>
      </header>
      <div className="overflow-y-auto overscroll-contain p-2">
        {one ? (
          <PlacedCard placed={one} margin={margin} />
        ) : (
          <>
            {line}
            <AllNotes margin={margin} filtered={filtered} />
          </>
        )}
      </div>
    </section>
  );
}

function AllNotes({
  margin,
  filtered,
}: {
  readonly margin: MarginProps;
  readonly filtered: boolean;
}) {
  const found = margin.placed.filter(({ range }) => range !== null);
  if (margin.placed.length === 0) return <EmptyMargin filtered={filtered} touch />;
  return (
    <>
      <ul className="flex flex-col gap-2">
        {found.map((placed) => (
          <li key={placed.annotation.id} className="relative">
            <NewSign ids={[placed.annotation.id]} />
            <PlacedCard placed={placed} margin={margin} />
          </li>
        ))}
      </ul>
      <LostWords margin={margin} />
    </>
  );
}
