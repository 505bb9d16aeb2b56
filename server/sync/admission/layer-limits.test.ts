// A layer's limits: what is as large as it may be, and what is one more.

import { expect, test } from "vitest";
import { RECORD_BYTES } from "#domain/annotation/annotation-record.ts";
import { FRAME_BYTES } from "#domain/wire.ts";
import { admitToLayer } from "./admit-layer.ts";
import { content, type HandMadeStruct, handMadeUpdate } from "./hand-made-update.ts";
import { honestUpdate } from "./hostile-layer-updates.ts";
import { Ledger } from "./ledger.ts";

const sender = { user: "ada", ownerOf: () => null };

const holding = (...structs: readonly HandMadeStruct[]): Uint8Array =>
  handMadeUpdate([{ client: 7, clock: 0, structs }]);

const refusalOf = (update: Uint8Array, ledger = new Ledger()) =>
  admitToLayer(update, ledger, sender).refusal;

test("[S6] an update over 256 KiB is too big, one of 256 KiB is not", () => {
  const entries = (last: number): Uint8Array => {
    const lengths = [...Array<number>(13).fill(19_000), last];
    const structs = lengths.map((length, at) => ({
      parent: "f",
      key: `${at + 10}`,
      ...content.any("x".repeat(length)),
    }));
    return holding(...structs);
  };
  const largest = 10_000 + FRAME_BYTES - entries(10_000).length;
  expect(entries(largest)).toHaveLength(FRAME_BYTES);
  expect(refusalOf(entries(largest))).toBeNull();
  expect(refusalOf(entries(largest + 1))).toBe("too-big");
});

test("[S6] what is as deep and as long as it may be is admitted", () => {
  let deep: unknown = 1;
  for (let depth = 1; depth < 8; depth++) deep = [deep];
  const largest = {
    "a deep value": { parent: "f", key: "x", ...content.any(deep) },
    "a note": { parent: "f", key: "x", ...content.any("n".repeat(20_000)) },
    "a key": { parent: "f", key: "k".repeat(200), ...content.any(1) },
    "a record": { parent: "a", key: "x", ...content.binary(new Uint8Array(RECORD_BYTES)) },
  };
  for (const [what, struct] of Object.entries(largest)) {
    expect([what, refusalOf(holding(struct))]).toEqual([what, null]);
  }
});

test("[S6] the 501st client id of a layer is too much", () => {
  const ledger = new Ledger();
  for (let client = 1; client <= 500; client++) ledger.clocks.set(client, 1);
  expect(refusalOf(honestUpdate(1, 1), ledger)).toBeNull();
  expect(refusalOf(honestUpdate(5000, 0), ledger)).toBe("full");
});
