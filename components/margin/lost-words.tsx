// Notes whose words were deleted from the text.

import { useId, useMemo } from "react";
import { useTranslations } from "use-intl";
import type { MarginProps } from "./margin-props.ts";
import { PlacedCard } from "./placed-card.tsx";

/** Nothing at all while every note still has its words. */
export function LostWords({ margin }: { readonly margin: MarginProps }) {
  const words = useTranslations("margin");
  const heading = useId();
  const { placed } = margin;
  const orphans = useMemo(() => placed.filter(({ range }) => range === null), [placed]);
  if (orphans.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-2 pt-8">
      <h3 id={heading} className="px-3 font-semibold">
        {words("lost")}
      </h3>
      <p className="px-3 text-muted text-sm">{words("lost-why")}</p>
      <ul className="flex flex-col gap-2">
        {orphans.map((placed) => (
          <li key={placed.annotation.id}>
            <PlacedCard placed={placed} margin={margin} />
          </li>
        ))}
      </ul>
    </section>
  );
}
