import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nodesOfText } from "#domain/article/article.ts";
import { parseImported } from "../parse-imported.ts";
import { fileOf } from "./file.test-kit.ts";
import { readPlainText } from "./plain-text.ts";

const convert = async (text: string, name = "") =>
  parseImported(await readPlainText(fileOf(text, { name })));

describe("[G3] a plain text", () => {
  test("[G3] has its first line as title, when that stands apart and is no sentence", async () => {
    const imported = await convert(
      "The bridge\n\nIt is closed.\nUntil May.\n\nPeople wait.",
      "a.txt",
    );
    expect(imported).toMatchObject({ title: "The bridge", source: "a.txt", notices: [] });
    expect(imported.nodes.map(({ type }) => type)).toEqual(["heading", "paragraph", "paragraph"]);
    expect((await convert("The bridge\nIt is closed.\nPeople wait.")).nodes[0]?.type).toBe(
      "heading",
    );
  });

  test("[G3] without one is called as its file, else by its beginning", async () => {
    const text = "The bridge is closed.\n\nPeople wait.";
    expect((await convert(text, "C:\\texts\\bridge_report.final.txt")).title).toBe(
      "bridge report.final",
    );
    expect((await convert(text)).title).toBe("The bridge is closed.");
    expect((await convert(text)).nodes).toEqual(nodesOfText(text, ""));
  });

  test("[G3] without words is none", async () => {
    for (const text of ["", "\ufeff \r\n\f"]) {
      await expect(convert(text, "a.txt")).rejects.toMatchObject({ code: "file-empty" });
    }
  });

  test("[G3] whose lines were broken to fit a screen is put together again; a poem is not", async () => {
    const words = "The council closed the old bridge last week and nobody knows why it did so ";
    const broken = `${words}\n${words}\nnow.\n\n${words}\n${words}\nagain.`;
    const { nodes } = await convert(broken);
    expect(nodes[0]?.content).toEqual([{ type: "text", text: `${words}${words}now.` }]);
    const poem = "Whose woods these are\nI think I know\n\nHis house is in\nthe village though";
    expect((await convert(poem)).nodes[0]?.content).toHaveLength(3);
  });

  test("[G3] that lost letters says how many", async () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62]);
    const { notices } = await readPlainText(fileOf(bytes));
    expect(notices).toEqual([{ code: "letters-lost", count: 1 }]);
  });

  test("[G3] of any letters is an article, or none", async () => {
    const text = fc.string({ unit: "binary", maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, async (words) => {
        const text = `Word\n\n${words}`;
        const bytes = new TextEncoder().encode(text.toWellFormed());
        const imported = await readPlainText(fileOf(bytes)).catch(() => null);
        if (imported !== null) parseImported(imported);
      }),
    );
  });
});
