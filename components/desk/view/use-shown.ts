// Which annotations a view shows, and how far people have come with each.

import { useMemo } from "react";
import type { Annotation } from "#domain/annotation/annotation.ts";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import type { Status } from "#domain/talk/status.ts";
import type { ArticleSession } from "../../session/article-session.ts";
import { type Readable, Store } from "../../session/store.ts";
import { useReadable } from "../../session/use-readable.ts";
import { shownIn, type View } from "./view.ts";

type StatusOf = (annotation: Annotation) => Status;

const UNHEARD: Readable<ReadonlyMap<string, Status>> = new Store(new Map());

/** The status of an annotation at the moment of asking. */
export const statusIn =
  ({ talk }: ArticleSession): StatusOf =>
  ({ id }) =>
    talk.statuses.get().get(id) ?? "open";

/** What `view` shows of `all`, what of it no editor hid (`seen`), and the two questions that decide it. */
export function useShown(session: ArticleSession, view: View, all: readonly Placed[]) {
  const { filter, focus } = view;
  const statusOf = useStatuses(session, view);
  const shows = useMemo(() => shownIn({ filter, focus }, statusOf), [filter, focus, statusOf]);
  const shown = useMemo(() => all.filter(({ annotation }) => shows(annotation)), [all, shows]);
  const hidden = useReadable(session.talk.hidden);
  const seen = useMemo(
    () =>
      hidden.size === 0 ? shown : shown.filter(({ annotation }) => !hidden.has(annotation.id)),
    [shown, hidden],
  );
  return { shown, seen, shows, statusOf };
}

/** The same as `statusIn`; another function once a status has changed, but only while the view tells of statuses. */
function useStatuses(session: ArticleSession, { look, filter }: View): StatusOf {
  const isTold = look === "status" || filter.statuses.size > 0;
  const statuses = useReadable(isTold ? session.talk.statuses : UNHEARD);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what asks must ask again when they changed
  return useMemo(() => statusIn(session), [session, statuses]);
}
