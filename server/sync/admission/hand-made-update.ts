// Writes Yjs V1 updates struct by struct, well formed or not, for tests.

import * as encoding from "lib0/encoding";

type Id = readonly [client: number, clock: number];

/** `content` writes the content; `kind` says what it claims to be. */
export type HandMadeStruct = {
  readonly kind: number;
  readonly content: (encoder: encoding.Encoder) => void;
  readonly origin?: Id;
  readonly rightOrigin?: Id;
  /** A root's name, or an item. Only written without neighbours, as Yjs does. */
  readonly parent?: string | Id;
  readonly key?: string;
};

type HandMadeSection = {
  readonly client: number;
  readonly clock: number;
  readonly structs: readonly HandMadeStruct[];
};

type Deletes = readonly (readonly [client: number, ranges: readonly Id[]])[];

export function handMadeUpdate(
  sections: readonly HandMadeSection[],
  deletes: Deletes = [],
): Uint8Array {
  return encoding.encode((encoder) => {
    writeNumbers(encoder, sections.length);
    for (const section of sections) writeSection(encoder, section);
    writeNumbers(encoder, deletes.length);
    for (const [client, ranges] of deletes) {
      writeNumbers(encoder, client, ranges.length, ...ranges.flat());
    }
  });
}

function writeSection(encoder: encoding.Encoder, section: HandMadeSection): void {
  const { client, clock, structs } = section;
  writeNumbers(encoder, structs.length, client, clock);
  for (const struct of structs) writeStruct(encoder, struct);
}

function writeNumbers(encoder: encoding.Encoder, ...numbers: readonly number[]): void {
  for (const number of numbers) encoding.writeVarUint(encoder, number);
}

function writeStruct(encoder: encoding.Encoder, struct: HandMadeStruct): void {
  const { kind, origin, rightOrigin, parent, key, content } = struct;
  const flags = (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (key === undefined ? 0 : 0x20);
  encoding.writeUint8(encoder, kind | flags);
  writeNumbers(encoder, ...(origin ?? []), ...(rightOrigin ?? []));
  if (!origin && !rightOrigin && parent !== undefined) writeParent(encoder, parent, key);
  content(encoder);
}

function writeParent(encoder: encoding.Encoder, parent: string | Id, key?: string): void {
  encoding.writeVarUint(encoder, typeof parent === "string" ? 1 : 0);
  if (typeof parent === "string") encoding.writeVarString(encoder, parent);
  else writeNumbers(encoder, ...parent);
  if (key !== undefined) encoding.writeVarString(encoder, key);
}

/** Contents of Yjs, by name. */
export const content = {
  any: (...values: readonly unknown[]) => ({
    kind: 8,
    content: (encoder: encoding.Encoder) => {
      encoding.writeVarUint(encoder, values.length);
      for (const value of values) encoding.writeAny(encoder, value as undefined);
    },
  }),
  /** One value, given as bytes of lib0's encoding. */
  value: (...bytes: readonly number[]) => ({
    kind: 8,
    content: (encoder: encoding.Encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeUint8Array(encoder, Uint8Array.from(bytes));
    },
  }),
  deleted: (length: number) => ({ kind: 1, content: number(length) }),
  collected: (length: number) => ({ kind: 0, content: number(length) }),
  skip: (length: number) => ({ kind: 10, content: number(length) }),
  text: (text: string) => ({ kind: 4, content: string(text) }),
  embed: (json: string) => ({ kind: 5, content: string(json) }),
  mark: (name: string, json: string) => ({
    kind: 6,
    content: (encoder: encoding.Encoder) => {
      encoding.writeVarString(encoder, name);
      encoding.writeVarString(encoder, json);
    },
  }),
  /** 0 array, 1 map, 2 text, 3 element, 4 fragment, 5 hook, 6 element's text. */
  type: (type: number, name = "") => ({
    kind: 7,
    content: (encoder: encoding.Encoder) => {
      encoding.writeVarUint(encoder, type);
      if (name !== "") encoding.writeVarString(encoder, name);
    },
  }),
  json: (json: string) => ({
    kind: 2,
    content: (encoder: encoding.Encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, json);
    },
  }),
  binary: (bytes: Uint8Array) => ({
    kind: 3,
    content: (encoder: encoding.Encoder) => encoding.writeVarUint8Array(encoder, bytes),
  }),
  subdocument: (guid: string) => ({
    kind: 9,
    content: (encoder: encoding.Encoder) => {
      encoding.writeVarString(encoder, guid);
      encoding.writeAny(encoder, {});
    },
  }),
} as const;

function number(value: number) {
  return (encoder: encoding.Encoder): void => encoding.writeVarUint(encoder, value);
}

function string(value: string) {
  return (encoder: encoding.Encoder): void => encoding.writeVarString(encoder, value);
}
