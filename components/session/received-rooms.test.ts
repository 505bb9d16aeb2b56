import { expect, test } from "vitest";
import * as Y from "yjs";
import { ReceivedRooms } from "./received-rooms.ts";

/** A room with the records of one writer, and somebody who receives it. */
class Room {
  readonly layer = new Y.Doc();
  readonly #records: Uint8Array[] = [];
  readonly #writer = new Y.Doc();
  readonly rooms = new ReceivedRooms(() => () => {});

  constructor() {
    this.rooms.adopt("ada", this.layer);
    this.#writer.on("update", (update: Uint8Array) => this.#records.push(update));
  }

  write(...keys: string[]): this {
    for (const key of keys) this.#writer.getMap("m").set(key, true);
    return this;
  }

  /** Receives the records `after + 1` to `seq`. */
  receive(after: number, seq: number) {
    const update = Y.mergeUpdates(this.#records.slice(after, seq));
    return this.rooms.receive({ room: "ada", after, seq, update });
  }

  get keys(): string[] {
    return [...this.layer.getMap("m").keys()].sort();
  }

  get held(): number | undefined {
    return this.rooms.held.get("ada");
  }
}

test("[N4] records are used in their order, and a hole before them is told", () => {
  const room = new Room().write("a", "b", "c");
  expect(room.receive(0, 1)).toBe("used");
  expect(room.receive(2, 3)).toBe("hole");
  expect([room.keys, room.held]).toEqual([["a"], 1]);
  expect(room.receive(1, 3)).toBe("used");
  expect(room.receive(1, 2)).toBe("used");
  expect([room.keys, room.held]).toEqual([["a", "b", "c"], 3]);
});

test("[N4] a whole room is used whatever its number, and what follows it counts from there", () => {
  const old = new Room().write("a", "b", "c");
  old.receive(0, 3);
  const restored = new Room().write("d", "e");
  const whole = Y.encodeStateAsUpdate(docOf(restored, 1));
  expect(old.rooms.receive({ room: "ada", after: 0, seq: 1, update: whole })).toBe("used");
  expect([old.keys, old.held]).toEqual([["a", "b", "c", "d"], 1]);
});

/** What a receiver of the first `seq` records of a room holds. */
function docOf(room: Room, seq: number): Y.Doc {
  room.receive(0, seq);
  return room.layer;
}
