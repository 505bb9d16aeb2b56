import { expect, test } from "vitest";
import { englishWords } from "../words/english.test-kit.ts";
import { auditDetails } from "./audit-words.ts";
import type { AuditEntry } from "./space-answers.ts";

const words = englishWords("space");
const told = (verb: AuditEntry["verb"], details: AuditEntry["details"]): readonly string[] =>
  auditDetails(words, { template: "class" }, { verb, details });

test("[SP8] the list says from which role to which, by which way, and which settings", () => {
  expect(told("role-changed", { before: "annotator", after: "editor" })).toEqual([
    "Student → Teacher",
  ]);
  expect(told("person-invited", { role: "viewer" })).toEqual(["Reader"]);
  expect(told("joined", { by: "link", invite: "x" })).toEqual(["by a link"]);
  expect(told("settings-changed", { waitingRoom: false, retentionDays: null })).toEqual([
    "Who comes by the code waits until they are let in: off",
    "Days until guests are erased: Never",
  ]);
});

test("[SP8] what a later Postil wrote down does not stop the list", () => {
  expect(told("settings-changed", { later: 1 })).toEqual([]);
  expect(told("joined", { by: "later" })).toEqual([]);
  expect(told("invite-made", { role: "later" })).toEqual([]);
  expect(told("exported", { format: "csv" })).toEqual([]);
});
