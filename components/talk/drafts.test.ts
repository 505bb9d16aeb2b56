import { expect, test } from "vitest";
import { keepDraft, recallDraft } from "./drafts.ts";

test("[D1] what was typed is there again until it is sent, also where the browser keeps nothing", () => {
  expect(recallDraft("ada/one")).toBe("");
  keepDraft("ada/one", "Half a thought");
  keepDraft("ada/two", "Another");
  expect(recallDraft("ada/one")).toBe("Half a thought");
  keepDraft("ada/one", "");
  expect([recallDraft("ada/one"), recallDraft("ada/two")]).toEqual(["", "Another"]);
});
