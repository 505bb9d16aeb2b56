// Reads the skeleton of a Yjs V1 update: who wrote what where. Content is checked and passed over.

import { ByteReader, Malformed } from "./byte-reader.ts";
import { KEY_BYTES, readKey } from "./values.ts";

/** The largest clock; Yjs itself counts in 32 bits in places. */
const CLOCK = 2 ** 31;

/** The kind of a run that was deleted; 0, one that was collected, is the only smaller one. */
export const DELETED = 1;

export type Id = { readonly client: number; readonly clock: number };

/** What Yjs calls content: its kind, its length in clocks, and what the rules need to know of it. */
export type Content = {
  readonly kind: number;
  readonly length: number;
  /** The UTF-8 of a string, for checks inside it. */
  readonly text?: Uint8Array;
  /** Whether a Y.XmlElement or a Y.XmlText begins here. */
  readonly type?: "element" | "text";
};

/** A run of clocks of one client. Kind 0 is a run whose content was collected (GC). */
export type Struct = Pick<Content, "kind" | "length"> & {
  readonly clock: number;
  readonly text: Uint8Array | null;
  readonly type: "element" | "text" | null;
  readonly origin: Id | null;
  readonly rightOrigin: Id | null;
  /** A root's name, or the item that holds the parent; null when it is the neighbour's. */
  readonly parent: string | Id | null;
  readonly key: string | null;
  /** Where in the update its bytes begin, where those of its content do, and where they end. */
  readonly from: number;
  readonly inside: number;
  readonly to: number;
};

/** The structs of one client, from `clock` up to (not including) `end`, without gaps. */
export type Section = {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
  readonly structs: readonly Struct[];
};

export type Range = { readonly clock: number; readonly end: number };

export type Update = {
  readonly sections: readonly Section[];
  readonly deletes: ReadonlyMap<number, readonly Range[]>;
};

/** How the content of each allowed kind is read: everything not listed is refused. */
export type Grammar = Readonly<Record<number, (reader: ByteReader) => Content>>;

/** How many clients one update from outside may come from; each is checked against each. */
const SECTIONS = 1024;

/** Reads a whole update from at most so many clients; throws Malformed. Memory is bounded by the bytes received. */
export function readUpdate(bytes: Uint8Array, grammar: Grammar, most = SECTIONS): Update {
  const reader = new ByteReader(bytes);
  const sections = readSections(reader, grammar, most);
  const deletes = readDeletes(reader);
  if (reader.left > 0) throw new Malformed("bytes left over");
  return { sections, deletes };
}

function readSections(reader: ByteReader, grammar: Grammar, most: number): Section[] {
  const sections: Section[] = [];
  const seen = new Set<number>();
  for (let count = reader.uint(most); count > 0; count--) {
    const section = readSection(reader, grammar);
    if (seen.has(section.client)) throw new Malformed("client twice");
    seen.add(section.client);
    sections.push(section);
  }
  return sections;
}

function readSection(reader: ByteReader, grammar: Grammar): Section {
  const count = reader.uint(reader.left);
  if (count === 0) throw new Malformed("client without structs");
  const client = reader.uint();
  const clock = reader.uint(CLOCK);
  const structs: Struct[] = [];
  let end = clock;
  for (let index = 0; index < count; index++) {
    const struct = readStruct(reader, grammar, end);
    structs.push(struct);
    end += struct.length;
    if (end > CLOCK) throw new Malformed("clock too large");
  }
  return { client, clock, end, structs };
}

function readStruct(reader: ByteReader, grammar: Grammar, clock: number): Struct {
  const from = reader.position;
  const info = reader.byte();
  const kind = info & 0x1f;
  if (kind === 0 && info !== 0) throw new Malformed("flags");
  const readContent = kind === 0 ? readCollected : grammar[kind];
  if (!readContent) throw new Malformed("kind of content");
  const origin = info & 0x80 ? readId(reader) : null;
  const rightOrigin = info & 0x40 ? readId(reader) : null;
  const isFirst = kind !== 0 && origin === null && rightOrigin === null;
  const parent = isFirst ? readParent(reader) : null;
  const key = isFirst && info & 0x20 ? readKey(reader) : null;
  const inside = reader.position;
  const { length, text = null, type = null } = readContent(reader);
  if (length === 0) throw new Malformed("no length");
  const to = reader.position;
  return { kind, clock, length, text, type, origin, rightOrigin, parent, key, from, inside, to };
}

const readCollected = (reader: ByteReader): Content => ({ kind: 0, length: readLength(reader) });

const readParent = (reader: ByteReader): string | Id =>
  reader.uint(1) === 1 ? reader.name(KEY_BYTES) : readId(reader);

function readId(reader: ByteReader): Id {
  return { client: reader.uint(), clock: reader.uint(CLOCK) };
}

/** Reads a length in clocks: at least 1. */
export function readLength(reader: ByteReader): number {
  const length = reader.uint(CLOCK);
  if (length === 0) throw new Malformed("no length");
  return length;
}

function readDeletes(reader: ByteReader): Map<number, readonly Range[]> {
  const deletes = new Map<number, readonly Range[]>();
  for (let count = reader.uint(reader.left); count > 0; count--) {
    const client = reader.uint();
    if (deletes.has(client)) throw new Malformed("client twice");
    deletes.set(client, readRanges(reader));
  }
  return deletes;
}

/** The ranges of one client; Yjs writes them sorted and joined. */
function readRanges(reader: ByteReader): Range[] {
  const ranges: Range[] = [];
  let least = 0;
  for (let count = reader.uint(reader.left); count > 0; count--) {
    const clock = reader.uint(CLOCK);
    const end = clock + readLength(reader);
    if (clock < least || end > CLOCK) throw new Malformed("range");
    ranges.push({ clock, end });
    least = end;
  }
  return ranges;
}
