// What the colours of marks tell: one of the looks.

import { useTranslations } from "use-intl";
import { LOOKS, type LookId } from "../../article/painting/look.ts";

type LookChoiceProps = { readonly look: LookId; readonly onLook: (look: LookId) => void };

export function LookChoice({ look, onLook }: LookChoiceProps) {
  const words = useTranslations("view");
  return (
    <fieldset>
      <legend className="px-2 py-1 text-muted text-sm">{words("colour-by")}</legend>
      <div className="flex flex-wrap gap-1">
        {LOOKS.map((each) => (
          <label
            key={each}
            className="flex h-8 grow items-center justify-center rounded-md px-1.5 text-sm hover:bg-sunken has-checked:bg-sunken has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:h-11 pointer-coarse:min-w-11"
          >
            <input
              type="radio"
              name="look"
              className="sr-only"
              checked={look === each}
              onChange={() => onLook(each)}
            />
            {words(`look-${each}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
