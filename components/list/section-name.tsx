// What a group of lines has in common, and how many they are.

import { useFormatter, useTranslations } from "use-intl";
import { kindOf, type Scheme } from "#domain/scheme/scheme.ts";
import type { Group, Section } from "./arrange.ts";
import type { Entry } from "./entry.ts";

type SectionNameProps = {
  readonly group: Group;
  readonly section: Section;
  readonly scheme: Scheme;
};

export function SectionName({ group, section, scheme }: SectionNameProps) {
  const format = useFormatter();
  const status = useTranslations("view");
  const [first] = section.entries;
  if (!first || group === "none") return null;
  const names: Readonly<Record<Exclude<Group, "none">, (entry: Entry) => string>> = {
    kind: ({ annotation }) => kindOf(scheme, annotation.kind).name,
    label: ({ label }) => label,
    person: ({ author }) => author.name,
    status: (entry) => status(`status-${entry.status}`),
  };
  return (
    <>
      <bdi>{names[group](first)}</bdi>{" "}
      <span className="ps-1 font-normal text-muted">{format.number(section.count)}</span>
    </>
  );
}
