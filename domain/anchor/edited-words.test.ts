import { expect, test } from "vitest";
import { lettersOf } from "../article/letters.ts";
import { searchEdited } from "./edited-words.ts";

const quote = { quote: "slammed", prefix: "On Monday critics ", suffix: " the new plan." };

/** What is found of the edited quote in a text. */
function found(text: string, sought = quote): string | null {
  const range = searchEdited(lettersOf(text), sought);
  return range && text.slice(range.start, range.end);
}

test("[A8] edited words are found between their neighbours, across line breaks", () => {
  expect(found("On Monday critics slamed the new plan.")).toBe("slamed");
  expect(found("On Monday critics\n\n slam\n\nmmed the new \n\nplan.")).toBe("slam\n\nmmed");
  expect(found("Later, they slammmed the new house.")).toBe(null);
});

test("[A8] other words between the same neighbours are not the edited ones", () => {
  expect(found("On Monday critics praised the new plan.")).toBe(null);
  expect(found("On Monday critics  the new plan.")).toBe(null);
  expect(found(`On Monday critics slamed ${"and slamed ".repeat(9)}the new plan.`)).toBe(null);
});

test("[A8] words between neighbours that stand there twice are not told apart", () => {
  expect(
    found("On Monday critics slamed the new plan. On Monday critics slamed the new plan."),
  ).toBe(null);
});

test("[A8] neighbours that also stand around other words tell nothing", () => {
  const hunter = { quote: "happy hunter", prefix: "It rained.\n\nThe ", suffix: " went home." };
  const others = "Tuesday.\n\nThe old wise baker went home.\n\nThe unhappy hunter went home.";
  expect(found(`It rained.\n\nThe happy old hunter went home.\n\n${others}`, hunter)).toBe(
    "happy old hunter",
  );
  expect(found(`It rained.\n\nThe went home.\n\n${others}`, hunter)).toBe(null);
});

test("[A8] words of a paragraph that was moved are found between its own neighbours", () => {
  const moved = { ...quote, prefix: "so it ended.\n\nCritics ", suffix: " the new plan.\n\nThen" };
  expect(found("First.\n\nCritics slamed the new plan.\n\nLast.", moved)).toBe("slamed");
});

test("[A8] the edges of the article are neighbours, too", () => {
  const first = { quote: "slammed", prefix: "", suffix: " it" };
  expect(found("slamed it", first)).toBe("slamed");
  expect(found("so slamed it", first)).toBe("so slamed");
  const last = { quote: "slammed", prefix: "they ", suffix: "" };
  expect(found("they slamed", last)).toBe("slamed");
});
