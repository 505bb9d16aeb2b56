import fc from "fast-check";
import { Zip } from "fflate";
import { expect, test } from "vitest";
import type { NamedFile } from "../formats/format.ts";
import { openArchive } from "../import/convert/archive.ts";
import { Packer } from "./deflated-entry.ts";

function packed(files: readonly NamedFile[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => chunks.push(chunk));
  const packer = new Packer();
  for (const file of files) packer.addTo(zip, file.name, file);
  zip.end();
  return Buffer.concat(chunks);
}

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.string({ maxLength: 400 }).map((text) => Buffer.from(text.repeat(20))),
);

test("[EX1] files in pieces, some of which they share, come out of the zip as they went in", () => {
  const files = fc
    .array(bytes, { minLength: 1, maxLength: 5 })
    .chain((pieces) =>
      fc.array(fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), { maxLength: 4 }),
    );
  fc.assert(
    fc.property(files, fc.option(bytes), (inPieces, whole) => {
      const named = inPieces.map((pieces, index) => ({
        ...{ name: `${index}.txt`, pieces, bytes: Buffer.concat(pieces) },
      }));
      const all = whole === null ? named : [...named, { name: "whole.txt", bytes: whole }];
      const archive = openArchive(packed(all));
      expect(archive.names).toEqual(all.map(({ name }) => name));
      for (const { name, bytes } of all) {
        expect(Buffer.compare(archive.read(name) ?? Buffer.of(1), bytes)).toBe(0);
      }
    }),
  );
});
