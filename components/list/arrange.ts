// Which lines the list shows, in which order and under which headings.

import type { Annotation } from "#domain/annotation/annotation.ts";
import { plainWords } from "#domain/plain-words.ts";
import { KINDS } from "#domain/scheme/scheme.ts";
import { STATUSES } from "#domain/talk/status.ts";
import type { Entry } from "./entry.ts";

export const SORTS = ["place", "label", "person", "time"] as const;
export type Sort = (typeof SORTS)[number];

export const GROUPS = ["none", "kind", "label", "person", "status"] as const;
export type Group = (typeof GROUPS)[number];

export type Order = { readonly sort: Sort; readonly descending: boolean; readonly group: Group };

/** The order of the text. */
export const BY_PLACE: Order = { sort: "place", descending: false, group: "none" };

/** Lines under one heading, never none. */
export type Section = {
  readonly entries: readonly Entry[];
  /** How many there are on all pages. */
  readonly count: number;
};

/** How many lines a page has. */
export const PAGE = 100;

type Compare = (a: Entry, b: Entry) => number;

/** The lines in whose words, note, label or author's name all words of `query` occur, whatever their case and accents. */
export function search(entries: readonly Entry[], query: string): readonly Entry[] {
  const wanted = plainWords(query)
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (wanted.length === 0) return entries;
  const plain = plainOnce();
  return entries.filter(({ annotation, label, author }) => {
    const texts = [searchable(annotation), plain(label), plain(author.name)];
    return wanted.every((word) => texts.some((text) => text.includes(word)));
  });
}

/** A few names stand on thousands of lines: each is made plain once. */
function plainOnce(): (words: string) => string {
  const made = new Map<string, string>();
  return (words) => {
    const plain = made.get(words) ?? plainWords(words);
    made.set(words, plain);
    return plain;
  };
}

/** The lines in order; without grouping as one section. What is equal stays in the order of the text. */
export function arrange(
  entries: readonly Entry[],
  { sort, descending, group }: Order,
  locale: string,
): readonly Section[] {
  const { compare, keys } = orders(locale);
  const sign = descending ? -1 : 1;
  const sorted = entries.toSorted((a, b) => sign * compare[sort](a, b) || a.place - b.place);
  return [...Map.groupBy(sorted, keys[group]).values()]
    .sort(([a], [b]) => (a && b && group !== "none" ? compare[group](a, b) : 0))
    .map((members) => ({ entries: members, count: members.length }));
}

/** The sections as far as they lie on one page; pages count from 0. */
export function onPage(sections: readonly Section[], page: number): readonly Section[] {
  let before = 0;
  return sections.flatMap(({ entries, count }) => {
    const from = Math.max(0, page * PAGE - before);
    const shown = entries.slice(from, Math.max(0, (page + 1) * PAGE - before));
    before += count;
    return shown.length === 0 ? [] : [{ entries: shown, count }];
  });
}

/** The page on which an annotation stands; 0 when it stands on none. */
export function pageOf(sections: readonly Section[], id: string | null): number {
  const at = sections
    .flatMap(({ entries }) => entries)
    .findIndex(({ annotation }) => annotation.id === id);
  return Math.max(0, Math.floor(at / PAGE));
}

function orders(locale: string) {
  const { compare: byName } = new Intl.Collator(locale);
  const compare: Readonly<Record<Sort | Exclude<Group, "none">, Compare>> = {
    place: (a, b) => a.place - b.place,
    time: (a, b) => a.annotation.createdAt - b.annotation.createdAt,
    person: ({ author: a }, { author: b }) =>
      byName(a.name, b.name) || (a.id < b.id ? -1 : Number(a.id > b.id)),
    label: (a, b) => a.rank - b.rank,
    kind: (a, b) => KINDS.indexOf(a.annotation.kind) - KINDS.indexOf(b.annotation.kind),
    status: (a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status),
  };
  const keys: Readonly<Record<Group, (entry: Entry) => string | number>> = {
    none: () => "",
    kind: ({ annotation }) => annotation.kind,
    label: ({ rank, label }) => `${rank} ${label}`,
    person: ({ author }) => author.id,
    status: ({ status }) => status,
  };
  return { compare, keys };
}

const known = new WeakMap<Annotation, string>();

function searchable(annotation: Annotation): string {
  const text =
    known.get(annotation) ?? plainWords(`${annotation.anchor.quote}\n${annotation.note}`);
  known.set(annotation, text);
  return text;
}
