// What every update log must do. A store's own test file hands in how it is opened.

import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { recordSum } from "./read-records.ts";
import { articlePrefix, articleRoom, layerRoom, layersPrefix } from "./room-name.ts";
import type { UpdateLog } from "./update-log.ts";

export type Storage = {
  /** Opens the log over what is stored; the log that was open before was closed. */
  open(): UpdateLog;
  /** Throws away what is stored. */
  destroy(): void;
};

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

/** Runs the suite against a store; `create` makes an empty storage. */
export function checkUpdateLog(name: string, create: () => Storage): void {
  describe(name, () => {
    let storage = create();
    let log = storage.open();

    afterEach(() => {
      log.close();
      storage.destroy();
      storage = create();
      log = storage.open();
    });

    const append = (room: string, ...updates: Uint8Array[]): readonly number[] =>
      log.append({ records: updates.map((update) => ({ room, update })), clients: [] });
    const reopen = (): void => {
      log.close();
      log = storage.open();
    };
    const updates = (room: string): number[][] =>
      log.read(room, 0).map(({ update }) => [...update]);

    test("[D1] what was appended is read back after reopening, byte for byte", async () => {
      append("a/article", bytes(1, 2, 3), bytes());
      await log.sync();
      append("a/state", bytes(0, 255));
      log.syncNow();
      reopen();
      expect(updates("a/article")).toEqual([[1, 2, 3], []]);
      expect(updates("a/state")).toEqual([[0, 255]]);
    });

    test("[D2] a batch with a foreign client id stores nothing of itself", () => {
      log.append({ records: [], clients: [{ article: "a", client: 7, user: "ann" }] });
      const foreign = {
        records: [
          { room: "a/new", update: bytes(1) },
          { room: "a/article", update: bytes(2) },
        ],
        clients: [
          { article: "a", client: 8, user: "bob" },
          { article: "a", client: 7, user: "bob" },
        ],
      };
      expect(() => log.append(foreign)).toThrow();
      expect(log.rooms("a/")).toEqual([]);
      expect(log.clients("a")).toEqual(new Map([[7, "ann"]]));
      expect(append("a/new", bytes(3))).toEqual([1]);
    });

    test("[D3] seq counts from 1 in each room, in the order of the batch", () => {
      const room = (name: string) => ({ room: name, update: bytes(1) });
      expect(
        log.append({ records: [room("a"), room("b"), room("a"), room("a")], clients: [] }),
      ).toEqual([1, 1, 2, 3]);
      reopen();
      expect(append("a", bytes(2))).toEqual([4]);
      expect(log.read("a", 2).map(({ seq }) => seq)).toEqual([3, 4]);
      expect(["a", "b", "c"].map((name) => log.last(name))).toEqual([4, 1, 0]);
    });

    test("[D3] an empty batch stores nothing", () => {
      expect(log.append({ records: [], clients: [] })).toEqual([]);
      expect(log.rooms("")).toEqual([]);
    });

    test("[D1] reading what is not there gives nothing", () => {
      append("a/article", bytes(1));
      expect(log.read("b/article", 0)).toEqual([]);
      expect(log.read("a/article", 1)).toEqual([]);
      expect(log.clients("b")).toEqual(new Map());
    });

    test("[D6] a client id stays with the first user, in each article apart", () => {
      const claim = (article: string, user: string) =>
        log.append({ records: [], clients: [{ article, client: 4_294_967_295, user }] });
      claim("a", "ann");
      claim("a", "ann");
      claim("b", "bob");
      expect(() => claim("a", "bob")).toThrow();
      reopen();
      expect(log.clients("a")).toEqual(new Map([[4_294_967_295, "ann"]]));
      expect(log.clients("b")).toEqual(new Map([[4_294_967_295, "bob"]]));
    });

    test("[D7] removing a layer leaves the article's other rooms and its client ids", () => {
      append(articleRoom("a"), bytes(1));
      append(layerRoom("a", "ann"), bytes(2));
      append(layerRoom("a", "anna"), bytes(3));
      log.append({ records: [], clients: [{ article: "a", client: 1, user: "ann" }] });
      log.remove(layersPrefix("a"));
      expect(log.rooms(articlePrefix("a"))).toEqual([articleRoom("a")]);
      expect(log.clients("a").size).toBe(1);
      expect(append(layerRoom("a", "ann"), bytes(4))).toEqual([1]);
    });

    test("[D7] removing an article leaves other articles, and none of its own rooms or client ids", () => {
      for (const article of ["a", "ab"]) {
        append(articleRoom(article), bytes(1));
        append(layerRoom(article, "ann"), bytes(2));
        log.append({ records: [], clients: [{ article, client: 1, user: "ann" }] });
      }
      log.remove(articlePrefix("a"));
      reopen();
      expect(log.rooms("")).toEqual([articleRoom("ab"), layerRoom("ab", "ann")]);
      expect(log.clients("a").size).toBe(0);
      expect(log.clients("ab").size).toBe(1);
    });

    /** Puts a snapshot in the place of a room's records up to `seq`; its bytes are the seq. */
    const compact = (room: string, seq: number): boolean => {
      const record = log.read(room, seq - 1).find((each) => each.seq === seq);
      const last = record ? recordSum(room, seq, record.update) : 0;
      return log.compact({ room, seq, update: bytes(seq) }, last);
    };

    test("[D12] a snapshot comes in the place of its records, and seq goes on behind it", () => {
      append("a/article", bytes(1), bytes(2), bytes(3), bytes(4));
      append("b/article", bytes(1), bytes(2));
      expect(log.extent("a/article")).toMatchObject({ records: 4, bytes: 4 });
      expect(compact("a/article", 3)).toBe(true);
      expect(log.extent("a/article")).toMatchObject({ records: 1, bytes: 1 });
      reopen();
      expect(log.read("a/article", 0).map(({ seq }) => seq)).toEqual([3, 4]);
      expect(log.read("a/article", 1).map(({ seq }) => seq)).toEqual([3, 4]);
      expect(log.read("a/article", 3).map(({ seq }) => seq)).toEqual([4]);
      expect(updates("a/article")).toEqual([[3], [4]]);
      expect(append("a/article", bytes(5))).toEqual([5]);
      expect(compact("a/article", 5)).toBe(true);
      reopen();
      expect(updates("a/article")).toEqual([[5]]);
      expect(append("a/article", bytes(6))).toEqual([6]);
      expect(log.rooms("")).toEqual(["a/article", "b/article"]);
      expect(updates("b/article")).toEqual([[1], [2]]);
    });

    test("[D12] the tail is what all rooms hold behind their snapshots, whatever happens to them", () => {
      append("a/article", bytes(1), bytes(2, 2));
      expect(log.tail()).toEqual({ records: 2, bytes: 3 });
      append("b/article", bytes(1), bytes(2), bytes(3));
      expect(log.tail()).toEqual({ records: 5, bytes: 6 });
      compact("b/article", 2);
      expect(log.tail()).toEqual({ records: 3, bytes: 4 });
      reopen();
      expect(log.tail()).toEqual({ records: 3, bytes: 4 });
      compact("b/article", 3);
      log.remove("a/");
      append("c/article", bytes(4));
      expect(log.tail()).toEqual({ records: 1, bytes: 1 });
    });

    test("[D12] a snapshot of records that are not there any more changes nothing", () => {
      append("a/article", bytes(1), bytes(2));
      const last = recordSum("a/article", 2, bytes(2));
      const late = { room: "a/article", seq: 2, update: bytes(9) };
      log.remove("a/");
      expect(log.compact(late, last)).toBe(false);
      append("a/article", bytes(3), bytes(4));
      expect(log.compact(late, last)).toBe(false);
      expect(updates("a/article")).toEqual([[3], [4]]);
    });

    test("[D15] a room begun anew holds one update, its seq goes on, and the old client ids are nobody's", () => {
      const owner = (client: number) => ({ article: "a", client, user: "ann" });
      append("a/layer/ann", bytes(1), bytes(2));
      append("a/article", bytes(1));
      log.append({ records: [], clients: [owner(1), owner(2), owner(3)] });
      log.renew({ room: "a/layer/ann", update: bytes(9), client: owner(7), retired: [1, 2, 50] });
      reopen();
      expect(log.read("a/layer/ann", 0)).toEqual([{ seq: 3, update: bytes(9) }]);
      expect(append("a/layer/ann", bytes(5))).toEqual([4]);
      expect(updates("a/layer/ann")).toEqual([[9], [5]]);
      expect(updates("a/article")).toEqual([[1]]);
      const users = new Map([
        ...[1, 2, 50].map((client) => [client, ""] as const),
        ...[3, 7].map((client) => [client, "ann"] as const),
      ]);
      expect(log.clients("a")).toEqual(users);
      expect(() => log.append({ records: [], clients: [owner(1)] })).toThrow();
    });

    test("[D15] what cannot be begun anew is as it was", () => {
      append("a/layer/ann", bytes(1), bytes(2));
      log.append({ records: [], clients: [{ article: "a", client: 7, user: "bob" }] });
      const client = { article: "a", client: 7, user: "ann" };
      const renewal = { room: "a/layer/ann", update: bytes(9), client, retired: [1] };
      expect(() => log.renew(renewal)).toThrow();
      expect(updates("a/layer/ann")).toEqual([[1], [2]]);
      expect(log.clients("a").has(1)).toBe(false);
      expect(append("a/layer/ann", bytes(3))).toEqual([3]);
    });

    test("[D15] no snapshot of before comes in the place of a room begun anew", () => {
      append("a/layer/ann", bytes(1), bytes(2));
      const last = recordSum("a/layer/ann", 2, bytes(2));
      const client = { article: "a", client: 7, user: "ann" };
      log.renew({ room: "a/layer/ann", update: bytes(9), client, retired: [] });
      expect(log.compact({ room: "a/layer/ann", seq: 2, update: bytes(2) }, last)).toBe(false);
      expect(updates("a/layer/ann")).toEqual([[9]]);
    });

    test("[D7] what is removed is removed with its snapshot", () => {
      append("a/article", bytes(1), bytes(2));
      compact("a/article", 2);
      log.remove("a/");
      reopen();
      expect(log.rooms("")).toEqual([]);
      expect(append("a/article", bytes(7))).toEqual([1]);
      expect(updates("a/article")).toEqual([[7]]);
    });

    test("[D3] any batches give the same rooms as a list in memory", () => {
      const record = fc.record({
        room: fc.constantFrom("a/article", "a/layer/x", "a/layer/y", "ab/article"),
        update: fc.uint8Array({ maxLength: 300 }),
      });
      fc.assert(
        fc.property(fc.array(fc.array(record, { maxLength: 6 }), { maxLength: 8 }), (batches) => {
          log.remove("");
          const model = new Map<string, number[][]>();
          for (const records of batches) {
            const seqs = log.append({ records, clients: [] });
            records.forEach(({ room, update }, index) => {
              const held = [...(model.get(room) ?? []), [...update]];
              model.set(room, held);
              expect(seqs[index]).toBe(held.length);
            });
          }
          reopen();
          expect(log.rooms("")).toEqual([...model.keys()].sort());
          for (const [room, held] of model) expect(updates(room)).toEqual(held);
        }),
        { numRuns: 40 },
      );
    });

    test("[D1] a log that answers passes its check, a closed one does not", () => {
      log.check();
      log.close();
      expect(() => log.check()).toThrow();
      log = storage.open();
    });
  });
}
