// What happened in an article, told by the annotations, by what was said of them and by what was decided.

import type { Annotation, Labelling } from "#domain/annotation/annotation.ts";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import type { Vote } from "#domain/talk/talk.ts";
import type { Talk } from "#domain/talk/talk-index.ts";

type Happening =
  | { readonly what: "marked"; readonly text: string }
  | { readonly what: "replied"; readonly text: string; readonly mentions: readonly string[] }
  | { readonly what: "voted"; readonly vote: Vote }
  | { readonly what: "proposed"; readonly labelling: Labelling }
  | { readonly what: "resolved" }
  | { readonly what: "hidden"; readonly text: string };

/** One thing that somebody did about an annotation. */
export type Deed = Happening & {
  readonly key: string;
  readonly about: Annotation;
  /** The user id of who did it. */
  readonly by: string;
  /** Milliseconds since 1970, by that person's clock; by the server's for decisions. */
  readonly at: number;
};

/** The newest first. */
export function deedsOf(placed: readonly Placed[], talkOf: (ref: string) => Talk): readonly Deed[] {
  return placed
    .flatMap(({ annotation }) => deedsAbout(annotation, talkOf(annotation.id)))
    .sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1));
}

function deedsAbout(about: Annotation, talk: Talk): Deed[] {
  const { id, author, note, createdAt } = about;
  const deed = (by: string, at: number, happening: Happening): Deed => ({
    ...happening,
    ...{ key: `${happening.what} ${by} ${at} ${id}`, about, by, at },
  });
  const { replies, votes, proposals, resolved, hidden } = talk;
  // what an editor hid is not to be read here either
  const told = (text: string, hiding = hidden): string => (hidden || hiding ? "" : text);
  return [
    deed(author, createdAt, { what: "marked", text: told(note) }),
    ...replies.map(({ id: reply, author: by, createdAt: at, text, mentions, hidden: hiding }) => ({
      ...deed(by, at, { what: "replied", text: told(text, hiding), mentions }),
      key: `replied ${by} ${reply}`,
    })),
    ...votes.map(({ author: by, at, vote }) => deed(by, at, { what: "voted", vote })),
    ...proposals.map(({ author: by, at, kind, label }) =>
      deed(by, at, { what: "proposed", labelling: { kind, label } }),
    ),
    ...(resolved ? [deed(resolved.by, resolved.at, { what: "resolved" })] : []),
    ...(hidden ? [deed(hidden.by, hidden.at, { what: "hidden", text: hidden.reason })] : []),
  ];
}

/** The deeds day by day, as days are counted where this page is open. */
export function byDay(deeds: readonly Deed[]): readonly (readonly Deed[])[] {
  return [...Map.groupBy(deeds, ({ at }) => dayOf(at)).values()];
}

/** Midnight before a time, in milliseconds since 1970. */
const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

const DAY = 86_400_000;

/** How many days ago a time was: 0 for today, and for what a wrong clock puts into the future. */
export function daysAgo(at: number, now: number): number {
  // rounded: a day on which the clocks change has 23 or 25 hours
  return Math.max(0, Math.round((dayOf(now) - dayOf(at)) / DAY));
}
