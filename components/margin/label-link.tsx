// The label of a card, which leads to what the codebook says of it.

import { useTranslations } from "use-intl";
import type { Annotation } from "#domain/annotation/annotation.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { classes } from "../ui/classes.ts";
import type { CardHand } from "./card-hand.ts";
import { LabelName } from "./label-name.tsx";

type LabelLinkProps = {
  readonly annotation: Annotation;
  readonly scheme: Scheme;
  /** Whether much can be done with the card, which takes room beside the label. */
  readonly hasMore: boolean;
  readonly hand: CardHand;
};

/** Stands above the card, exactly where the card itself has the label. Tab passes it by: the codebook has a key. */
export function LabelLink({ annotation, scheme, hasMore, hand }: LabelLinkProps) {
  const words = useTranslations("margin");
  const { id, kind, label } = annotation;
  return (
    <button
      type="button"
      title={words("explain-short")}
      tabIndex={-1}
      onClick={() => hand.explain(id)}
      className={classes(
        "absolute start-3 top-2 z-10 flex rounded-sm decoration-(--line) underline-offset-4 hover:underline -my-px py-px pointer-coarse:-my-3 pointer-coarse:py-3",
        // beside what can be done with the card
        hasMore
          ? "max-w-[calc(100%-7.5rem)] pointer-coarse:max-w-[calc(100%-9.75rem)]"
          : "max-w-[calc(100%-3.5rem)] pointer-coarse:max-w-[calc(100%-4.25rem)]",
      )}
    >
      <LabelName scheme={scheme} kind={kind} label={label} />
      <span className="sr-only">{words("explain")}</span>
    </button>
  );
}
