import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endOf } from "../unreadable.test-kit.ts";
import { ARCHIVE_LIMITS, openArchive } from "./archive.ts";
import { renamed, retold, toldBy, zipOf } from "./zip.test-kit.ts";

const MEGABYTE = 1024 * 1024;
const fair = zipOf({ "a.xml": "<a/>", "b/c.xml": "words ".repeat(1_000) });

const readAll = (zip: Uint8Array) => {
  const archive = openArchive(zip);
  return archive.names.map((name) => archive.read(name)?.length ?? null);
};

describe("[G2] a zip", () => {
  test("[G2] is read, entry by entry", () => {
    const archive = openArchive(fair);
    expect(archive.names).toEqual(["a.xml", "b/c.xml"]);
    expect(new TextDecoder().decode(archive.read("a.xml") ?? undefined)).toBe("<a/>");
    expect(archive.read("b/c.xml")).toHaveLength(6_000);
    expect(archive.read("c.xml")).toBeNull();
  });

  test("[G2] of zeros is given up as soon as it is too long, whatever its headers say", () => {
    const bomb = zipOf({ "a.xml": new Uint8Array(20 * MEGABYTE) });
    expect(endOf(() => readAll(bomb))).toBe("file-too-long");
    expect(endOf(() => readAll(retold(bomb, 0, { size: 10 })))).toBe("file-too-long");
  });

  test("[G2] may not grow beyond the limit, entry by entry, even when all of them are the same bytes", () => {
    const page = new Uint8Array(MEGABYTE);
    const first = zipOf({ page });
    const { packed, checksum } = toldBy(first);
    const names = Array.from({ length: 100 }, (_, at) => [`n${at}`, ""]);
    const zip = zipOf({ page, ...Object.fromEntries(names) });
    const shared = { start: 0, method: 8, size: MEGABYTE, packed, checksum };
    expect(endOf(() => readAll(retold(zip, "all", shared)))).toBe("file-too-long");
  });

  test("[G2] may not grow beyond what its reader allows", () => {
    const archive = openArchive(fair, 6_003);
    expect(archive.read("b/c.xml")).toHaveLength(6_000);
    expect(endOf(() => archive.read("a.xml"))).toBe("file-too-long");
  });

  test("[G2] has 2,000 entries at most", () => {
    const names = Array.from({ length: ARCHIVE_LIMITS.entries + 1 }, (_, index) => [
      `${index}`,
      "",
    ]);
    expect(endOf(() => openArchive(zipOf(Object.fromEntries(names))))).toBe("file-too-long");
  });

  test.each(["/.xml", "../xm", "b/../", "b\\..x", "C:/xy"])("[G2] has no entry %s", (name) => {
    const zip = renamed(zipOf({ abcde: "" }), "abcde", name);
    expect(endOf(() => openArchive(zip))).toBe("file-damaged");
  });

  test("[G2] is refused when it is locked, unknown in its packing, or says a name twice", () => {
    expect(endOf(() => readAll(retold(fair, 1, { flags: 1 })))).toBe("file-locked");
    expect(endOf(() => readAll(retold(fair, 1, { method: 14 })))).toBe("file-damaged");
    const twice = renamed(zipOf({ one: "", two: "" }), "two", "one");
    expect(endOf(() => openArchive(twice))).toBe("file-damaged");
  });

  test("[G2] with any bytes changed is read as it was, or not at all", () => {
    const change = fc.record({ at: fc.nat(fair.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.nat(fair.length),
        (changes, end) => {
          const broken = fair.slice(0, end);
          for (const { at, byte } of changes) if (at < end) broken[at] = byte;
          const code = endOf(() => readAll(broken));
          if (code !== null) expect(code).toMatch(/^file-(damaged|locked|too-long)$/);
        },
      ),
    );
  });
});
