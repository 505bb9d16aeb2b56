// Everyone who marked something, in the colour key.

import { useFormatter, useLocale, useTranslations } from "use-intl";
import { authorStroke } from "../../article/painting/strokes.ts";
import { Face } from "../../margin/face.tsx";
import { personOf } from "../../margin/margin-props.ts";
import { Button } from "../../ui/button.tsx";
import { Check } from "../../ui/check.tsx";
import { toggled } from "./filter.ts";
import type { LegendProps } from "./legend.tsx";

/** Up to so many people are few: listed at once, with room for their names. */
export const FEW = 8;

export function PeopleFilter({ placed, people, view, onView }: LegendProps) {
  const words = useTranslations("desk");
  const margin = useTranslations("margin");
  const format = useFormatter();
  const { compare } = new Intl.Collator(useLocale(), { numeric: true });
  const { filter, look } = view;
  const authors = Map.groupBy(placed, ({ annotation }) => annotation.author);
  const byName = [...authors]
    .map(([id, theirs]) => ({ person: personOf(margin, people, id), id, count: theirs.length }))
    .sort((a, b) => compare(a.person.name, b.person.name));
  return (
    <fieldset className={byName.length > FEW ? "grid grid-cols-2" : ""}>
      <legend className="sr-only">{words("show-people")}</legend>
      {byName.length > 1 && <AllOrNone authors={[...authors.keys()]} {...{ view, onView }} />}
      {byName.map(({ person, id, count }) => (
        <Check
          key={id}
          checked={!filter.people.has(id)}
          onToggle={() =>
            onView({ ...view, filter: { ...filter, people: toggled(filter.people, id) } })
          }
        >
          <Face person={person} className="size-5" />
          <span className="flex min-w-0 flex-col">
            <bdi
              className="truncate pb-1"
              style={look === "person" ? authorStroke("claim", person.colour) : undefined}
            >
              {person.name}
            </bdi>
            {person.standIn && <span className="text-muted text-xs">{margin("from-file")}</span>}
          </span>
          <span className="ms-auto text-muted">{format.number(count)}</span>
        </Check>
      ))}
    </fieldset>
  );
}

type AllOrNoneProps = Pick<LegendProps, "view" | "onView"> & {
  readonly authors: readonly string[];
};

/** From nobody it is one press to one of thirty. Whoever marks something for the first time is shown, as always. */
function AllOrNone({ authors, view, onView }: AllOrNoneProps) {
  const words = useTranslations("view");
  const hide = (people: ReadonlySet<string>): void =>
    onView({ ...view, filter: { ...view.filter, people } });
  return (
    <div className="col-span-full flex gap-1">
      <Button look="quiet" onClick={() => hide(new Set())}>
        {words("people-all")}
      </Button>
      <Button look="quiet" onClick={() => hide(new Set(authors))}>
        {words("people-none")}
      </Button>
    </div>
  );
}
