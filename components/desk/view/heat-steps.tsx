// The scale of heat, in the colour key.

import { useTranslations } from "use-intl";
import { HEAT_FROM, HEATS, type Heat } from "#domain/annotation/heat.ts";
import { heatStroke } from "../../article/painting/strokes.ts";
import { Check } from "../../ui/check.tsx";
import type { Words } from "../../words/words.ts";
import { toggled } from "./filter.ts";
import type { LegendProps } from "./legend.tsx";

export function HeatSteps({ view, onView }: LegendProps) {
  const words = useTranslations("view");
  const { filter } = view;
  return (
    <fieldset>
      <legend className="px-2 pb-1 text-muted text-sm">{words("heat")}</legend>
      {HEATS.map((heat) => (
        <Check
          key={heat}
          checked={!filter.heats.has(heat)}
          onToggle={() =>
            onView({ ...view, filter: { ...filter, heats: toggled(filter.heats, heat) } })
          }
        >
          <span className="min-w-24 px-1" style={heatStroke(heat)}>
            {peopleOn(words, heat)}
          </span>
        </Check>
      ))}
    </fieldset>
  );
}

/** "3 to 4 people", as far as the step reaches. */
function peopleOn(words: Words<"view">, heat: Heat): string {
  const from = HEAT_FROM[heat];
  const next = HEATS.find((each) => each > heat);
  if (next === undefined) return words("heat-most", { from });
  const to = HEAT_FROM[next] - 1;
  return from === to ? words("heat-people", { count: to }) : words("heat-range", { from, to });
}
