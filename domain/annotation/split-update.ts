// Divides a Yjs update that is too large for one message into several. Each builds only on those before
// it, and deletes what it brings as far as the whole did: the server admits every one by itself.

import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { firstThat } from "../first-that.ts";

/** More than what is written beside the bytes of a struct: its deletion, the heading of a client. */
const BESIDE = 48;

/** More than what one deleted range takes, in bytes. */
const RANGE = 16;

/** The most bytes that one UTF-16 unit takes in UTF-8. */
const UNIT = 3;

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Decoded["structs"][number];
type Deleted = Decoded["ds"];

/** Clocks of one client: `clock` and as many behind it as `length` says. */
type Clocks = { readonly client: number; readonly clock: number; readonly length: number };

/** A struct, or a part of a run of letters, as it is written. */
type Piece = Clocks & {
  readonly bytes: Uint8Array;
  /** What must be there before: its neighbours and its parent. */
  readonly needs: readonly Y.ID[];
};

/**
 * Divides an update (format V1) into updates of `limit` bytes or less, to be applied in this order. A
 * single value stays whole, even if it is longer.
 */
export function splitUpdate(update: Uint8Array, limit: number): Uint8Array[] {
  if (update.length <= limit) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  const pieces = inOrder(structs.flatMap((each) => piecesOf(each, limit - BESIDE)));
  const { own, older } = deletions(pieces, ds);
  const size = ({ bytes }: Piece): number => bytes.length + BESIDE;
  return [
    ...inChunks(pieces, limit, size).map((chunk) =>
      encode(
        chunk,
        chunk.flatMap((piece) => own.get(piece) ?? []),
      ),
    ),
    ...inChunks(older, limit, () => RANGE).map((chunk) => encode([], chunk)),
  ];
}

/** Writes a struct, in pieces of `longest` bytes or less if it consists of letters. */
function piecesOf(struct: Struct, longest: number): Piece[] {
  const whole = pieceOf(struct);
  if (whole.bytes.length <= longest || !(struct instanceof Y.Item)) return [whole];
  if (!(struct.content instanceof Y.ContentString)) return [whole];
  const { str } = struct.content;
  const units = Math.floor((longest - BESIDE) / UNIT);
  const pieces: Piece[] = [];
  for (let from = 0; from < str.length; ) {
    const until = wholeUntil(str, from + units);
    pieces.push(pieceOf(partOf(struct, from, str.slice(from, until))));
    from = until;
  }
  return pieces;
}

function pieceOf(struct: Struct): Piece {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  const { id, length } = struct;
  const bytes = encoding.toUint8Array(encoder.restEncoder);
  return { client: id.client, clock: id.clock, length, bytes, needs: needsOf(struct) };
}

function needsOf(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const parent = struct.parent instanceof Y.ID ? struct.parent : null;
  return [struct.origin, struct.rightOrigin, parent].filter((id) => id !== null);
}

/** Some letters of an item, from `offset` on, as Yjs itself cuts them off. */
function partOf(item: Y.Item, offset: number, letters: string): Y.Item {
  const { client, clock } = item.id;
  const origin = offset === 0 ? item.origin : Y.createID(client, clock + offset - 1);
  const { rightOrigin, parent, parentSub } = item;
  const content = new Y.ContentString(letters);
  const id = Y.createID(client, clock + offset);
  return new Y.Item(id, null, origin, null, rightOrigin, parent, parentSub, content);
}

/** `end`, or one less where that is inside a surrogate pair. */
const wholeUntil = (text: string, end: number): number =>
  end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;

/** Orders pieces so that each comes behind those that it needs; those of one client as they are. */
function inOrder(pieces: readonly Piece[]): Piece[] {
  const queues = [...Map.groupBy(pieces, ({ client }) => client).values()];
  const next = new Map(queues.map((queue) => [queue, 0]));
  const known = new Map(queues.flatMap(([first]) => (first ? [[first.client, first.clock]] : [])));
  const ordered: Piece[] = [];
  for (let moved = true; moved; ) {
    moved = false;
    for (const queue of queues) {
      let at = next.get(queue) ?? 0;
      for (let piece = queue[at]; piece && isReady(piece, known); piece = queue[++at]) {
        known.set(piece.client, piece.clock + piece.length);
        ordered.push(piece);
        moved = true;
      }
      next.set(queue, at);
    }
  }
  return ordered;
}

/** Whether all that a piece needs is there; `known` tells the clock up to which each client is. */
const isReady = ({ needs }: Piece, known: ReadonlyMap<number, number>): boolean =>
  needs.every(({ client, clock }) => clock < (known.get(client) ?? Number.POSITIVE_INFINITY));

/** Fills chunks one after the other, as long as the sizes stay within the limit. */
function inChunks<T>(all: readonly T[], limit: number, sizeOf: (each: T) => number): T[][] {
  const chunks: T[][] = [];
  let room = 0;
  for (const each of all) {
    const size = sizeOf(each);
    if (chunks.length === 0 || size > room) {
      chunks.push([]);
      room = limit;
    }
    chunks.at(-1)?.push(each);
    room -= size;
  }
  return chunks;
}

/** What a delete set says of each piece, and of what was there before. */
function deletions(
  pieces: readonly Piece[],
  { clients }: Deleted,
): { own: ReadonlyMap<Piece, readonly Clocks[]>; older: readonly Clocks[] } {
  const own = new Map<Piece, Clocks[]>();
  const older: Clocks[] = [];
  const queues = Map.groupBy(pieces, ({ client }) => client);
  for (const range of rangesOf(clients)) {
    const queue = queues.get(range.client) ?? [];
    const fresh = queue[0]?.clock ?? Number.POSITIVE_INFINITY;
    if (range.clock < fresh) older.push(cut(range, 0, fresh));
    for (const piece of overlapping(queue, range)) {
      own.set(piece, [...(own.get(piece) ?? []), cut(range, piece.clock, endOf(piece))]);
    }
  }
  return { own, older };
}

const rangesOf = (clients: Deleted["clients"]): Clocks[] =>
  [...clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, length: len })),
  );

const endOf = ({ clock, length }: Clocks): number => clock + length;

/** The part of a range from `from` to `end` (exclusive). */
function cut(range: Clocks, from: number, end: number): Clocks {
  const clock = Math.max(range.clock, from);
  return { client: range.client, clock, length: Math.min(endOf(range), end) - clock };
}

/** Those of a client's pieces, in the order of clocks, that a range lies on. */
function* overlapping(queue: readonly Piece[], range: Clocks): Generator<Piece> {
  let at = firstThat(queue, (piece) => endOf(piece) > range.clock);
  for (let piece = queue[at]; piece && piece.clock < endOf(range); piece = queue[++at]) {
    yield piece;
  }
}

/** Writes an update as Yjs does, in format V1. */
function encode(pieces: readonly Piece[], deleted: readonly Clocks[]): Uint8Array {
  return encoding.encode((encoder) => {
    const write = (...numbers: number[]): void => {
      for (const number of numbers) encoding.writeVarUint(encoder, number);
    };
    const sections = Map.groupBy(pieces, ({ client }) => client);
    write(sections.size);
    for (const [client, section] of sections) {
      write(section.length, client, section[0]?.clock ?? 0);
      for (const { bytes } of section) encoding.writeUint8Array(encoder, bytes);
    }
    const ranges = Map.groupBy(deleted, ({ client }) => client);
    write(ranges.size);
    for (const [client, those] of ranges) {
      write(client, those.length);
      for (const { clock, length } of those) write(clock, length);
    }
  });
}
