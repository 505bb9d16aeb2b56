import { expect, test } from "vitest";
import {
  type Choice,
  fileAddress,
  firstChoice,
  forecastPath,
  isWhole,
  turned,
  wholeAddress,
} from "./choice.ts";

const ARTICLE = { type: "article", id: "a1", title: null } as const;
const ALL = firstChoice(null, "de");

const asked = (choice: Choice) =>
  Object.fromEntries(new URLSearchParams(fileAddress(ARTICLE, "csv", choice).split("?")[1]));

test("[D1] at first everybody's notes are asked for, under aliases, without hidden ones", () => {
  expect(fileAddress(ARTICLE, "csv", ALL)).toMatch(/^\/api\/articles\/a1\/annotations\?/);
  expect(asked(ALL)).toEqual({
    ...{ format: "csv", language: "de", names: "aliases", states: "open,resolved" },
  });
  expect(asked(firstChoice("ada", "en"))).toMatchObject({ people: "ada" });
});

test("[D1] people, kinds, states and names are asked for as they were chosen", () => {
  const choice: Choice = {
    people: new Set(["ada", "ben"]),
    kinds: new Set(["claim"]),
    states: new Set(["hidden", "open"]),
    named: true,
    language: "de",
  };
  expect(asked(choice)).toEqual({
    ...{
      format: "csv",
      language: "de",
      people: "ada,ben",
      kinds: "claim",
      states: "open,hidden",
      names: "shown",
    },
  });
});

test("[D1] where no kind, no state or nobody is left, nobody's notes are asked for", () => {
  for (const none of [{ kinds: new Set<never>() }, { states: new Set<never>() }]) {
    const query = asked({ ...ALL, ...none, people: new Set(["ada"]) });
    expect(query.people).toBe("");
    expect(query.kinds ?? query.states).not.toBe("");
  }
  expect(asked({ ...ALL, people: new Set() }).people).toBe("");
});

test("[D1] what is told before is told of people by name, whatever the file calls them", () => {
  const space = { type: "space", id: "s1", title: "8a" } as const;
  expect(forecastPath(space, "csv", ALL)).toBe(
    "/spaces/s1/losses?format=csv&language=de&names=shown&states=open%2Cresolved",
  );
  expect(wholeAddress("s1")).toBe(
    "/api/spaces/s1/export?format=postil&language=en&names=shown&states=open%2Cresolved%2Chidden",
  );
});

test("[D1] all is what there was at first, and hidden notes, too", () => {
  expect(isWhole({ ...ALL, states: new Set(["open", "resolved", "hidden"]) }, ALL)).toBe(true);
  expect(isWhole({ ...ALL, states: new Set(["hidden", "open"]) }, ALL)).toBe(false);
  expect(isWhole({ ...ALL, kinds: new Set(["claim"]) }, ALL)).toBe(false);
  expect(isWhole({ ...ALL, people: new Set() }, ALL)).toBe(false);
});

test("[D1] one is taken out of all and put back, and then nothing is left out", () => {
  const without = turned(["a", "b", "c"], null, "b");
  expect(without).toEqual(new Set(["a", "c"]));
  expect(turned(["a", "b", "c"], without, "b")).toBeNull();
});
