import { expect, test } from "vitest";
import { PROBLEM_CODES } from "#domain/problem-code.ts";
import { englishWords } from "./english.test-kit.ts";
import { problemWords } from "./problem-words.ts";

const english = englishWords("problems");
test("[W4] a problem is told by its code, whatever the language of the API's own sentence", () => {
  const body = { code: "text-empty", detail: "Der Text ist leer." };
  expect(problemWords(english, body)).toBe(english("text-empty"));
});

test("[W4] every code has a sentence; those of a status say what the API says", () => {
  for (const code of PROBLEM_CODES) {
    expect(problemWords(english, { code, detail: "The end." })).toMatch(/^[A-Z].*\.$/);
  }
  expect(problemWords(english, { code: "conflict", detail: "The end." })).toBe("The end.");
});

test("[W4] of an unknown code it is the API's sentence, of anything else nothing", () => {
  expect(problemWords(english, { code: "brand-new", detail: "The end." })).toBe("The end.");
  expect(problemWords(english, { detail: "The end." })).toBe("The end.");
  expect(problemWords(english, "<html>")).toBeNull();
});
