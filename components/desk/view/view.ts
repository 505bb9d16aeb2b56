// How somebody looks at what is marked: coloured by what, which of it, or nothing of it at all.

import type { Annotation } from "#domain/annotation/annotation.ts";
import type { Status } from "#domain/talk/status.ts";
import type { LookId } from "../../article/painting/look.ts";
import { type Filter, passes, SHOW_ALL, showing } from "./filter.ts";

export type View = {
  readonly look: LookId;
  readonly filter: Filter;
  /**
   * Null while marks are shown. In focus mode: the ids of what this person marked since, which is
   * all that is shown.
   */
  readonly focus: ReadonlySet<string> | null;
};

export const FRESH_VIEW: View = { look: "kind", filter: SHOW_ALL, focus: null };

/** Tells whether an annotation is shown in a view. */
export function shownIn(
  { filter, focus }: Pick<View, "filter" | "focus">,
  statusOf: (annotation: Annotation) => Status,
): (annotation: Annotation) => boolean {
  if (focus) return ({ id }) => focus.has(id);
  return (annotation) => passes(filter, annotation) && !filter.statuses.has(statusOf(annotation));
}

/** The view in which `made` is shown, too: what somebody just made must not vanish. */
export function viewWith(
  view: View,
  made: Pick<Annotation, "id" | "kind" | "label" | "author">,
): View {
  if (view.focus) return { ...view, focus: new Set([...view.focus, made.id]) };
  return { ...view, filter: showing(view.filter, made) };
}

/** Focus mode turned on, or off. */
export function focusToggled(view: View): View {
  return { ...view, focus: view.focus === null ? new Set() : null };
}
