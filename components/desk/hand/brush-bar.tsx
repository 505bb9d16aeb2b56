// Says that the brush is in hand, and what it gives.

import { useTranslations } from "use-intl";
import type { Labelling } from "#domain/annotation/annotation.ts";
import { LabelName } from "../../margin/label-name.tsx";
import { Button } from "../../ui/button.tsx";
import type { Desk } from "../use-desk.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { LabellingMenu } from "./labelling-menu.tsx";

type BrushBarProps = { readonly desk: Desk; readonly brush: Labelling };

export function BrushBar({ desk: { scheme, acts }, brush }: BrushBarProps) {
  const words = useTranslations("desk");
  return (
    <BottomBar label={words("brush-bar")}>
      <span>{words("brush-bar")}</span>
      <LabellingMenu
        scheme={scheme}
        value={brush}
        label={words("brush-label")}
        onPick={acts.takeBrush}
      >
        <span data-kind={brush.kind} className="flex min-w-0">
          <LabelName scheme={scheme} kind={brush.kind} label={brush.label} />
        </span>
      </LabellingMenu>
      <Button
        className="ms-auto"
        title={words("brush-end-hint")}
        onClick={() => acts.takeBrush(null)}
      >
        {words("brush-end")}
      </Button>
    </BottomBar>
  );
}
