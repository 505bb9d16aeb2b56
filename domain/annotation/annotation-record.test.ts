import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { LAST_MOMENT } from "../moment.ts";
import { KINDS } from "../scheme/scheme.ts";
import { decodeAnchor, encodeAnchor } from "./anchor-bytes.ts";
import { QUOTE_LENGTH } from "./annotation.ts";
import { newAnnotationId } from "./annotation-id.ts";
import {
  type AnnotationRecord,
  decodeRecord,
  encodeRecord,
  RECORD_BYTES,
} from "./annotation-record.ts";
import { addAnnotation, readAnnotation } from "./layer.ts";
import { recordsOf } from "./layer-roots.ts";

const count = fc.oneof(fc.nat(300), fc.nat(2 ** 31));
const letter = fc.record({ client: fc.oneof(fc.constant(7), count), clock: count });
const words = (minLength: number, maxLength: number) =>
  fc
    .string({ unit: fc.constantFrom("a", " ", "ä", "م", "語", "😀"), minLength, maxLength })
    .map((text) => text.slice(0, maxLength).toWellFormed());
const anchor = fc.record({
  start: letter,
  end: letter,
  quote: words(1, 80),
  prefix: words(0, 32),
  suffix: words(0, 32),
});
const record: fc.Arbitrary<AnnotationRecord> = fc.record({
  kind: fc.constantFrom(...KINDS),
  label: fc.constantFrom("fact", "hidden-actor", null),
  createdAt: fc.nat(LAST_MOMENT),
  anchor,
});

test("[L11] a record is read back as it was written, an anchor likewise", () => {
  fc.assert(
    fc.property(record, (written) => {
      expect(decodeRecord(encodeRecord(written))).toEqual(written);
      expect(decodeAnchor(encodeAnchor(written.anchor))).toEqual(written.anchor);
    }),
  );
});

test("[L11] the longest quote fits into a record, in any script", () => {
  const long = { ...sample(), label: "x".repeat(48), createdAt: LAST_MOMENT };
  for (const unit of ["a", "م", "語", "😀"]) {
    const quote = unit.repeat(QUOTE_LENGTH / unit.length);
    const written = { ...long, anchor: { ...long.anchor, quote, prefix: quote.slice(-32) } };
    const bytes = encodeRecord(written);
    expect(bytes.length).toBeLessThanOrEqual(RECORD_BYTES);
    expect(decodeRecord(bytes)).toEqual(written);
  }
});

describe("[L12] bytes from anybody", () => {
  /** Whatever is read is within its bounds, and so is what is done with it. */
  function isSound(bytes: Uint8Array): void {
    const read = decodeRecord(bytes);
    if (read === null) return;
    const { quote, prefix, suffix } = read.anchor;
    expect(quote.length).toBeGreaterThan(0);
    expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(64);
    for (const text of [quote, prefix, suffix]) expect(text.isWellFormed()).toBe(true);
    expect(() => new Date(read.createdAt).toISOString()).not.toThrow();
  }

  test("[L12] at random are a sound record or none", () => {
    const begun = fc.uint8Array({ maxLength: 80 }).map((rest) => Uint8Array.of(1, 0, 0, ...rest));
    fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), begun), isSound), {
      numRuns: 2000,
    });
  });

  test("[L12] of a record that was changed are a sound record or none", () => {
    const place = fc.nat();
    const changed = fc
      .tuple(record, place, fc.nat(4), fc.uint8Array({ maxLength: 12 }))
      .map(([written, at, gone, added]) => {
        const bytes = [...encodeRecord(written)];
        bytes.splice(at % bytes.length, gone, ...added);
        return Uint8Array.from(bytes);
      });
    fc.assert(fc.property(changed, isSound), { numRuns: 2000 });
  });

  test("[L12] that end anywhere are never more than they were", () => {
    const bytes = encodeRecord(sample());
    for (let length = 0; length < bytes.length; length++) isSound(bytes.subarray(0, length));
  });

  test.each([
    ["another form", (bytes: Uint8Array) => bytes.with(0, 2)],
    ["another kind", (bytes: Uint8Array) => bytes.with(1, 3)],
    ["no form", () => new Uint8Array()],
    ["more bytes than any record has", () => new Uint8Array(RECORD_BYTES + 1).fill(1)],
  ])("[L12] of %s are none", (_, change) => {
    expect(decodeRecord(change(encodeRecord(sample())))).toBeNull();
  });

  test.each([
    ["a time that no clock tells", { ...sample(), createdAt: LAST_MOMENT + 1 }],
    ["a time beyond all numbers", { ...sample(), createdAt: 1e300 }],
    ["a label without end", { ...sample(), label: "x".repeat(65) }],
    ["no quote", withWords({ quote: "" })],
    ["too long a quote", withWords({ quote: "x".repeat(QUOTE_LENGTH + 1) })],
    ["too much around it", withWords({ prefix: "x".repeat(65) })],
    ["a NUL", withWords({ quote: "a\0b" })],
  ])("[L12] with %s are none", (_, written) => {
    expect(decodeRecord(encodeRecord(written))).toBeNull();
  });

  test("[L12] that cut a character in two are none", () => {
    const cut = withWords({ prefix: "a", quote: "😀 words", suffix: "" });
    const bytes = encodeRecord(cut);
    const at = bytes.findIndex((byte, index) => byte === 1 && bytes[index + 1] === 0);
    expect(decodeRecord(bytes.with(at, 2))).toBeNull();
    expect(decodeRecord(bytes)).toEqual(cut);
  });
});

test("[L13] an annotation with a quote of 57 letters takes 130 bytes of its layer at most", () => {
  const layer = new Y.Doc();
  const written = { id: newAnnotationId(), ...sample() };
  addAnnotation(layer, written);
  expect(readAnnotation(layer, "ada", written.id)).toMatchObject(sample());
  expect(recordsOf(layer).size).toBe(1);
  expect(Y.encodeStateAsUpdate(layer).length).toBeLessThanOrEqual(130 + 10); // 10 for the layer
});

/** A record such as most are. */
function sample(): AnnotationRecord {
  return {
    kind: "claim",
    label: "number",
    createdAt: Date.UTC(2026, 0, 1),
    anchor: {
      start: { client: 4_123_456_789, clock: 51_234 },
      end: { client: 4_123_456_789, clock: 51_290 },
      quote: "unemployment has fallen to its lowest point since the war",
      prefix: "to mean that",
      suffix: ", which is n",
    },
  };
}

function withWords(change: Partial<AnnotationRecord["anchor"]>): AnnotationRecord {
  const written = sample();
  return { ...written, anchor: { ...written.anchor, ...change } };
}
