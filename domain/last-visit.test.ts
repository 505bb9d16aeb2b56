import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { repliesOf } from "./annotation/layer-roots.ts";
import { knownAt, visitOf, visitParts, writingOf } from "./last-visit.ts";

/** A copy of a layer in another browser, which writes with a client id of its own. */
function copyOf(layer: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(layer));
  return copy;
}

function newIn(layer: Y.Doc, visit: ReturnType<typeof visitOf>): string[] {
  const map = repliesOf(layer);
  const knows = knownAt(visit);
  return [...map.keys()].filter((key) => {
    const writing = writingOf(map, key);
    return writing !== null && !knows("ben", writing);
  });
}

test("[F1] exactly what was written after a visit is new, from whichever browser and in whichever order", () => {
  const writes = fc.array(fc.record({ key: fc.nat(8), browser: fc.nat(2) }));
  fc.assert(
    fc.property(writes, writes, (before, after) => {
      const browsers = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
      const write = (all: typeof before): void => {
        for (const { key, browser } of all) {
          const own = browsers[browser] ?? new Y.Doc();
          for (const each of browsers) Y.applyUpdate(own, Y.encodeStateAsUpdate(each));
          repliesOf(own).set(String(key), "said");
        }
      };
      write(before);
      const seen = new Y.Doc();
      for (const each of browsers) Y.applyUpdate(seen, Y.encodeStateAsUpdate(each));
      const visit = visitOf(new Map([["ben", seen]]));
      write(after);
      for (const each of browsers) Y.applyUpdate(seen, Y.encodeStateAsUpdate(each));
      expect(new Set(newIn(seen, visit))).toEqual(new Set(after.map(({ key }) => String(key))));
    }),
  );
});

test("[F1] a layer that the visit does not tell of is new, and so is one that it tells of illegibly", () => {
  const layer = new Y.Doc();
  repliesOf(layer).set("one", "said");
  expect(newIn(layer, { layers: {} })).toEqual(["one"]);
  expect(newIn(layer, { layers: { ben: "????" } })).toEqual(["one"]);
  expect(newIn(copyOf(layer), visitOf(new Map([["ben", layer]])))).toEqual([]);
});

test("[F1] what was deleted is nothing new", () => {
  const layer = new Y.Doc();
  repliesOf(layer).set("one", "said");
  repliesOf(layer).delete("one");
  expect(writingOf(repliesOf(layer), "one")).toBeNull();
  expect(writingOf(repliesOf(layer), "two")).toBeNull();
});

test("[F2] the parts of a visit tell what was not kept, once, and each is short", () => {
  const owner = fc.string({ minLength: 1, maxLength: 64 }).filter((name) => name !== "__proto__");
  const layers = fc.dictionary(owner, fc.string({ maxLength: 12_000, size: "max" }), {
    maxKeys: 12,
  });
  fc.assert(
    fc.property(layers, layers, (now, before) => {
      const parts = visitParts({ layers: now }, { layers: before }).map((part) => part.layers);
      expect({ ...before, ...Object.assign({}, ...parts) }).toEqual({ ...before, ...now });
      const told = parts.flatMap((part) => Object.keys(part));
      expect(new Set(told).size).toBe(told.length);
      expect(told.every((name) => before[name] !== now[name])).toBe(true);
      expect(parts.every((part) => Object.keys(part).length > 0)).toBe(true);
    }),
  );
});

test("[F2] a visit of a thousand people is sent in parts, an empty first one in one", () => {
  const people = Array.from({ length: 1000 }, (_, id) => [`person ${id}`, "A".repeat(400)]);
  const visit = { layers: Object.fromEntries(people) };
  const parts = visitParts(visit, null);
  expect(parts.length).toBeGreaterThan(5);
  for (const part of parts) expect(JSON.stringify(part).length).toBeLessThan(64 * 1024);
  expect(visitParts(visit, visit)).toEqual([]);
  expect(visitParts({ layers: {} }, null)).toEqual([{ layers: {} }]);
});
