// All that somebody chooses before annotations are taken over, and what is asked of the server for it.

import type { Scheme } from "#domain/scheme/scheme.ts";
import { guessLabel, type LabelChoice } from "./label-choice.ts";
import { guessPerson, type PersonChoice, wantedPerson } from "./person-choice.ts";
import type { Found } from "./use-found.ts";

/** Where the annotations of an article go: a new article, one that is there (its id), or nowhere. */
export type ArticleChoice = "new" | "out" | { readonly into: string };

/** In the orders of what was found. */
export type Choices = {
  readonly articles: readonly ArticleChoice[];
  readonly people: readonly PersonChoice[];
  readonly labels: readonly LabelChoice[];
  /** Whether labels of the codebook that are not used here are hidden. */
  readonly replaces: boolean;
  /** Whether the codebook asks for what the file's does, too. */
  readonly asks: boolean;
};

/** What was chosen for one space. */
export type Chosen = { readonly space: string; readonly choices: Choices };

/** `spoken`: the codebook as the reader reads it. */
export function firstChoices({ annotated, scheme, isEditor }: Found, spoken: Scheme): Choices {
  const { articles, people, labels } = annotated;
  const isAlone = people.length === 1;
  return {
    articles: articles.map(({ length, there }) => {
      if (there) return { into: there.id };
      return length === null ? "out" : "new";
    }),
    people: people.map((person) => guessPerson(person, { isEditor, isAlone })),
    labels: labels.map((label) => guessLabel(label, [scheme, spoken], { mayAdd: isEditor })),
    ...{ replaces: false, asks: isEditor },
  };
}

/** Whether choices are of the same files as others. */
export const fits = (one: Choices, other: Choices): boolean =>
  (["articles", "people", "labels"] as const).every(
    (what) => one[what].length === other[what].length,
  );

/** Whether anything is left to be taken over. */
export const isEmpty = ({ articles, people, labels }: Choices): boolean =>
  articles.every((each) => each === "out") ||
  people.every((each) => each === "out") ||
  labels.every((each) => each === null);

/** The body of the request. */
export function takingOf({ annotated }: Found, choices: Choices) {
  return {
    import: annotated.id,
    articles: annotated.articles.flatMap(({ index }, at) => {
      const choice = choices.articles[at] ?? "out";
      if (choice === "out") return [];
      return [choice === "new" ? { index } : { index, into: choice.into }];
    }),
    labels: annotated.labels.flatMap(({ kind, label }, at) => {
      const as = choices.labels[at] ?? null;
      return as === null ? [] : [{ kind, label, as }];
    }),
    ...{ replaceLabels: choices.replaces, newAttributes: choices.asks },
    people: annotated.people.flatMap(
      (person, at) => wantedPerson(person, choices.people[at] ?? "out") ?? [],
    ),
  };
}

/** The list with another value at one place. */
export const put = <T>(list: readonly T[], at: number, value: T): readonly T[] =>
  list.map((each, index) => (index === at ? value : each));
