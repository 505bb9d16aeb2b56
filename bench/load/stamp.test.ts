import { expect, test } from "vitest";
import { findStamps, restamp, stampOf } from "./stamp.ts";
import { Writer } from "./writer.ts";

function stampsIn(message: Uint8Array): number[] {
  const found: number[] = [];
  findStamps(Buffer.from(message), (operation) => found.push(operation));
  return found;
}

test("[B2] every stamp in a frame is found", () => {
  const text = `${stampOf(7)}${stampOf(12_345_678)} and ~op~ no more`;
  expect(stampsIn(Buffer.from(text)).slice(0, 2)).toEqual([7, 12_345_678]);
});

test("[B2] annotations and presence carry their stamp once and have the size of real ones", () => {
  const writer = new Writer("BnhAJHzqPfjOZqVtPpgOKw");
  const { update } = writer.annotate(stampOf(41));
  const presence = writer.present(stampOf(42));
  expect(stampsIn(update)).toEqual([41]);
  expect(stampsIn(presence)).toEqual([42]);
  expect(Math.abs(update.length - 155)).toBeLessThan(30);
  expect(Math.abs(presence.length - 250)).toBeLessThan(30);
});

test("[B2] a message can be sent under another stamp", () => {
  const { update } = new Writer("BnhAJHzqPfjOZqVtPpgOKw").annotate(stampOf(0));
  expect(stampsIn(restamp(update, stampOf(12_345_678)))).toEqual([12_345_678]);
});
