// Hides all marks; and, while they are hidden, the sign that they are and the way back.

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { useHint } from "../../keys/key-hints.tsx";
import { Button } from "../../ui/button.tsx";

type FocusProps = { readonly onToggle: () => void };

export function FocusButton({ focused, onToggle }: FocusProps & { readonly focused: boolean }) {
  const words = useTranslations("view");
  const hint = useHint("focus");
  if (!focused) {
    return (
      <Button
        look="icon"
        aria-label={words("hide-marks")}
        title={hint(words("hide-marks"))}
        className="max-sm:hidden"
        onClick={onToggle}
      >
        <EyeOff size={16} aria-hidden />
      </Button>
    );
  }
  return (
    <Button className="h-8 border-accent text-accent" onClick={onToggle}>
      <Eye size={16} aria-hidden />
      <span className="max-sm:sr-only">{words("show-marks")}</span>
    </Button>
  );
}

/** In the margin, where the notes would be. */
export function FocusNotice({ onToggle }: FocusProps) {
  const words = useTranslations("view");
  return (
    <div className="flex max-w-64 flex-col items-start gap-2 px-3">
      <p className="text-muted">{words("marks-hidden-hint")}</p>
      <Button look="quiet" className="-ms-2" onClick={onToggle}>
        <Eye size={16} aria-hidden />
        {words("show-marks")}
      </Button>
    </div>
  );
}

/** On a phone, where the notes would come up. */
export function FocusPill({ onToggle }: FocusProps) {
  const words = useTranslations("view");
  return (
    <Button
      className="fixed end-4 bottom-4 z-20 h-11 rounded-full! border-accent bg-raised text-accent shadow-float"
      onClick={onToggle}
    >
      <Eye size={16} aria-hidden />
      {words("marks-hidden-show")}
    </Button>
  );
}
