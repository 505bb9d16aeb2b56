// Says how many annotations are chosen, and what can be done to one's own among them.

import { Tag, Trash2, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "../../ui/button.tsx";
import type { Desk } from "../use-desk.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { LabellingMenu } from "./labelling-menu.tsx";

type ChosenBarProps = {
  readonly desk: Desk;
  /** The chosen annotations that are still there. */
  readonly count: number;
  /** How many of them are this person's own. */
  readonly own: number;
};

export function ChosenBar({ desk: { scheme, acts }, count, own }: ChosenBarProps) {
  const words = useTranslations("desk");
  return (
    <BottomBar label={words("chosen-bar")}>
      <span>
        {words("chosen", { count })}
        {own < count && (
          <span className="text-muted" title={words("chosen-own-only")}>
            {" · "}
            {words("chosen-yours", { count: own })}
          </span>
        )}
      </span>
      {own > 0 && (
        <>
          <LabellingMenu
            scheme={scheme}
            value={null}
            label={words("relabel-yours")}
            onPick={acts.relabelChosen}
          >
            <Tag size={16} aria-hidden />
            <span className="max-sm:sr-only">{words("relabel-yours")}</span>
          </LabellingMenu>
          <Button look="quiet" onClick={acts.removeChosen}>
            <Trash2 size={16} aria-hidden />
            {words("delete-yours", { count: own })}
          </Button>
        </>
      )}
      <Button
        look="icon"
        className="ms-auto"
        aria-label={words("choose-done")}
        title={words("choose-done")}
        onClick={acts.chooseNone}
      >
        <X size={16} aria-hidden />
      </Button>
    </BottomBar>
  );
}
