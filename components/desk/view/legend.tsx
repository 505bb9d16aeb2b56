// The colour key, which is also the filter: what each colour means, as it is painted, how often it
// occurs, and whether it is shown.

import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Annotation } from "#domain/annotation/annotation.ts";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import type { Person } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Status } from "#domain/talk/status.ts";
import type { LookId } from "../../article/painting/look.ts";
import { HeatSteps } from "./heat-steps.tsx";
import { KindFilter } from "./kind-filter.tsx";
import { FEW, PeopleFilter } from "./people-filter.tsx";
import { StatusFilter } from "./status-filter.tsx";
import type { View } from "./view.ts";

export type LegendProps = {
  readonly scheme: Scheme;
  /** All annotations, whatever the filter. */
  readonly placed: readonly Placed[];
  readonly people: ReadonlyMap<string, Person>;
  readonly statusOf: (annotation: Annotation) => Status;
  readonly view: View;
  readonly onView: (view: View) => void;
};

/** What colours tell comes first and stands open. */
export function Legend(props: LegendProps) {
  const words = useTranslations("view");
  const { scheme, placed, view } = props;
  const { look } = view;
  const authors = new Set(placed.map(({ annotation }) => annotation.author));
  const kinds = (
    <Section key="kinds" name={words("kinds")} open={look !== "person" && look !== "status"}>
      {scheme.kinds.map((kind) => (
        // another look opens and closes the labels anew
        <KindFilter key={`${kind.id} ${look}`} {...props} kind={kind} />
      ))}
    </Section>
  );
  const people = authors.size > 0 && (
    <Section key="people" name={words("people")} open={look === "person" || authors.size <= FEW}>
      <PeopleFilter {...props} />
    </Section>
  );
  return <div className="flex flex-col">{inOrder(look, { kinds, people, props })}</div>;
}

type Parts = {
  readonly kinds: ReactNode;
  readonly people: ReactNode;
  readonly props: LegendProps;
};

function inOrder(look: LookId, { kinds, people, props }: Parts): ReactNode {
  if (look === "person") return [people, kinds];
  if (look === "heat") return [<HeatSteps key="heat" {...props} />, kinds, people];
  if (look === "status") return [<StatusFilter key="status" {...props} />, kinds, people];
  return [kinds, people];
}

type SectionProps = {
  readonly name: string;
  readonly open: boolean;
  readonly children: ReactNode;
};

function Section({ name, open, children }: SectionProps) {
  return (
    <details key={String(open)} open={open} className="group/section">
      <summary className="flex h-8 items-center gap-1 rounded-md px-2 text-muted text-sm hover:bg-sunken pointer-coarse:h-11">
        {name}
        <ChevronDown size={16} aria-hidden className="ms-auto group-open/section:rotate-180" />
      </summary>
      {children}
    </details>
  );
}
