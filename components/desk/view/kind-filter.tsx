// One kind in the colour key, and its labels: how they look, how often they occur, whether they are shown.

import { ChevronDown } from "lucide-react";
import { type CSSProperties, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { type Kind, placeOf } from "#domain/scheme/scheme.ts";
import type { LookId } from "../../article/painting/look.ts";
import { labelStroke } from "../../article/painting/strokes.ts";
import { Glyph } from "../../margin/label-name.tsx";
import { Button } from "../../ui/button.tsx";
import { Check } from "../../ui/check.tsx";
import { labelKey, toggled } from "./filter.ts";
import type { LegendProps } from "./legend.tsx";

type KindFilterProps = LegendProps & { readonly kind: Kind };

export function KindFilter(props: KindFilterProps) {
  const words = useTranslations("desk");
  const format = useFormatter();
  const { kind, placed, view, onView } = props;
  const { filter, look } = view;
  const [open, setOpen] = useState(look === "label");
  const count = placed.filter(({ annotation }) => annotation.kind === kind.id).length;
  return (
    <fieldset data-kind={kind.id}>
      <legend className="sr-only">{kind.name}</legend>
      <div className="flex items-center">
        <div className="min-w-0 grow">
          <Check
            checked={!filter.kinds.has(kind.id)}
            onToggle={() =>
              onView({ ...view, filter: { ...filter, kinds: toggled(filter.kinds, kind.id) } })
            }
          >
            <Glyph kind={kind.id} glyph={kind.glyph} />
            <span className="grow">
              <bdi className={wordLook(look)}>{kind.name}</bdi>
            </span>
            <span className="text-muted">{format.number(count)}</span>
          </Check>
        </div>
        <Button
          look="icon"
          aria-expanded={open}
          aria-label={words("labels-of", { kind: kind.name })}
          onClick={() => setOpen(!open)}
        >
          <ChevronDown size={16} aria-hidden className={open ? "rotate-180" : ""} />
        </Button>
      </div>
      {open && <LabelFilters {...props} />}
    </fieldset>
  );
}

/** The kind's colour where colours tell kinds; the style of its line where something else has the colour. */
function wordLook(look: LookId): string {
  if (look === "kind") return "kind-word";
  return look === "label" || look === "person" ? "kind-line" : "";
}

function LabelFilters({ kind, placed, view, onView }: KindFilterProps) {
  const words = useTranslations("desk");
  const format = useFormatter();
  const { filter, look } = view;
  const counts = Map.groupBy(
    placed.filter(({ annotation }) => annotation.kind === kind.id),
    ({ annotation }) => annotation.label,
  );
  const rows = [
    ...kind.labels
      .filter(({ id, status }) => status === "offered" || counts.has(id))
      .map((label) => ({ ...label, place: placeOf(kind, label.id) })),
    { id: null, glyph: "", name: words("no-label-yet"), definition: "", place: null },
  ];
  const strokeOf = (place: number | null): CSSProperties | undefined =>
    look === "label" ? labelStroke(kind.id, place) : undefined;
  return (
    <div className="ps-6">
      {rows.map(({ id, glyph, name, definition, place }) => {
        const key = labelKey(kind.id, id);
        return (
          <Check
            key={key}
            checked={!filter.labels.has(key)}
            onToggle={() =>
              onView({ ...view, filter: { ...filter, labels: toggled(filter.labels, key) } })
            }
          >
            <span aria-hidden className="w-4 shrink-0 text-center text-(--line)">
              {glyph}
            </span>
            <span className="grow truncate pb-1" title={definition}>
              <bdi style={strokeOf(place)}>{name}</bdi>
            </span>
            <span className="pe-8 text-muted">{format.number(counts.get(id)?.length ?? 0)}</span>
          </Check>
        );
      })}
    </div>
  );
}
