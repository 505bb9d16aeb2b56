import { expect, test } from "vitest";
import { nodesOfText } from "./article.ts";
import { knownNodes } from "./known-nodes.ts";

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });

test("[T5] nodes from outside are read as nodes and marks that we know, or not at all", () => {
  const nodes = nodesOfText("Headline\n\nOne\ntwo\n\nThree", "Headline");
  expect(knownNodes(JSON.parse(JSON.stringify(nodes)))).toEqual(nodes);
  const marked = {
    type: "text",
    text: "x",
    marks: [{ type: "link", attrs: { href: "javascript:1" } }],
  };
  expect(knownNodes([{ type: "paragraph", content: [marked] }])).toEqual([paragraph("x")]);
  expect(knownNodes([{ ...paragraph("x"), attrs: { style: "color:red" } }])).toEqual([
    paragraph("x"),
  ]);
  for (const wrong of [null, {}, [1], [{ type: "script" }], [{ type: "text", text: 1 }]]) {
    expect(knownNodes(wrong)).toBe(null);
  }
});

test("[T5] nodes that lie too deep are refused, however deep", () => {
  const deep = (times: number): unknown =>
    JSON.parse(
      `[${'{"type":"blockquote","content":['.repeat(times)}${JSON.stringify(paragraph("x"))}${"]}".repeat(times)}]`,
    );
  expect(knownNodes(deep(10))).not.toBe(null);
  expect(knownNodes(deep(100))).toBe(null);
  expect(knownNodes(deep(5_000))).toBe(null);
});
