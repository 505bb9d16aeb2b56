import { expect, test } from "vitest";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { choiceKey, choiceOf, guessLabel } from "./label-choice.ts";

const guess = (kind: string, label: string | null, mayAdd = true) =>
  guessLabel({ kind, label, name: null, annotations: 1 }, [POSTIL_CORE], { mayAdd });

test("[B8] the first guess is the label of the same name, whatever its kind is called", () => {
  expect(guess("claim", "fact")).toEqual({ kind: "claim", label: "fact" });
  expect(guess("NamedEntity", "Person")).toEqual({ kind: "entity", label: "person" });
  expect(guess("", "PERSON")).toEqual({ kind: "entity", label: "person" });
  expect(guess("claim", null)).toEqual({ kind: "claim", label: null });
  expect(guess("", null)).toEqual({ kind: "claim", label: null });
  expect(guess("Framing", null)).toEqual({ kind: "framing", label: null });
});

test("[B8] what has no like becomes a new label, where one may be added", () => {
  expect(guess("NamedEntity", "PER")).toEqual({ kind: "entity", name: "PER" });
  expect(guess("framing", "Irony x")).toEqual({ kind: "framing", name: "Irony x" });
  expect(guess("Mark", null)).toEqual({ kind: "entity", name: "Mark" });
  expect(guess("NamedEntity", "PER", false)).toBeNull();
  expect(guess("x", "y".repeat(100))).toEqual({ kind: "entity", name: "y".repeat(60) });
  const told = { kind: "framing", label: "irony-x", name: "Irony x", annotations: 1 };
  expect(guessLabel(told, [POSTIL_CORE], { mayAdd: true })).toMatchObject({ name: "Irony x" });
});

test("[B8] a choice is the same when it comes back from the list", () => {
  const found = { kind: "NamedEntity", label: "PER", name: null, annotations: 1 };
  for (const choice of [
    null,
    { kind: "claim", label: null },
    { kind: "entity", label: "person" },
    { kind: "framing", name: "PER" },
  ] as const) {
    expect(choiceOf(choiceKey(choice), found)).toEqual(choice);
  }
});
