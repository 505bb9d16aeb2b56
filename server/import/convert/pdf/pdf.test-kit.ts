// PDFs for tests, written by hand: text in Courier, each of its letters 0.6 of its size wide.

/** A line on a page: points from its top left corner, 10 high unless something else is said. */
export type Written = {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  /** Quarters of a circle, against the clock. */
  readonly turn?: 0 | 1;
};

type Said = {
  readonly info?: Readonly<Record<string, string>>;
  readonly language?: string;
  /** Put into the catalog, and into each page, as it is. */
  readonly catalog?: string;
  readonly page?: string;
};

const HEIGHT = 800;
const WIDTH = 600;

/** A document with these pages. */
export function pdfOf(pages: readonly (readonly Written[])[], said: Said = {}): Uint8Array {
  const numbers = pages.map((_, index) => 4 + 2 * index);
  const language = said.language === undefined ? "" : `/Lang (${said.language})`;
  return pdfOfObjects([
    `<</Type/Catalog/Pages 2 0 R${language}${said.catalog ?? ""}>>`,
    `<</Type/Pages/Count ${pages.length}/Kids[${numbers.map((number) => `${number} 0 R`).join(" ")}]>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
    ...pages.flatMap((page, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + 2 * index} 0 R${said.page ?? ""}>>`,
      streamOf(page.map(drawn).join("\n")),
    ]),
    infoOf(said.info ?? {}),
  ]);
}

export const streamOf = (content: string, entries = ""): string =>
  `<</Length ${content.length}${entries}>>stream\n${content}\nendstream`;

/** A document of these objects, numbered from 1: the first is its catalog, the last what it says of itself. */
export function pdfOfObjects(objects: readonly string[]): Uint8Array {
  let file = "%PDF-1.7\n";
  const starts = objects.map((object, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const entries = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join("")}`;
  const trailer = `trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info ${objects.length} 0 R>>`;
  file += `${table}${trailer}\nstartxref\n${file.length}\n%%EOF`;
  return new Uint8Array(Buffer.from(file, "latin1"));
}

function drawn({ x, y, text, size = 10, turn = 0 }: Written): string {
  const matrix = turn === 0 ? "1 0 0 1" : "0 1 -1 0";
  return `BT /F ${size} Tf ${matrix} ${x} ${HEIGHT - y} Tm (${escaped(text)}) Tj ET`;
}

const infoOf = (info: Readonly<Record<string, string>>): string =>
  `<<${Object.entries(info)
    .map(([key, value]) => `/${key} (${escaped(value)})`)
    .join("")}>>`;

/** In the letters of Windows' Latin, as far as the tests need it. */
const escaped = (text: string): string =>
  text
    .replace(/[\\()]/g, "\\$&")
    .replaceAll("•", "\\225")
    .replaceAll("—", "\\227")
    .replace(/[\x80-\xff]/g, (letter) => `\\${letter.charCodeAt(0).toString(8)}`);

/** Lines below each other, 12 points apart unless something else is said. */
export function below(
  texts: readonly string[],
  {
    x = 60,
    y = 80,
    size = 10,
    gap = 12,
  }: { x?: number; y?: number; size?: number; gap?: number } = {},
): Written[] {
  return texts.map((text, index) => ({ x, y: y + index * gap, text, size }));
}
