// A button that opens the kinds and their labels.

import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Labelling } from "#domain/annotation/annotation.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { KindButtons } from "../../margin/kind-buttons.tsx";
import { LabelButtons } from "../../margin/label-buttons.tsx";
import { buttonLook } from "../../ui/button.tsx";
import { Popover } from "../../ui/popover.tsx";

type LabellingMenuProps = {
  readonly scheme: Scheme;
  /** What is set; null when it differs. */
  readonly value: Labelling | null;
  /** What the menu is for. */
  readonly label: string;
  readonly onPick: (labelling: Labelling) => void;
  /** What the button shows. */
  readonly children: ReactNode;
};

export function LabellingMenu({ scheme, value, label, onPick, children }: LabellingMenuProps) {
  return (
    <Popover
      label={label}
      className="w-96 p-2"
      button={{ title: label, className: buttonLook("quiet"), children }}
    >
      {(close) => <Choice {...{ scheme, value, onPick, close }} />}
    </Popover>
  );
}

type ChoiceProps = Pick<LabellingMenuProps, "scheme" | "value" | "onPick"> & {
  readonly close: () => void;
};

function Choice({ scheme, value, onPick, close }: ChoiceProps) {
  const words = useTranslations("margin");
  const [kind, setKind] = useState(value?.kind ?? null);
  return (
    <>
      <KindButtons
        scheme={scheme}
        label={words("kind")}
        {...(kind === null ? {} : { value: kind })}
        onPick={(picked) => {
          setKind(picked);
          onPick({ kind: picked, label: null });
        }}
      />
      {kind !== null && (
        <div className="mt-2 border-rule border-t pt-2">
          <LabelButtons
            scheme={scheme}
            kind={kind}
            value={value?.kind === kind ? value.label : null}
            onPick={(label) => {
              onPick({ kind, label });
              close();
            }}
          />
        </div>
      )}
    </>
  );
}
