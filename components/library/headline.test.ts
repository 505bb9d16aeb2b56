import { expect, test } from "vitest";
import { nodesOfText } from "#domain/article/article.ts";
import { withHeadline } from "./headline.ts";

const shapes = (title: string, text: string): string[] =>
  nodesOfText(withHeadline(title, text), title).map((node) => node.type);

test("[L1] the headline becomes the first paragraph, so that it can be marked", () => {
  expect(withHeadline("A title", "One.\n\nTwo.")).toBe("A title\n\nOne.\n\nTwo.");
  expect(shapes("A title", "One.\n\nTwo.")).toEqual(["heading", "paragraph", "paragraph"]);
});

test("[L1] a headline that was pasted with the text is not doubled", () => {
  expect(withHeadline(" A title ", "A title\r\n\r\nOne.")).toBe("A title\n\nOne.");
});

test("[L2] in a text without blank lines every line stays a paragraph", () => {
  expect(shapes("A title", "One.\nTwo.")).toEqual(["heading", "paragraph", "paragraph"]);
});
