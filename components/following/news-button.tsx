// How many notes are new, in the bar; pressing it leads to the next one.

import { ArrowDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { useHint } from "../keys/key-hints.tsx";
import { Button } from "../ui/button.tsx";
import type { Following } from "./use-following.ts";

/** Nothing at all while nothing is new. */
export function NewsButton({ following: { count, openNext } }: { readonly following: Following }) {
  const words = useTranslations("following");
  const hint = useHint("next-new");
  if (count === 0) return null;
  return (
    <Button
      look="quiet"
      aria-label={words("next-new", { count })}
      title={hint(words("go-next"))}
      onClick={openNext}
      className="text-accent!"
    >
      <span aria-hidden className="size-2 shrink-0 rounded-full bg-accent max-sm:hidden" />
      <span className="max-sm:hidden">{words("new", { count })}</span>
      <span className="sm:hidden">{count}</span>
      <ArrowDown size={14} aria-hidden />
    </Button>
  );
}
