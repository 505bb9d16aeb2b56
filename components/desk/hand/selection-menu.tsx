// The menu at the selection: one press marks it as one of three kinds, a second one gives the label.

import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { KindId, Scheme } from "#domain/scheme/scheme.ts";
import type { TextSelection } from "../../article/article-view-props.ts";
import { KindButtons } from "../../margin/kind-buttons.tsx";
import { LabelButtons } from "../../margin/label-buttons.tsx";
import { Button } from "../../ui/button.tsx";
import { BrushButton } from "./brush-button.tsx";
import { usePlacement } from "./use-placement.ts";

/** The DOM id of the menu, so that a key can lead to it. */
export const SELECTION_MENU = "selection-menu";

type SelectionMenuProps = {
  readonly scheme: Scheme;
  readonly at: TextSelection;
  /** The annotation just made, whose labels are offered; null while its kind is to be chosen. */
  readonly made: {
    readonly kind: KindId;
    readonly label: string | null;
    readonly focus: boolean;
  } | null;
  readonly narrow: boolean;
  readonly onKind: (kind: KindId, byKey: boolean) => void;
  readonly onLabel: (kind: KindId, label: string, byKey: boolean) => void;
  readonly onClose: () => void;
  /** Takes up the brush. */
  readonly onBrush: () => void;
  /** Offers to mark other places, too. */
  readonly mentions: ReactNode;
};

export function SelectionMenu(props: SelectionMenuProps) {
  const words = useTranslations("desk");
  const { scheme, at, made, narrow, onKind, onBrush, mentions } = props;
  const content = made ? (
    <Labels {...props} made={made} />
  ) : (
    <>
      <div className="flex items-center gap-1">
        <div className="min-w-0 grow">
          <KindButtons scheme={scheme} label={words("mark-as")} onPick={onKind} />
        </div>
        <BrushButton onPress={onBrush} />
      </div>
      {mentions}
    </>
  );
  if (narrow || at.by === "touch") {
    return (
      <section
        id={SELECTION_MENU}
        aria-label={words("mark")}
        className="fixed inset-x-0 bottom-0 z-40 max-h-[60dvh] select-none overflow-y-auto overscroll-contain border-rule border-t bg-raised p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] shadow-float"
      >
        {content}
      </section>
    );
  }
  return <Floating {...props}>{content}</Floating>;
}

function Floating({ at, made, children }: SelectionMenuProps & { readonly children: ReactNode }) {
  const words = useTranslations("desk");
  const menu = useRef<HTMLElement>(null);
  const place = usePlacement(at, menu, made?.kind);
  return (
    <section
      ref={menu}
      id={SELECTION_MENU}
      aria-label={words("mark")}
      style={place ?? { visibility: "hidden" }}
      className={`absolute z-30 select-none rounded-lg border border-rule bg-raised p-1 shadow-float ${made ? "w-96" : ""}`}
    >
      {children}
    </section>
  );
}

type LabelsProps = Pick<
  SelectionMenuProps,
  "scheme" | "onLabel" | "onClose" | "onBrush" | "mentions"
> & {
  readonly made: NonNullable<SelectionMenuProps["made"]>;
};

function Labels({ made, scheme, onLabel, onClose, onBrush, mentions }: LabelsProps) {
  const words = useTranslations("desk");
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (made.focus) around.current?.querySelector<HTMLElement>("[aria-pressed]")?.focus();
  }, [made.focus]);
  return (
    <div ref={around}>
      <div className="flex items-center justify-between ps-2">
        <p className="grow text-muted text-sm">{words("which-one")}</p>
        <BrushButton onPress={onBrush} />
        <Button
          look="icon"
          aria-label={words("no-label")}
          title={words("no-label")}
          onClick={onClose}
        >
          <X size={16} aria-hidden />
        </Button>
      </div>
      <LabelButtons
        scheme={scheme}
        kind={made.kind}
        value={made.label}
        onPick={(label, byKey) => onLabel(made.kind, label, byKey)}
      />
      {mentions}
    </div>
  );
}
