import { expect, test } from "vitest";
import { ANSWERS, CLOSE } from "#domain/wire.ts";
import { savingTrouble, savingWords } from "./saving-words.ts";

test("[T5] saved is said only of what is on the server's disk", () => {
  expect(savingWords({ state: "saved" })).toBe("Saved");
  expect(savingWords({ state: "saving" })).toBe("Saving…");
  expect(savingWords({ state: "connecting" })).toBe("Connecting…");
});

test("[T6] offline tells whether anything waits in this browser", () => {
  expect(savingWords({ state: "offline", waiting: true })).toBe("Offline, kept in this browser");
  expect(savingWords({ state: "offline", waiting: false })).toBe("Offline");
  expect(savingTrouble({ state: "offline", waiting: true })).toBeNull();
});

test("[T7] every refusal has a sentence that says what is wrong and what to do", () => {
  const refusals = ANSWERS.filter((answer) => answer !== "stored");
  const sentences = refusals.map((refusal) => savingTrouble({ state: "refused", refusal }));
  expect(new Set(sentences).size).toBe(refusals.length);
  for (const sentence of sentences) expect(sentence).toMatch(/save it as a file/);
});

test("[T7] a closed door has a sentence, an unknown one, too", () => {
  expect(savingTrouble({ state: "closed", code: CLOSE.noSession })).toMatch(/session has ended/);
  expect(savingTrouble({ state: "closed", code: 4999 })).toMatch(/Reload/);
});
