import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { writingOf } from "../last-visit.ts";
import { fieldsOf, LAYER_ROOTS, recordsOf } from "./layer-roots.ts";
import { carryOver, emptyLayer, isCarriedOver, renewalOf, renewLayer } from "./renewed-layer.ts";

const FRESH = 5_000_000_000;

function docOf(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

const copyOf = (doc: Y.Doc): Y.Doc => docOf(Y.encodeStateAsUpdate(doc));

const contentOf = (doc: Y.Doc): unknown[] => LAYER_ROOTS.map((root) => doc.getMap(root).toJSON());

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
}

test("[L14] a layer begun anew holds the same, by one client", () => {
  const layer = new Y.Doc();
  for (let client = 1; client <= 300; client++) {
    layer.clientID = client;
    recordsOf(layer).set(`${client}`, Uint8Array.of(client % 256));
    fieldsOf(layer).set("note", { words: `${client}`, list: [client] });
    if (client % 3 === 0) recordsOf(layer).delete(`${client - 1}`);
  }
  const renewed = docOf(renewLayer(layer, FRESH));
  expect(contentOf(renewed)).toEqual(contentOf(layer));
  expect([...Y.decodeStateVector(Y.encodeStateVector(renewed)).keys()]).toEqual([FRESH]);
  expect([renewalOf(layer), renewalOf(renewed)]).toEqual([0, FRESH]);
  const id = writingOf(fieldsOf(renewed), "note");
  expect(id && isCarriedOver(renewed, id)).toBe(true);
  fieldsOf(renewed).set("note", "later");
  const later = writingOf(fieldsOf(renewed), "note");
  expect(later && isCarriedOver(renewed, later)).toBe(false);
});

test("[L15] a device that comes back brings what it had not sent: new, changed and deleted", () => {
  const server = new Y.Doc();
  for (const key of ["kept", "changed here", "deleted here", "deleted there", "changed there"]) {
    fieldsOf(server).set(key, "old");
  }
  const device = copyOf(server);
  fieldsOf(server).delete("deleted there");
  fieldsOf(device).set("new", "here");
  fieldsOf(device).set("changed here", "here");
  fieldsOf(device).delete("deleted here");
  const renewed = docOf(renewLayer(server, FRESH));
  fieldsOf(renewed).set("changed there", "there");
  fieldsOf(renewed).set("new there", "there");
  carryOver(device, renewed);
  expect(fieldsOf(renewed).toJSON()).toEqual({
    kept: "old",
    "changed here": "here",
    "changed there": "there",
    new: "here",
    "new there": "there",
  });
});

test("[L15] of a document that is older still, what only it holds is kept, and nothing is overwritten", () => {
  const server = new Y.Doc();
  fieldsOf(server).set("both", "old");
  const device = copyOf(server);
  fieldsOf(device).set("only here", "here");
  const first = docOf(renewLayer(server, FRESH));
  fieldsOf(first).set("both", "newer");
  const second = docOf(renewLayer(first, FRESH + 1));
  carryOver(device, second);
  expect(fieldsOf(second).toJSON()).toEqual({ both: "newer", "only here": "here" });
});

const KEYS = ["a", "b", "c", "d"] as const;
const change = fc.record({
  root: fc.constantFrom(...LAYER_ROOTS.slice(0, 2)),
  key: fc.constantFrom(...KEYS),
  value: fc.option(fc.nat(99)),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function play(doc: Y.Doc, changes: readonly Change[], who: string): void {
  for (const { root, key, value } of changes) {
    if (value === null) doc.getMap(root).delete(key);
    else doc.getMap(root).set(key, `${who} ${value}`);
  }
}

const touched = (changes: readonly Change[]): ReadonlySet<string> =>
  new Set(changes.map(({ root, key }) => `${root}/${key}`));

const valuesOf = (doc: Y.Doc): ReadonlyMap<string, unknown> =>
  new Map(
    LAYER_ROOTS.flatMap((root) =>
      Object.entries(doc.getMap(root).toJSON()).map(([key, value]) => [`${root}/${key}`, value]),
    ),
  );

test("[L15] what comes of it is what would have come without a beginning anew, entry by entry", () => {
  const changes = fc.array(change, { maxLength: 8 });
  fc.assert(
    fc.property(changes, changes, changes, changes, fc.boolean(), (...game) => {
      const [before, here, there, later, isTwice] = game;
      const server = new Y.Doc();
      play(server, before, "before");
      const device = copyOf(server);
      play(device, here, "here");
      play(server, there, "there");

      const [plain, plainDevice] = [copyOf(server), copyOf(device)];
      play(plain, later, "later");
      exchange(plain, plainDevice);

      const renewed = docOf(renewLayer(server, FRESH));
      play(renewed, later, "later");
      const [mine, theirs] = [valuesOf(device), valuesOf(renewed)];
      carryOver(device, renewed);
      // a device that did not hear what came of it does so again
      if (isTwice) carryOver(device, renewed);

      const [values, expected] = [valuesOf(renewed), valuesOf(plain)];
      const [own, others] = [touched(here), touched([...there, ...later])];
      for (const name of new Set([...touched(before), ...own, ...others])) {
        const value = [name, values.get(name)];
        // where both wrote, one of them wins
        if (!own.has(name) || !others.has(name)) expect(value).toEqual([name, expected.get(name)]);
        else expect([mine.get(name), theirs.get(name)]).toContain(values.get(name));
      }
    }),
    { numRuns: 200 },
  );
});

test("[L16] of a layer that was erased nothing comes back but what had not been sent", () => {
  const device = new Y.Doc();
  recordsOf(device).set("sent", Uint8Array.of(1));
  fieldsOf(device).set("note", "sent");
  const erased = docOf(emptyLayer(copyOf(device), FRESH));
  expect(contentOf(erased)).toEqual(LAYER_ROOTS.map(() => ({})));
  recordsOf(device).set("offline", Uint8Array.of(2));
  carryOver(device, erased);
  expect(recordsOf(erased).toJSON()).toEqual({ offline: Uint8Array.of(2) });
  expect(fieldsOf(erased).toJSON()).toEqual({});
});
