// Zips for tests: fair ones, and ones whose headers say something else than what is in them.

import { strToU8, zipSync } from "fflate";

export type Entries = Readonly<Record<string, string | Uint8Array>>;

/** A zip as any program would write it. */
export function zipOf(entries: Entries): Uint8Array {
  const bytes = Object.entries(entries).map(([name, content]) => [
    name,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(bytes), { level: 6 });
}

const LISTED = 0x02014b50;

/** Where the fields of an entry in the list are, counted from its signature, and how many bytes they have. */
const FIELDS = {
  flags: [8, 2],
  method: [10, 2],
  checksum: [16, 4],
  packed: [20, 4],
  size: [24, 4],
  start: [42, 4],
} as const;

type Field = keyof typeof FIELDS;

/** A copy in which the list's entry number `index`, or each of them, says something else. */
export function retold(
  zip: Uint8Array,
  index: number | "all",
  said: Partial<Record<Field, number>>,
): Uint8Array {
  const copy = Buffer.from(zip);
  const starts = startsIn(copy);
  for (const start of index === "all" ? starts : starts.slice(index, index + 1)) {
    for (const [field, [at, length]] of Object.entries(FIELDS)) {
      const value = new Map(Object.entries(said)).get(field);
      if (value !== undefined) copy.writeUIntLE(value, start + at, length);
    }
  }
  return new Uint8Array(copy);
}

/** What the list says of its first entry. */
export function toldBy(zip: Uint8Array): { packed: number; checksum: number } {
  const [start = 0] = startsIn(zip);
  const read = (field: Field) =>
    Buffer.from(zip).readUIntLE(start + FIELDS[field][0], FIELDS[field][1]);
  return { packed: read("packed"), checksum: read("checksum") };
}

/** A copy in which every `name` is called otherwise, in as many bytes. */
export function renamed(zip: Uint8Array, name: string, other: string): Uint8Array {
  const text = Buffer.from(zip).toString("latin1").replaceAll(name, other);
  return new Uint8Array(Buffer.from(text, "latin1"));
}

function startsIn(zip: Uint8Array): number[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  return Array.from({ length: zip.length - 3 }, (_, at) => at).filter(
    (at) => view.getUint32(at, true) === LISTED,
  );
}
