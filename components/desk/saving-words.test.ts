import { expect, test } from "vitest";
import { ANSWERS, CLOSE } from "#domain/wire.ts";
import { englishWords } from "../words/english.test-kit.ts";
import { savingTrouble, savingWords } from "./saving-words.ts";

const words = englishWords("saving");

test("[T5] saved is said only of what is on the server's disk", () => {
  expect(savingWords(words, { state: "saved" })).toBe("Saved");
  expect(savingWords(words, { state: "saving" })).toBe("Saving…");
  expect(savingWords(words, { state: "connecting" })).toBe("Connecting…");
});

test("[T6] offline tells whether anything waits in this browser", () => {
  const kept = "Offline, kept in this browser";
  expect(savingWords(words, { state: "offline", waiting: "kept" })).toBe(kept);
  expect(savingWords(words, { state: "offline", waiting: "nothing" })).toBe("Offline");
  expect(savingTrouble(words, { state: "offline", waiting: "kept" })).toBeNull();
});

test("[T7] every refusal has a sentence that says what is wrong and what to do", () => {
  const refusals = ANSWERS.filter((answer) => answer !== "stored");
  const sentences = refusals.map((refusal) => savingTrouble(words, { state: "refused", refusal }));
  expect(new Set(sentences).size).toBe(refusals.length);
  for (const sentence of sentences) expect(sentence).toMatch(/save it as a file/);
});

test("[T7] a closed door has a sentence, an unknown one, too", () => {
  const closed = (code: number) => savingTrouble(words, { state: "closed", code });
  expect(closed(CLOSE.noSession)).toMatch(/session has ended/);
  expect(closed(4999)).toMatch(/Reload/);
});
