// What those who listen are told of the selected annotation.

import { useTranslations } from "use-intl";
import { kindOf, labelOf } from "#domain/scheme/scheme.ts";
import { personOf } from "../margin/margin-props.ts";
import type { Desk } from "./use-desk.ts";

/** Null while none is selected that is shown. */
export function useDescription({ session, scheme, people, state, shows }: Desk): string | null {
  const words = useTranslations("desk");
  const margin = useTranslations("margin");
  const annotation = session.index.get(state.selected ?? "")?.annotation;
  if (!annotation || !shows(annotation)) return null;
  const { kind, label, author, note } = annotation;
  const told = {
    kind: kindOf(scheme, kind).name,
    label: labelOf(scheme, kind, label)?.name ?? words("no-label-yet"),
    name: personOf(margin, people, author).name,
  };
  const isHidden = session.talk.hidden.get().has(annotation.id);
  return note === "" || isHidden
    ? words("mark-described", told)
    : words("mark-described-note", { ...told, note });
}
