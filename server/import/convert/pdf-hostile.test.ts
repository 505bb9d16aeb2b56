import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseImported } from "../parse-imported.ts";
import { laterEndOf } from "../unreadable.test-kit.ts";
import { fileOf } from "./file.test-kit.ts";
import { below, pdfOf, pdfOfObjects, streamOf } from "./pdf/pdf.test-kit.ts";
import { readPdf } from "./pdf.ts";

const endOf = (bytes: Uint8Array) => laterEndOf(readPdf(fileOf(bytes)).then(parseImported));

const fair = pdfOf([below(["The bridge is closed.", "Nobody knows until when."])]);

/** The fair document with one of its parts replaced, as text. */
const changed = (from: string | RegExp, to: string): Uint8Array =>
  new Uint8Array(Buffer.from(Buffer.from(fair).toString("latin1").replace(from, to), "latin1"));

const CATALOG = "<</Type/Catalog/Pages 2 0 R>>";
const FONT = "<</Type/Font/Subtype/Type1/BaseFont/Courier>>";
const page = (entries: string) =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>${entries}>>`;
const documentOf = (content: string, entries = "") =>
  pdfOfObjects([
    CATALOG,
    "<</Type/Pages/Count 1/Kids[4 0 R]>>",
    FONT,
    page("/Contents 5 0 R"),
    streamOf(content, entries),
    "<<>>",
  ]);

describe("[G5] a hostile PDF", () => {
  test("[G5] of pictures says that it has no text", async () => {
    expect(await endOf(pdfOf([[], []]))).toBe("file-scan");
  });

  test("[G5] of more than 500 pages is too long; that it only says so is no matter", async () => {
    expect(await endOf(pdfOf(Array.from({ length: 501 }, () => [])))).toBe("file-too-long");
    expect(await endOf(changed("/Count 1", "/Count 100000"))).toBeNull();
    expect(["file-damaged", "file-scan", null]).toContain(
      await endOf(changed("/Count 1", "/Count -1")),
    );
  });

  test("[G5] of more text than an article may have is given up while it is read", async () => {
    const line = `1 0 0 1 60 700 Tm (${"word ".repeat(18)}) Tj `;
    const content = `BT /F 1 Tf ${line.repeat(30_000)} ET`;
    expect(await endOf(documentOf(content))).toBe("file-too-long");
    const packed = deflateSync(Buffer.from(content, "latin1")).toString("latin1");
    expect(await endOf(documentOf(packed, "/Filter/FlateDecode"))).toBe("file-too-long");
  });

  test("[G5] whose pages contain each other ends", async () => {
    const loop = [CATALOG, "<</Type/Pages/Count 3/Kids[2 0 R 2 0 R]>>", FONT, "<<>>"];
    expect(await endOf(pdfOfObjects(loop))).not.toBeNull();
    const parent = [
      CATALOG,
      "<</Type/Pages/Parent 2 0 R/Count 1/Kids[4 0 R]>>",
      FONT,
      page("/Contents[4 0 R 5 0 R]"),
      "<<>>",
    ];
    expect(await endOf(pdfOfObjects(parent))).not.toBeNull();
  });

  test("[G5] whose drawings contain each other ends", async () => {
    const form = streamOf(
      "/X Do",
      "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 5 0 R>>>>",
    );
    const bytes = pdfOfObjects([
      CATALOG,
      "<</Type/Pages/Count 1/Kids[4 0 R]>>",
      FONT,
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Contents 6 0 R>>",
      form,
      streamOf("/X Do"),
      "<<>>",
    ]);
    expect(await endOf(bytes)).toBe("file-scan");
  });

  test("[G5] of a hundred thousand arrays inside each other ends", async () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect([null, "file-damaged"]).toContain(
      await endOf(pdfOf([below(["Words."])], { catalog: `/Deep ${deep}` })),
    );
    expect([null, "file-scan"]).toContain(
      await endOf(documentOf(`BT /F 10 Tf (Words.) Tj ${deep} ET`)),
    );
  });

  test("[G5] that would run scripts, open files and call others does none of it", async () => {
    const script = "/S/JavaScript/JS(globalThis.told=true)";
    const catalog = `/OpenAction<<${script}>>/AA<</WC<<${script}>>>>/Names<</JavaScript<</Names[(a)<<${script}>>]>>>>`;
    const launch = "/AA<</O<</S/Launch/F(/bin/sh)>>/C<</S/URI/URI(http://127.0.0.1:9/)>>>>";
    expect(await endOf(pdfOf([below(["Words."])], { catalog, page: launch }))).toBeNull();
    expect(globalThis).not.toHaveProperty("told");
  });

  test("[G5] with a password says so", async () => {
    const key = "00".repeat(32);
    const encrypt = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${key}>/U<${key}>>>/ID[<00><00>]`;
    expect(await endOf(changed("/Root 1 0 R", `/Root 1 0 R${encrypt}`))).toBe("file-locked");
  });

  test("[G5] whose letters mean nothing says that it has no text", async () => {
    const font =
      "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>";
    const bytes = pdfOfObjects([
      CATALOG,
      "<</Type/Pages/Count 1/Kids[4 0 R]>>",
      font,
      page("/Contents 5 0 R"),
      streamOf("BT /F 10 Tf <00010002000300040005> Tj ET"),
      "<<>>",
    ]);
    expect(["file-scan", null]).toContain(await endOf(bytes));
  });

  test("[G5] with letters of no size, of endless size and far off is read or not, and ends", async () => {
    const content = ["0", "1e30", "-5", "99999999999"]
      .map((number) => `BT /F ${number} Tf ${number} ${number} Td (Words of it) Tj ET`)
      .join("\n");
    expect([null, "file-scan"]).toContain(
      await endOf(documentOf(`${content}\nBT /F 10 Tf 60 700 Td (Words.) Tj ET`)),
    );
  });

  test("[G5] that is cut off anywhere, or has any bytes changed, is an article or has its sentence", async () => {
    const change = fc.record({ at: fc.nat(fair.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 6 }),
        fc.integer({ min: 20, max: fair.length }),
        async (changes, end) => {
          const broken = fair.slice(0, end);
          for (const { at, byte } of changes) if (at < end) broken[at] = byte;
          expect([null, "file-damaged", "file-scan", "file-locked", "file-too-long"]).toContain(
            await endOf(broken),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
