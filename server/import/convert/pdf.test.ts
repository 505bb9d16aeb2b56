import { describe, expect, test } from "vitest";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { parseImported } from "../parse-imported.ts";
import { fileOf } from "./file.test-kit.ts";
import { below, pdfOf, type Written } from "./pdf/pdf.test-kit.ts";
import { readPdf } from "./pdf.ts";

const read = async (
  pages: readonly (readonly Written[])[],
  said: Parameters<typeof pdfOf>[1] = {},
) => parseImported(await readPdf(fileOf(pdfOf(pages, said), { name: "bridge_report.pdf" })));

const wordsOf = async (...pages: readonly (readonly Written[])[]) =>
  blocksOfNodes((await read(pages)).nodes).map(({ text }) => text);

/** Lines of 60 letters. */
const FULL = [
  "The council of the town has decided on Monday evening that a",
  "bridge which carried two thousand carts on every market day,",
  "and which nobody has looked after since the flood, is to be",
];

/** Lines that no other page has, and that end with a sentence. */
const shuffled = (page: number) => [
  ...FULL.map((line) =>
    `${line.slice(20 * page)} ${line.slice(0, 20 * page)}`.trim().toUpperCase(),
  ),
  ["at once.", "in May.", "for good.", "again."][page] ?? "",
];

describe("[G4] the text of a PDF", () => {
  test("[G4] is read line by line, and a paragraph ends where a line ends early", async () => {
    const lines = below([...FULL, "closed.", ...FULL, "rebuilt."]);
    const paragraph = FULL.join(" ");
    expect(await wordsOf(lines)).toEqual([`${paragraph} closed.`, `${paragraph} rebuilt.`]);
  });

  test("[G4] has its paragraphs told by gaps and by indents, too", async () => {
    const gap = [...below(FULL), ...below(FULL, { y: 140 })];
    expect(await wordsOf(gap)).toEqual([FULL.join(" "), FULL.join(" ")]);
    const [first = "", ...others] = FULL;
    const indented = [
      ...below(FULL),
      ...below([first.slice(4)], { x: 84, y: 116 }),
      ...below(others, { y: 128 }),
    ];
    expect(await wordsOf(indented)).toEqual([FULL.join(" "), FULL.join(" ").slice(4)]);
  });

  test("[G4] is put together from pieces, however they were drawn", async () => {
    const pieces = [
      { x: 120, y: 80, text: "bridge" },
      { x: 60, y: 80, text: "The" },
      { x: 84, y: 80, text: "o" },
      { x: 90, y: 80, text: "ld" },
      { x: 162, y: 80, text: "is" },
      { x: 162.4, y: 80, text: "is" },
    ];
    expect(await wordsOf(pieces)).toEqual(["The old bridge is"]);
  });

  test("[G4] has words whole that were broken at the end of a line, and leaves compounds", async () => {
    const lines = below([
      "On Monday the council met in the well-known hall, and in com-",
      "pany of people who came from everywhere to see the well-",
      "known hall it was said what becomes of the whole old North-",
      "South line.",
    ]);
    const [text] = await wordsOf(lines);
    expect(text).toContain("in company of");
    expect(text).toContain("see the well-known hall");
    expect(text).toContain("North-South");
  });

  test("[G4] is read column by column, and what runs across stands between", async () => {
    const column = (name: string, from: number, lines: number) =>
      Array.from({ length: lines }, (_, index) => `${name} line ${from + index} of a long text`);
    const page = [
      { x: 60, y: 60, size: 22, text: "A headline above both columns" },
      ...below(column("left", 1, 6), { y: 100 }),
      ...below(column("right", 1, 6), { x: 320, y: 100 }),
      ...below(
        ["A sentence in the middle of the page runs across both of its columns, all over."],
        { y: 200 },
      ),
      ...below(column("left", 7, 6), { y: 240 }),
      ...below(column("right", 7, 6), { x: 320, y: 240 }),
    ];
    const text = (await wordsOf(page)).join(" ");
    const order = [...text.matchAll(/headline|(?:left|right) line \d+|sentence/g)].map(
      ([word]) => word,
    );
    const lines = (name: string, from: number) =>
      Array.from({ length: 6 }, (_, at) => `${name} line ${from + at}`);
    expect(order).toEqual([
      "headline",
      ...lines("left", 1),
      ...lines("right", 1),
      "sentence",
      ...lines("left", 7),
      ...lines("right", 7),
    ]);
  });

  test("[G4] of a table is read row by row", async () => {
    const rows = ["Year", "2021", "2022", "2023", "2024", "2025"].flatMap((year, index) => [
      { x: 60, y: 80 + 12 * index, text: year },
      { x: 200, y: 80 + 12 * index, text: `${index} m` },
      { x: 420, y: 80 + 12 * index, text: "yes" },
    ]);
    expect((await wordsOf(rows)).join(" ")).toContain("2021 1 m yes 2022 2 m yes");
  });

  test("[G4] has neither heads nor feet nor numbers of pages", async () => {
    const page = (number: number) => [
      { x: 60, y: 30, text: "The Bridge Report" },
      { x: 500, y: 30, text: `${number}` },
      ...below(shuffled(number), { y: 80 }),
      { x: 280, y: 770, text: `- ${number} -` },
    ];
    const words = await wordsOf(page(1), page(2), page(3));
    expect(words).toEqual([1, 2, 3].map((number) => shuffled(number).join(" ")));
  });

  test("[G4] goes on over the end of a page in the middle of a sentence", async () => {
    const others = FULL.slice(1);
    expect(await wordsOf(below([...FULL]), below([...others, "closed."]))).toEqual([
      `${FULL.join(" ")} ${others.join(" ")} closed.`,
    ]);
    expect(await wordsOf(below([...FULL, "closed."]), below(["It is open."]))).toHaveLength(2);
  });

  test("[G4] has headings by their size, and lists by their bullets", async () => {
    const { title, nodes } = await read([
      [
        { x: 60, y: 60, size: 24, text: "The bridge is" },
        { x: 60, y: 86, size: 24, text: "closed" },
        ...below(FULL, { y: 120 }),
        { x: 60, y: 180, size: 14, text: "What people say" },
        ...below(
          ["• It was time, said those who live on the other bank and had", "• It was not."],
          { y: 200, gap: 24 },
        ),
        { x: 72, y: 212, text: "waited since the flood." },
        ...below(FULL, { y: 250 }),
      ],
    ]);
    expect(title).toBe("The bridge is closed");
    expect(blocksOfNodes(nodes)[3]?.text).toBe(
      "It was time, said those who live on the other bank and had waited since the flood.",
    );
    expect(nodes.map(({ type, attrs }) => [type, attrs?.level])).toEqual([
      ["heading", 1],
      ["paragraph", undefined],
      ["heading", 2],
      ["bulletList", undefined],
      ["paragraph", undefined],
    ]);
  });

  test("[G4] that stands upright is read, on pages that lie, too; stamps at the edge are not", async () => {
    const stamp: Written = { x: 20, y: 400, text: "arXiv:2601.00001", turn: 1 };
    expect(await wordsOf([...below(FULL), stamp])).toEqual([FULL.join(" ")]);
    const lying = FULL.map(
      (text, index): Written => ({ x: 80 + 12 * index, y: 700, text, turn: 1 }),
    );
    expect(await wordsOf(lying)).toEqual([FULL.join(" ")]);
    const turned = blocksOfNodes((await read([lying], { page: "/Rotate 90" })).nodes);
    expect(turned.map(({ text }) => text)).toEqual([FULL.join(" ")]);
  });

  test("[G4] comes with what the file says of itself, but not with what its program says", async () => {
    const info = { Title: "The bridge", Author: "Ada", CreationDate: "D:20260131120000+01'00'" };
    expect(await read([below(FULL)], { info, language: "en_GB" })).toMatchObject({
      ...{ title: "The bridge", byline: "Ada", published: "2026-01-31" },
      ...{ language: "en-GB", source: "bridge_report.pdf" },
    });
    const unsaid = await read([below(FULL)], {
      info: { Title: "Microsoft Word - a.doc", CreationDate: "now" },
    });
    expect(unsaid).toMatchObject({ title: "bridge report", byline: null, published: null });
  });

  test("[G4] tells of pages that have none", async () => {
    const { notices } = await read([below(FULL), [], below(shuffled(1))]);
    expect(notices).toEqual([{ code: "pages-without-text", count: 1 }]);
  });
});
