// How far people have come, in the colour key.

import { useFormatter, useTranslations } from "use-intl";
import { STATUSES } from "#domain/talk/status.ts";
import { statusStroke } from "../../article/painting/strokes.ts";
import { Check } from "../../ui/check.tsx";
import { toggled } from "./filter.ts";
import type { LegendProps } from "./legend.tsx";

export function StatusFilter({ placed, statusOf, view, onView }: LegendProps) {
  const words = useTranslations("view");
  const format = useFormatter();
  const { filter } = view;
  const found = Map.groupBy(placed, ({ annotation }) => statusOf(annotation));
  return (
    <fieldset>
      <legend className="sr-only">{words("show-by-status")}</legend>
      {STATUSES.map((status) => (
        <Check
          key={status}
          checked={!filter.statuses.has(status)}
          onToggle={() =>
            onView({ ...view, filter: { ...filter, statuses: toggled(filter.statuses, status) } })
          }
        >
          <span className="px-0.5" style={statusStroke(status)}>
            {words(`status-${status}`)}
          </span>
          <span className="ms-auto text-muted">
            {format.number(found.get(status)?.length ?? 0)}
          </span>
        </Check>
      ))}
    </fieldset>
  );
}
