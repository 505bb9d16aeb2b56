// Takes up the brush: from the menu at the selection, or from the bar, where it lays it down, too.

import { Paintbrush } from "lucide-react";
import { useTranslations } from "use-intl";
import { useHint, useKey } from "../../keys/key-hints.tsx";
import { Button } from "../../ui/button.tsx";

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

type BrushToggleProps = { readonly inHand: boolean; readonly onToggle: () => void };

export function BrushToggle({ inHand, onToggle }: BrushToggleProps) {
  const words = useTranslations("desk");
  const hint = useHint("brush");
  return (
    <Button
      look="icon"
      aria-label={words("brush-take")}
      title={hint(words("brush-take"))}
      aria-keyshortcuts={useKey("brush")}
      aria-pressed={inHand}
      className="aria-pressed:bg-sunken aria-pressed:text-accent max-sm:hidden"
      onClick={onToggle}
    >
      <Paintbrush size={16} aria-hidden />
    </Button>
  );
}
