// One kind in the colour key: how it looks, how often it occurs, whether it and its labels are shown.

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Placed } from "#domain/annotation-index.ts";
import type { Kind } from "#domain/scheme.ts";
import { Glyph } from "../margin/label-name.tsx";
import { Button } from "../ui/button.tsx";
import { Check } from "../ui/check.tsx";
import { type Filter, labelKey, toggled } from "./filter.ts";

type KindFilterProps = {
  readonly kind: Kind;
  /** The annotations of this kind. */
  readonly placed: readonly Placed[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
};

export function KindFilter({ kind, placed, filter, onFilter }: KindFilterProps) {
  const words = useTranslations("desk");
  const format = useFormatter();
  const [open, setOpen] = useState(false);
  return (
    <div data-kind={kind.id}>
      <div className="flex items-center">
        <div className="min-w-0 grow">
          <Check
            checked={!filter.kinds.has(kind.id)}
            onToggle={() => onFilter({ ...filter, kinds: toggled(filter.kinds, kind.id) })}
          >
            <Glyph kind={kind.id} glyph={kind.glyph} />
            <span className="grow">
              <span className="kind-word">{kind.name}</span>
            </span>
            <span className="text-muted">{format.number(placed.length)}</span>
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
      {open && <LabelFilters kind={kind} placed={placed} filter={filter} onFilter={onFilter} />}
    </div>
  );
}

function LabelFilters({ kind, placed, filter, onFilter }: KindFilterProps) {
  const words = useTranslations("desk");
  const format = useFormatter();
  const none = { id: null, glyph: "", name: words("no-label-yet"), definition: "" };
  return (
    <div className="ps-6">
      {[...kind.labels, none].map(({ id, glyph, name, definition }) => {
        const key = labelKey(kind.id, id);
        return (
          <Check
            key={key}
            checked={!filter.labels.has(key)}
            onToggle={() => onFilter({ ...filter, labels: toggled(filter.labels, key) })}
          >
            <span aria-hidden className="w-4 shrink-0 text-center text-(--line)">
              {glyph}
            </span>
            <span className="grow truncate" title={definition}>
              {name}
            </span>
            <span className="pe-8 text-muted">
              {format.number(placed.filter(({ annotation }) => annotation.label === id).length)}
            </span>
          </Check>
        );
      })}
    </div>
  );
}
