import { expect, test } from "vitest";
import { addAttribute, changeAttribute } from "#domain/scheme/attribute-changes.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { kindOf, labelOf, type Scheme } from "#domain/scheme/scheme.ts";
import { changeLabel, changeScheme } from "#domain/scheme/scheme-changes.ts";
import { parseScheme } from "#domain/scheme/scheme-schema.ts";
import { draftReducer, freshDraft, unsaved } from "./draft.ts";
import { keepDraft, recallDraft } from "./kept-draft.ts";

const keep = (to: Scheme): void =>
  keepDraft("desk", draftReducer(freshDraft(POSTIL_CORE), { type: "change", to }));

test("[B9] a draft that could not be saved yet is there as it was left", () => {
  const added = addAttribute(POSTIL_CORE, "claim", "Source");
  const id = kindOf(added, "claim").attributes.at(-1)?.id ?? "";
  const choice = changeAttribute(added, "claim", id, { name: "", input: "choice" });
  const texts = { name: "", glyph: "ABCD", examples: ["", "x".repeat(400)] };
  const unfinished = changeLabel(choice, "claim", "fact", texts);
  expect(parseScheme(unfinished).ok).toBe(false);
  keep(unfinished);
  expect(recallDraft("desk", POSTIL_CORE).now).toEqual(unfinished);
});

test("[B9] what was kept meets what others saved meanwhile; what is all saved is kept no more", () => {
  keep(changeScheme(POSTIL_CORE, { name: "Mine" }));
  const theirs = { ...changeLabel(POSTIL_CORE, "claim", "fact", { name: "Theirs" }), version: 2 };
  const { now } = recallDraft("desk", theirs);
  expect(now).toMatchObject({ name: "Mine", version: 2 });
  expect(labelOf(now, "claim", "fact")?.name).toBe("Theirs");
  keep(POSTIL_CORE);
  expect(unsaved(recallDraft("desk", POSTIL_CORE))).toBeNull();
  expect(recallDraft("desk", POSTIL_CORE)).toEqual(freshDraft(POSTIL_CORE));
});
