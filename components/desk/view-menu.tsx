// The colour key, which is also the filter; the theme; and the language.

import { SlidersHorizontal } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import type { Placed } from "#domain/annotation-index.ts";
import type { Person } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme.ts";
import { Face } from "../margin/face.tsx";
import { Button, buttonLook } from "../ui/button.tsx";
import { Check } from "../ui/check.tsx";
import { Popover } from "../ui/popover.tsx";
import { LanguageChoice } from "../words/language-choice.tsx";
import { type Filter, SHOW_ALL, showsAll, toggled } from "./filter.ts";
import { KindFilter } from "./kind-filter.tsx";
import { ThemeChoice } from "./theme-choice.tsx";

type ViewMenuProps = {
  readonly scheme: Scheme;
  /** All annotations, whatever the filter. */
  readonly placed: readonly Placed[];
  readonly people: ReadonlyMap<string, Person>;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
};

export function ViewMenu(props: ViewMenuProps) {
  const words = useTranslations("desk");
  const filtered = !showsAll(props.filter);
  return (
    <Popover
      label={words("view")}
      className="w-80 p-2"
      button={{
        className: buttonLook("quiet"),
        children: (
          <>
            <SlidersHorizontal size={16} aria-hidden />
            <span className="max-sm:sr-only">{words("view")}</span>
            {filtered && (
              <span className="size-2 rounded-full bg-accent">
                <span className="sr-only">{words("filtered")}</span>
              </span>
            )}
          </>
        ),
      }}
    >
      {() => <ViewPanel {...props} />}
    </Popover>
  );
}

function ViewPanel({ scheme, placed, people, filter, onFilter }: ViewMenuProps) {
  const words = useTranslations("desk");
  const format = useFormatter();
  const authors = Map.groupBy(placed, ({ annotation }) => annotation.author);
  return (
    <div className="flex flex-col gap-3">
      <fieldset>
        <legend className="flex w-full items-center px-2 py-1 text-muted text-sm">
          {words("show")}
        </legend>
        {scheme.kinds.map((kind) => (
          <KindFilter
            key={kind.id}
            kind={kind}
            placed={placed.filter(({ annotation }) => annotation.kind === kind.id)}
            filter={filter}
            onFilter={onFilter}
          />
        ))}
      </fieldset>
      {authors.size > 0 && (
        <fieldset className="border-rule border-t pt-2">
          <legend className="sr-only">{words("show-people")}</legend>
          {[...authors].map(([author, theirs]) => {
            const person = people.get(author);
            return (
              <Check
                key={author}
                checked={!filter.people.has(author)}
                onToggle={() => onFilter({ ...filter, people: toggled(filter.people, author) })}
              >
                {person && <Face person={person} className="size-5" />}
                <bdi className="grow truncate">{person?.name ?? words("someone")}</bdi>
                <span className="text-muted">{format.number(theirs.length)}</span>
              </Check>
            );
          })}
        </fieldset>
      )}
      {!showsAll(filter) && (
        <Button look="quiet" className="self-start" onClick={() => onFilter(SHOW_ALL)}>
          {words("show-all")}
        </Button>
      )}
      <div className="flex flex-col gap-2 border-rule border-t pt-2">
        <ThemeChoice />
        <LanguageChoice />
      </div>
    </div>
  );
}
