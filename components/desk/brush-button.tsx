// Takes up the brush from the menu at the selection.

import { Paintbrush } from "lucide-react";
import { useTranslations } from "use-intl";
import { useHint, useKey } from "../keys/key-hints.tsx";
import { Button } from "../ui/button.tsx";

export function BrushButton({ onPress }: { readonly onPress: () => void }) {
  const words = useTranslations("desk");
  const hint = useHint("brush");
  return (
    <Button
      look="icon"
      aria-label={words("brush-start")}
      title={hint(words("brush-start"))}
      aria-keyshortcuts={useKey("brush")}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Paintbrush size={16} aria-hidden />
    </Button>
  );
}
