// Whether the codebook asks for what the one of the file does.

import { useFormatter, useTranslations } from "use-intl";
import { Check } from "../../ui/check.tsx";
import type { Choices } from "./choices.ts";
import { namesToAsk } from "./file-attributes.ts";
import type { Found } from "./use-found.ts";

type AttributeCheckProps = {
  readonly found: Found;
  readonly asks: boolean;
  readonly onChoose: (change: Pick<Choices, "asks">) => void;
};

/** Nothing where it asks for all of it already, or the reader may not change it. */
export function AttributeCheck({ found, asks, onChoose }: AttributeCheckProps) {
  const words = useTranslations("annotated");
  const format = useFormatter();
  const names = namesToAsk(found);
  if (!found.isEditor || names.length === 0) return null;
  return (
    <Check checked={asks} onToggle={() => onChoose({ asks: !asks })}>
      <span>{words("ask-too", { names: format.list(names) })}</span>
    </Check>
  );
}
