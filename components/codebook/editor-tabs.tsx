// The parts of the codebook, one at a time: the three kinds, and what is said about the whole article.

import { TriangleAlert } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { KINDS, type KindId, kindOf, type Scheme } from "#domain/scheme/scheme.ts";
import { Glyph } from "../margin/label-name.tsx";
import { walkWithArrows } from "../ui/arrow-keys.ts";
import { classes } from "../ui/classes.ts";
import { hasWarning } from "./colour-checks.ts";

const PARTS = [...KINDS, "article"] as const;

export type EditorPart = (typeof PARTS)[number];

type EditorTabsProps = {
  readonly scheme: Scheme;
  readonly part: EditorPart;
  readonly onPart: (part: EditorPart) => void;
  /** What the part holds. */
  readonly children: ReactNode;
};

export function EditorTabs({ scheme, part, onPart, children }: EditorTabsProps) {
  const words = useTranslations("scheme");
  const id = useId();
  const walk = (event: KeyboardEvent<HTMLElement>): void => walkWithArrows(event);
  return (
    <>
      <div
        role="tablist"
        aria-label={words("parts")}
        onKeyDown={walk}
        className="sticky top-(--bar) z-20 mt-4 flex overflow-x-auto border-rule border-b bg-paper"
      >
        {PARTS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`${id}-${each}`}
            aria-selected={each === part}
            aria-controls={`${id}-panel`}
            tabIndex={each === part ? 0 : -1}
            onClick={() => onPart(each)}
            onFocus={() => onPart(each)}
            className={classes(
              "-mb-px flex h-11 shrink-0 items-center gap-2 border-b-2 px-3",
              each === part ? "border-accent font-medium" : "border-transparent text-muted",
            )}
          >
            {each === "article" ? words("whole-article") : <KindTab scheme={scheme} kind={each} />}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${part}`} className="pt-6">
        {children}
      </div>
    </>
  );
}

function KindTab({ scheme, kind: id }: { readonly scheme: Scheme; readonly kind: KindId }) {
  const words = useTranslations("scheme");
  const { name, glyph } = kindOf(scheme, id);
  return (
    <>
      <Glyph kind={id} glyph={glyph} />
      <span dir="auto">{name}</span>
      {hasWarning(scheme, id) && (
        <TriangleAlert size={16} role="img" aria-label={words("warning")} className="text-danger" />
      )}
    </>
  );
}
