import { expect, test } from "vitest";
import { englishWords } from "../words/english.test-kit.ts";
import { forecastSchema, lossWords, tellsPeople } from "./forecast.ts";

const words = englishWords("take");
const told = { annotations: 3, people: [], kinds: [] };

test("[D2] what is lost is counted in words, and nothing else is said", () => {
  expect(lossWords(words, { ...told, losses: { votes: 3, replies: 12, note: 1 } })).toEqual([
    "what is written in 1 note",
    "12 replies",
    "3 votes",
  ]);
  expect(lossWords(words, { ...told, losses: {} })).toEqual([]);
});

test("[D2] of losses that are unknown here the rest is told", () => {
  const answer = forecastSchema.parse({ ...told, losses: { replies: 1 } });
  expect(lossWords(words, answer)).toEqual(["1 reply"]);
});

test("[D2] who wrote is told of a file unless the format leaves everybody out, or nothing is in it", () => {
  expect(tellsPeople({ ...told, losses: { author: 2 } })).toBe(true);
  expect(tellsPeople({ ...told, losses: { author: 3 } })).toBe(false);
  expect(tellsPeople({ ...told, annotations: 0, losses: {} })).toBe(false);
});
