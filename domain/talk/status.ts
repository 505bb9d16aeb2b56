// How far people have come with an annotation.

import type { Talk } from "./talk-index.ts";

/** Not settled, disagreed about, or settled; in the order in which they are shown. */
export const STATUSES = ["open", "contested", "resolved"] as const;

export type Status = (typeof STATUSES)[number];

/** What became of an annotation in the end, by which it is chosen for a file: `hidden` whatever was said before. */
export const STATES = ["open", "resolved", "hidden"] as const;

export type State = (typeof STATES)[number];

/** Whoever disagrees with an annotation contests it, until its thread is settled. */
export function statusOf({ resolved, votes }: Pick<Talk, "resolved" | "votes">): Status {
  if (resolved !== null) return "resolved";
  return votes.some(({ vote }) => vote === "disagree") ? "contested" : "open";
}
