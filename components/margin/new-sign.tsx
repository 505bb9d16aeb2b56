// The sign of what is new: a dot for the eye, a word for the ear.

import { createContext, useContext } from "react";
import { useTranslations } from "use-intl";

/** The annotations that are new to this person, or about which something new was said. */
export const Fresh = createContext<ReadonlySet<string>>(new Set());

/** Nothing at all while none of these annotations is new. */
export function NewSign({ ids }: { readonly ids: readonly string[] }) {
  const words = useTranslations("margin");
  const fresh = useContext(Fresh);
  if (!ids.some((id) => fresh.has(id))) return null;
  return (
    <span className="absolute start-[-5px] top-[-3px] z-10 size-2 rounded-full bg-accent forced-colors:bg-[Highlight]">
      <span className="sr-only">{words("new")}</span>
    </span>
  );
}
