// What one can do with one's own annotation: give it another label, or delete it.

import { Tag, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Annotation } from "#domain/annotation.ts";
import { kindOf, type Scheme } from "#domain/scheme.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import type { CardHand } from "./card-hand.ts";
import { KindButtons } from "./kind-buttons.tsx";
import { LabelButtons } from "./label-buttons.tsx";

type CardActionsProps = {
  readonly annotation: Annotation;
  readonly scheme: Scheme;
  readonly hand: CardHand;
};

export function CardActions({ annotation, scheme, hand }: CardActionsProps) {
  const words = useTranslations("margin");
  const { id, kind } = annotation;
  return (
    <div className="absolute end-1 top-1 z-10 flex">
      <LabelMenu annotation={annotation} scheme={scheme} hand={hand} />
      <Button
        look="icon"
        aria-label={words("delete-this", { kind: kindOf(scheme, kind).name.toLowerCase() })}
        title={words("delete")}
        onClick={() => hand.remove(id)}
      >
        <Trash2 size={16} aria-hidden />
      </Button>
    </div>
  );
}

function LabelMenu({ annotation: { id, kind, label }, scheme, hand }: CardActionsProps) {
  const words = useTranslations("margin");
  return (
    <Popover
      label={words("change-label")}
      className="w-96 p-2"
      // the buttons of a card that is only pointed at go when the pointer leaves it
      onOpen={() => hand.select(id)}
      button={{
        "aria-label": words("change-label"),
        title: words("change-label"),
        className: buttonLook("icon"),
        children: <Tag size={16} aria-hidden />,
      }}
    >
      {(close) => (
        <>
          <KindButtons
            scheme={scheme}
            label={words("kind")}
            value={kind}
            onPick={(picked) => {
              if (picked !== kind) hand.relabel(id, { kind: picked, label: null });
            }}
          />
          <div className="mt-2 border-rule border-t pt-2">
            <LabelButtons
              scheme={scheme}
              kind={kind}
              value={label}
              onPick={(picked) => {
                hand.relabel(id, { kind, label: picked });
                close();
              }}
            />
          </div>
        </>
      )}
    </Popover>
  );
}
