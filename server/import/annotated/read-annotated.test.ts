import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyMarkedArticle, goldArticle } from "../../formats/formats.test-kit.ts";
import { formatOf } from "../../formats/formats.ts";
import { fileOf } from "../convert/file.test-kit.ts";
import { zipOf } from "../convert/zip.test-kit.ts";
import { Importer } from "../importer.ts";
import { LaneFull } from "../lane.ts";
import { laterEndOf } from "../unreadable.test-kit.ts";
import { cleanText } from "./clean-article.ts";
import { parseAnnotated } from "./parse-annotated.ts";
import { readAnnotated } from "./read-annotated.ts";

const READ = [
  "postil",
  "brat",
  "conll",
  "spacy",
  "doccano",
  "webanno-tsv",
  "uima-cas-json",
  "uima-cas-xmi",
  "w3c",
  "csv",
  "label-studio",
] as const;

test.each(READ)("[A1] a file of %s is known by its content, alone or in an archive", async (id) => {
  const files = (await (await formatOf(id)).writer?.write(goldArticle(), "gold")) ?? [];
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  const annotated = await parseAnnotated(
    await readAnnotated(fileOf(zipOf(entries), { name: "x.zip" })),
  );
  expect(annotated.format).toBe(id);
  expect(annotated.articles[0]?.annotations.length).toBeGreaterThan(0);
});

test("[A1] archives in an archive are opened, as projects hold them", async () => {
  const { writer } = await formatOf("uima-cas-xmi");
  const files = (await writer?.write(goldArticle(), "gold")) ?? [];
  const types = files.find(({ name }) => name === "TypeSystem.xml")?.bytes ?? new Uint8Array();
  const work = files.filter(({ name }) => name.endsWith(".xmi"));
  const project = work.map(({ name, bytes }) => [
    `annotation/gold.txt/${name.replace(/xmi$/, "zip")}`,
    zipOf({ [name]: bytes, "TypeSystem.xml": types }),
  ]);
  const annotated = await readAnnotated(
    fileOf(zipOf(Object.fromEntries(project)), { name: "p.zip" }),
  );
  expect(annotated).toMatchObject({ articles: [{}], unread: 0 });
  const people = new Set(annotated.articles[0]?.annotations.map(({ by }) => by.name));
  expect(people.size).toBe(work.length);
});

test("[A1] any article of ours is read as it was written", () =>
  fc.assert(
    fc.asyncProperty(anyMarkedArticle, async (marked) => {
      const [file] = (await (await formatOf("postil")).writer?.write(marked, "a")) ?? [];
      if (!file) return;
      const { articles } = await parseAnnotated(
        await readAnnotated(fileOf(file.bytes, { name: file.name })),
      );
      expect(articles[0]?.annotations).toHaveLength(marked.annotations.length);
    }),
    { numRuns: 20 },
  ));

test("[A2] offsets stay on their letters when others are taken away", () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a", "😀", "\r\n", "\r", "\u00ad", "\0", "\ufffc", "\u2028", " "), {
        maxLength: 20,
      }),
      fc.nat(),
      (pieces, at) => {
        const index = at % (pieces.length + 1);
        const before = pieces.slice(0, index).join("");
        const { text, toClean } = cleanText(pieces.join(""));
        const clean = cleanText(before).text;
        // a carriage return before the cut may belong to a line feed behind it
        fc.pre(!before.endsWith("\r"));
        expect(text.slice(0, toClean(before.length))).toBe(clean);
      },
    ),
  ));

test("[A1] what holds no annotations says so, and what is no zip neither", async () => {
  for (const bytes of ["", "hello", "{}", "[]", '{"a":1}', zipOf({ "a.txt": "x" })]) {
    expect(await laterEndOf(readAnnotated(fileOf(bytes, { name: "a" })))).toBe(
      "file-not-annotated",
    );
  }
  expect(await laterEndOf(readAnnotated(fileOf("PK\x03\x04", { name: "a" })))).toBe("file-damaged");
});

test("[A1] more than can be taken over at once says so", async () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, at) => `{"text":"Text ${at}.","label":[[0,4,"L"]]}`).join(
      "\n",
    );
  const read = async (count: number) =>
    parseAnnotated(await readAnnotated(fileOf(lines(count), { name: "a.jsonl" })));
  expect((await read(100)).articles).toHaveLength(100);
  expect(await laterEndOf(read(101))).toBe("file-too-long");
});

test.each([
  ["a million brackets", "[".repeat(1_000_000), "file-not-annotated"],
  ["elements without end", `<xmi:XMI>${"<a>".repeat(100_000)}`, "file-not-annotated"],
  ["60,000 marks", brat(60_000), "file-too-long"],
  [
    "a cell without end",
    `#FORMAT=WebAnno TSV 3.3\n#T_SP=a.B|x\n\n#Text=a\n1-1\t0-1\ta\t${"\\[".repeat(200_000)}`,
    null,
  ],
])(
  "[A1] what is made to stall or to flood is read in seconds, or refused: %s",
  async (_, bytes, code) => {
    expect(await laterEndOf(readAnnotated(fileOf(bytes, { name: "a" })))).toBe(code);
  },
);

function brat(marks: number): Uint8Array {
  const lines = Array.from({ length: marks }, (_, at) => `T${at}\tX 0 1\ta`);
  return zipOf({ "a.txt": "a", "a.ann": lines.join("\n") });
}

const { signal } = new AbortController();

test("[I1] [A1] it is read in a process that may read nothing, however many pieces it comes in", async () => {
  const files = (await (await formatOf("w3c")).writer?.write(goldArticle(), "gold")) ?? [];
  const bytes = Buffer.concat([files[0]?.bytes ?? Buffer.of(), Buffer.alloc(3_000_000, " ")]);
  const given = fileOf(bytes, { name: "gold.jsonld" });
  const { annotated, hash } = await new Importer().readAnnotated(
    async () => given,
    bytes.length,
    signal,
  );
  expect(annotated).toMatchObject({ format: "w3c", source: "gold.jsonld" });
  expect(hash).toBe(createHash("sha256").update(bytes).digest("hex"));
});

test("[I12] of large files two are received at a time, while small ones go on", async () => {
  const importer = new Importer();
  const leaving = new AbortController();
  const large = 30_000_000;
  let received = 0;
  const receive = (): Promise<never> => {
    received++;
    return new Promise((_, reject) => {
      leaving.signal.addEventListener("abort", () => reject(new Error("gone")));
    });
  };
  const two = [1, 2].map(() => importer.readAnnotated(receive, large, signal));
  await expect(importer.readAnnotated(receive, large, signal)).rejects.toBeInstanceOf(LaneFull);
  expect(received).toBe(2);
  const small = fileOf("x,y", { name: "a.csv" });
  expect(await laterEndOf(importer.readAnnotated(async () => small, 3, signal))).toBe(
    "file-not-annotated",
  );
  leaving.abort();
  for (const each of two) await expect(each).rejects.toThrow("gone");
});
