import { expect, test } from "vitest";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { firstChoices, isEmpty, put, takingOf } from "./choices.ts";
import { namesBehind, namesToAsk } from "./file-attributes.ts";
import type { Found } from "./use-found.ts";

const article = {
  ...{ title: "Mill", length: 9, beginning: "The mill", annotations: 1, there: null },
  ...{ archived: false, visibility: null },
};
const there = { id: "mill", title: "The mill" };

const found: Found = {
  annotated: {
    ...{ id: "import-1", source: "mill.zip", attributes: [], details: [], leftOut: {} },
    articles: [
      { ...article, index: 0 },
      { ...article, index: 1, there },
      { ...article, index: 2, length: null },
    ],
    people: [
      { id: "ann", name: "Ann", annotations: 2, said: 0 },
      { id: "", name: "", annotations: 1, said: 0 },
    ],
    labels: [
      { kind: "claim", label: "fact", name: null, annotations: 2 },
      { kind: "NamedEntity", label: "PER", name: null, annotations: 1 },
    ],
  },
  scheme: POSTIL_CORE,
  isEditor: true,
  articles: [there],
};

const takenBy = (isEditor: boolean) => {
  const seen = { ...found, isEditor };
  return takingOf(seen, firstChoices(seen, POSTIL_CORE));
};

test("[B10] a text that is there is annotated there; without a text an article has to be chosen", () => {
  expect(takenBy(true).articles).toEqual([{ index: 0 }, { index: 1, into: "mill" }]);
  const choices = firstChoices(found, POSTIL_CORE);
  const articles = put(choices.articles, 2, { into: "other" });
  expect(takingOf(found, { ...choices, articles }).articles[2]).toEqual({
    index: 2,
    into: "other",
  });
});

test("[B9] annotators go by their names, who has none is the reader; who may not, takes nobody's unasked", () => {
  expect(takenBy(true).people).toEqual([
    { id: "ann", name: "Ann" },
    { id: "", as: "mine" },
  ]);
  expect(takenBy(false).people).toEqual([]);
  expect(isEmpty(firstChoices({ ...found, isEditor: false }, POSTIL_CORE))).toBe(true);
  const [ann] = found.annotated.people;
  const alone = {
    ...found,
    isEditor: false,
    annotated: { ...found.annotated, people: ann ? [ann] : [] },
  };
  expect(takingOf(alone, firstChoices(alone, POSTIL_CORE)).people).toEqual([
    { id: "ann", as: "mine" },
  ]);
});

test("[B8] what a file's codebook asks for is asked for here if an editor wants it, else it stands behind the notes", () => {
  const values = [{ id: "for-1", name: "For" }];
  const stance = { id: "stance-1", name: "Stance", help: "", input: "choice" as const, values };
  const attributes = [{ kind: "claim" as const, attribute: stance, chosen: ["for-1"] }];
  const details = ["stance-1", "speaker", "identifier"];
  const asking = { ...found, annotated: { ...found.annotated, attributes, details } };
  expect(namesToAsk(asking)).toEqual(["Stance"]);
  expect(namesBehind(asking, true)).toEqual(["identifier"]);
  expect(namesBehind(asking, false)).toEqual(["Stance", "identifier"]);
  expect(takenBy(true).newAttributes).toBe(true);
  expect(takenBy(false).newAttributes).toBe(false);
});

test("[B8] only an editor's choice adds labels", () => {
  expect(takenBy(true).labels).toEqual([
    { kind: "claim", label: "fact", as: { kind: "claim", label: "fact" } },
    { kind: "NamedEntity", label: "PER", as: { kind: "entity", name: "PER" } },
  ]);
  expect(takenBy(false).labels).toHaveLength(1);
});
