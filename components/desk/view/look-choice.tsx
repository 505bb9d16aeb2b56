// What the colours of marks tell: one of the looks.

import { useTranslations } from "use-intl";
import { LOOKS, type LookId } from "../../article/painting/look.ts";
import { Pill } from "../../ui/pill.tsx";

type LookChoiceProps = { readonly look: LookId; readonly onLook: (look: LookId) => void };

export function LookChoice({ look, onLook }: LookChoiceProps) {
  const words = useTranslations("view");
  return (
    <fieldset>
      <legend className="px-2 py-1 text-muted text-sm">{words("colour-by")}</legend>
      <div className="flex flex-wrap gap-1">
        {LOOKS.map((each) => (
          <Pill
            key={each}
            name="look"
            checked={look === each}
            onCheck={() => onLook(each)}
            className="grow px-1.5 pointer-coarse:min-w-11"
          >
            {words(`look-${each}`)}
          </Pill>
        ))}
      </div>
    </fieldset>
  );
}
