// What of an article or a space somebody takes along, and how the API is asked for it.

import type { TextFormat, WrittenFormat } from "#domain/format-ids.ts";
import type { KindId } from "#domain/scheme/scheme.ts";
import { STATES, type State } from "#domain/talk/status.ts";
import type { InterfaceLanguage } from "../words/interface-languages.ts";

export type Choice = {
  /** User ids; null: everybody, also who comes later. */
  readonly people: ReadonlySet<string> | null;
  /** Null: all. */
  readonly kinds: ReadonlySet<KindId> | null;
  readonly states: ReadonlySet<State>;
  /** Whether people go by the names that the caller sees instead of aliases. */
  readonly named: boolean;
  /** In which the file says what nobody of these people wrote. */
  readonly language: InterfaceLanguage["tag"];
};

/** What is offered first: what nobody has hidden, and nobody's name; of one person, or of all (null). */
export const firstChoice = (person: string | null, language: Choice["language"]): Choice => ({
  people: person === null ? null : new Set([person]),
  kinds: null,
  states: new Set(["open", "resolved"]),
  named: false,
  language,
});

/** Whether nobody, no kind and no state is left out that `first` has. */
export const isWhole = (choice: Choice, first: Choice): boolean =>
  choice.people === first.people &&
  choice.kinds === null &&
  [...first.states].every((state) => choice.states.has(state));

/** What is taken along: one article, or all of a space. */
export type Subject = {
  readonly type: "article" | "space";
  readonly id: string;
  /** What it is called; null where that stands on the page. */
  readonly title: string | null;
};

/** Where an article is alone. */
export const aloneAddress = (subject: Subject, format: TextFormat): string =>
  `/api${pathOf(subject)}/text?format=${format}`;

/** Where the file is. */
export function fileAddress(subject: Subject, format: WrittenFormat, choice: Choice): string {
  const path = subject.type === "article" ? "annotations" : "export";
  return `/api${pathOf(subject)}/${path}?${queryOf(format, choice)}`;
}

/** The path under `/api` where it is told what the file will hold, of people by the names that the caller sees. */
export function forecastPath(subject: Subject, format: WrittenFormat, choice: Choice): string {
  return `${pathOf(subject)}/losses?${queryOf(format, { ...choice, named: true })}`;
}

/** Where everything of a space is, as Postil's own files, with everyone under their own name. */
export function wholeAddress(spaceId: string): string {
  const subject = { type: "space", id: spaceId, title: null } as const;
  const all = { ...firstChoice(null, "en"), states: new Set(STATES), named: true };
  return fileAddress(subject, "postil", all);
}

const pathOf = ({ type, id }: Subject): string => `/${type}s/${id}`;

function queryOf(
  format: WrittenFormat,
  { people, kinds, states, named, language }: Choice,
): string {
  const query = new URLSearchParams({ format, language, names: named ? "shown" : "aliases" });
  // the API knows no empty list of kinds or states: nobody's notes are none either
  const isEmpty = kinds?.size === 0 || states.size === 0;
  if (people !== null || isEmpty) query.set("people", isEmpty ? "" : [...(people ?? [])].join());
  if (kinds !== null && !isEmpty) query.set("kinds", [...kinds].join());
  if (!isEmpty) query.set("states", STATES.filter((state) => states.has(state)).join());
  return query.toString();
}

/** `chosen` with `one` turned round; null, everything, where none of `all` is missing then. */
export function turned<Part>(
  all: readonly Part[],
  chosen: ReadonlySet<Part> | null,
  one: Part,
): ReadonlySet<Part> | null {
  const next = new Set(chosen ?? all);
  if (!next.delete(one)) next.add(one);
  return all.every((each) => next.has(each)) ? null : next;
}
