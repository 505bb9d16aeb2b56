import { expect, test } from "vitest";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { changeLabel, giveStatus } from "#domain/scheme/scheme-changes.ts";
import { findLabels } from "./find-labels.ts";

const found = (query: string, scheme: Scheme = POSTIL_CORE, also: string[] = []): string[] =>
  findLabels(scheme, query, also).flatMap(({ labels }) => labels.map(({ id }) => id));

test("[B5] a label is found by its name, definition, question and examples, and by all words together", () => {
  expect(found("loaded")).toEqual(["loaded"]);
  expect(found("evidence confirm")).toEqual(["fact"]);
  expect(found("other side")).toEqual(["naming"]);
  expect(found("Hezbollah")).toContain("org");
  expect(found("no plainer word")).toEqual(["loaded"]);
  expect(found("evidence wombat")).toEqual([]);
});

test("[B5] case, accents and blanks do not matter", () => {
  const scheme = changeLabel(POSTIL_CORE, "claim", "fact", { name: "Übertreibung  à la carte" });
  expect(found("UBERTREIBUNG a  la", scheme)).toEqual(["fact"]);
});

test("[B5] nothing sought finds everything, and the name of a kind all its labels", () => {
  expect(found(" ")).toHaveLength(23);
  expect(found("framing")).toHaveLength(8);
  expect(findLabels(POSTIL_CORE, "wombat")).toEqual([]);
});

test("[B5] what is retired is found only where it is asked for", () => {
  const scheme = giveStatus(POSTIL_CORE, "framing", "loaded", "retired");
  expect(found("plainer word", scheme)).toEqual([]);
  expect(found("plainer word", scheme, ["loaded"])).toEqual(["loaded"]);
});
