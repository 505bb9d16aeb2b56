import fc from "fast-check";
import { expect, test } from "vitest";
import type { Person } from "../person.ts";
import { mentionedIn, peopleCalled, splitMentions, typingBefore } from "./mention.ts";

const named = (...names: string[]): Person[] =>
  names.map((name, colour) => ({ id: `${name} ${colour}`, name, colour }));
const names = (text: string, people: readonly Person[]) =>
  splitMentions(text, people).map(({ text: piece, person }) => (person ? `<${piece}>` : piece));

test("[K9] names behind an @ are found, the longest of those that begin alike", () => {
  const people = named("Ada", "Ada Lovelace", "أحمد علي", "O.K.");
  expect(names("@Ada Lovelace and @Ada, see @أحمد علي؟ (@O.K.)", people)).toEqual([
    ...["<@Ada Lovelace>", " and ", "<@Ada>", ", see ", "<@أحمد علي>", "؟ (", "<@O.K.>", ")"],
  ]);
});

test("[K9] whatever signs are in a name, it is found behind an @", () => {
  expect(names("@Jean-Luc!", named("Jean-Luc", "Jean"))).toEqual(["<@Jean-Luc>", "!"]);
  const signs = fc.string({
    unit: fc.constantFrom(..."aé9 -/\\^$.*+?()[]{}|&#~=<>!:'’_"),
    minLength: 1,
  });
  fc.assert(
    fc.property(signs, (name) => {
      expect(names(`(@${name})`, named(name))).toEqual(["(", `<@${name}>`, ")"]);
    }),
  );
});

test.each(["mail@Ada.org", "@Adam", "@ Ada", "Ada", "@ada", "@Ada\u0301"])(
  "[K9] %s names nobody",
  (text) => expect(names(text, named("Ada"))).toEqual([text]),
);

test("[K9] a text without anybody to name stays whole", () => {
  expect(splitMentions("@Ada", [])).toEqual([{ text: "@Ada", person: null }]);
  expect(splitMentions("", named("Ada"))).toEqual([]);
});

test("[K9] of two with the same name the picked one is meant, or both", () => {
  const people = named("Ben", "Ben", "Cleo");
  expect(mentionedIn("@Ben, @Cleo, @Ben", people, new Set())).toEqual(["Ben 0", "Ben 1", "Cleo 2"]);
  expect(mentionedIn("@Ben", people, new Set(["Ben 1"]))).toEqual(["Ben 1"]);
  expect(mentionedIn("nobody", people, new Set(["Ben 1"]))).toEqual([]);
});

test("[K9] a name is being typed from its @ to the caret, words and all", () => {
  expect(typingBefore("so @Ada Lo", 10)).toEqual({ at: 3, name: "Ada Lo" });
  expect(typingBefore("so @Ada Lo", 4)).toEqual({ at: 3, name: "" });
  expect(typingBefore("so @Ada", 3)).toBeNull();
  expect(typingBefore("mail@Ada", 8)).toBeNull();
  expect(typingBefore("@Ada\nwell", 9)).toBeNull();
});

test("[K9] people are offered by the beginning of any of their words, whatever case and accents", () => {
  const people = named("Émile Zola", "Ada Lovelace", "Zoë");
  const offered = (name: string) => peopleCalled(name, people).map((person) => person.name);
  expect(offered("emi")).toEqual(["Émile Zola"]);
  expect(offered("zo")).toEqual(["Émile Zola", "Zoë"]);
  expect(offered("ada l")).toEqual(["Ada Lovelace"]);
  expect(offered("ada ")).toEqual(["Ada Lovelace"]);
  expect(offered("lace")).toEqual([]);
  expect(offered("")).toHaveLength(3);
});
