// What is read from the bytes of a room, beside the document that Yjs builds from them.

import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { fieldsOf, LAYER_ROOTS, recordsOf } from "#domain/annotation/layer-roots.ts";
import { renewLayer } from "#domain/annotation/renewed-layer.ts";
import { type Gathered, gather } from "./gather.ts";
import { content, handMadeUpdate } from "./hand-made-update.ts";
import { Ledger } from "./ledger.ts";

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

const contentOf = (doc: Y.Doc): unknown => LAYER_ROOTS.map((root) => doc.getMap(root).toJSON());

/** What a ledger says, in a form that can be compared. */
const sayingsOf = ({ clocks, deletes }: Ledger): unknown => ({
  clocks: new Map(clocks),
  deletes: new Map([...deletes].map(([client, ranges]) => [client, ranges.all()])),
});

/** What one device does to a key of one map; or what becomes of the log. */
type Act = {
  readonly what: "set" | "delete" | "learn" | "send all" | "compact" | "renew";
  readonly device: number;
  readonly key: number;
};

const histories = fc.array(
  fc.record<Act>({
    what: fc.constantFrom("set", "set", "set", "delete", "learn", "send all", "compact", "renew"),
    device: fc.nat(2),
    key: fc.nat(4),
  }),
  { maxLength: 40 },
);

/** Three devices of one owner, and the log of what they wrote. */
class History {
  log: Uint8Array[] = [];
  readonly #stored = new Map<Y.Doc, Uint8Array>();
  #last = 0;
  #devices = this.#threeDevices();

  /** `isAlone`: each writes only once it has learnt everything. */
  play({ what, device: at, key }: Act, isAlone: boolean): void {
    const device = this.#devices[at] ?? deviceOf(0);
    if (isAlone || what === "learn") for (const update of this.log) Y.applyUpdate(device, update);
    if (what === "set" || what === "delete") this.#write(device, what, key);
    else if (what === "send all") this.log.push(Y.encodeStateAsUpdate(device));
    else if (what === "compact") this.log = [Y.encodeStateAsUpdate(docOf(this.log))];
    else if (what === "renew") this.#renew();
  }

  #write(device: Y.Doc, what: "set" | "delete", key: number): void {
    const map = key % 2 ? recordsOf(device) : fieldsOf(device);
    const value = key % 2 ? Uint8Array.of(this.#last, key) : { key, all: [null, 1.5, "ä"] };
    const onUpdate = (update: Uint8Array): void => this.#store(device, update, key > 2);
    device.on("update", onUpdate);
    if (what === "set") map.set(`${key}`, value);
    else map.delete(`${key}`);
    device.off("update", onUpdate);
  }

  /** `again`: with what the device stored before, which is known then. */
  #store(device: Y.Doc, update: Uint8Array, again: boolean): void {
    const before = this.#stored.get(device);
    this.log.push(before && again ? Y.mergeUpdates([before, update]) : update);
    this.#stored.set(device, update);
  }

  #renew(): void {
    this.log = [renewLayer(docOf(this.log), ++this.#last)];
    this.#devices = this.#threeDevices();
  }

  #threeDevices(): Y.Doc[] {
    return [1, 2, 3].map(() => deviceOf(++this.#last));
  }
}

function play(acts: readonly Act[], isAlone: boolean): readonly Uint8Array[] {
  const history = new History();
  for (const act of acts) history.play(act, isAlone);
  return history.log;
}

function deviceOf(client: number): Y.Doc {
  const device = new Y.Doc();
  device.clientID = client;
  return device;
}

const sizeOfAll = (log: readonly Uint8Array[]): number =>
  log.reduce((sum, { length }) => sum + length, 2);

/** What was gathered reads as the document does, and builds the same. */
function expectSame(gathered: Gathered, log: readonly Uint8Array[]): void {
  const doc = docOf(log);
  const again = docOf([gathered.update]);
  expect(contentOf(again)).toEqual(contentOf(doc));
  expect(sayingsOf(Ledger.of(again))).toEqual(sayingsOf(Ledger.of(doc)));
  expect(gathered.update.length).toBeLessThanOrEqual(sizeOfAll(log));
  expect(gathered.ledger.clocks).toEqual(Ledger.of(doc).clocks);
  expect(gathered.begun).toBeGreaterThanOrEqual(recordsOf(doc).size);
}

test("[R6] what is gathered from bytes is what the document holds, whoever wrote beside whom", () => {
  fc.assert(
    fc.property(histories, (acts) => {
      const log = play(acts, false);
      const gathered = gather(log);
      expectSame(gathered, log);
      const known = Ledger.of(docOf(log));
      for (const [client, ranges] of gathered.ledger.deletes) {
        for (const range of ranges.all()) expect(known.isDeleted(client, range)).toBe(true);
      }
    }),
  );
});

test("[R6] and its ledger is that of the document when every device knew what was there", () => {
  fc.assert(
    fc.property(histories, (acts) => {
      const log = play(acts, true);
      const gathered = gather(log);
      expectSame(gathered, log);
      expect(sayingsOf(gathered.ledger)).toEqual(sayingsOf(Ledger.of(docOf(log))));
    }),
  );
});

test("[R6] what was deleted is not sent to who comes later", () => {
  const device = deviceOf(1);
  const log: Uint8Array[] = [];
  device.on("update", (update: Uint8Array) => log.push(update));
  for (const value of ["first secret", "second secret", "kept"])
    fieldsOf(device).set("note", value);
  fieldsOf(device).set("other", "third secret");
  fieldsOf(device).delete("other");
  const { update } = gather(log);
  expect(Buffer.from(update).includes("secret")).toBe(false);
  expect(fieldsOf(docOf([update])).toJSON()).toEqual({ note: "kept" });
});

test("[R4] what no document could be built from is refused", () => {
  const entry = { parent: "f", key: "x", ...content.any(1) };
  const first = { client: 7, clock: 0, structs: [entry] };
  const second = { ...first, clock: 1 };
  const elsewhere = { ...first, structs: [{ origin: [8, 0], ...content.any(1) } as const] };
  const inText = { ...first, structs: [{ parent: [7, 0], ...content.any(1) } as const] };
  const cases = [
    [handMadeUpdate([second])],
    [handMadeUpdate([first]), handMadeUpdate([{ ...first, clock: 2 }])],
    [handMadeUpdate([elsewhere])],
    [handMadeUpdate([inText])],
    [handMadeUpdate([first], [[7, [[0, 2]]]])],
    [handMadeUpdate([{ ...first, structs: [{ parent: "f", key: "x", ...content.text("x") }] }])],
    [handMadeUpdate([first]).slice(0, -3)],
    [Uint8Array.of(1, 1, 1, 0, 200)],
  ];
  for (const updates of cases) expect(() => gather(updates)).toThrow();
  expect(gather([handMadeUpdate([first]), handMadeUpdate([second])]).ledger.clockOf(7)).toBe(2);
});
