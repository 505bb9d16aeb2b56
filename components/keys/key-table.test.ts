import { expect, test } from "vitest";
import { changesOf, readKeys } from "./kept-keys.ts";
import { DEFAULT_KEYS, rekey, switchOff } from "./key-table.ts";

test("[S1] a key that is taken or that chooses a label is refused and says why", () => {
  expect(rekey(DEFAULT_KEYS, "next", "c")).toEqual({ taken: "claim" });
  expect(rekey(DEFAULT_KEYS, "next", "C")).toEqual({ taken: "claim" });
  expect(rekey(DEFAULT_KEYS, "next", "3")).toEqual({ unfit: "digit" });
  expect(rekey(DEFAULT_KEYS, "next", "Enter")).toEqual({ unfit: "not-single" });
  expect(rekey(DEFAULT_KEYS, "next", " ")).toEqual({ unfit: "not-single" });
  expect(rekey(DEFAULT_KEYS, "next", "n")).toEqual({ keys: DEFAULT_KEYS });
  expect(rekey(DEFAULT_KEYS, "next", "J")).toEqual({ keys: { ...DEFAULT_KEYS, next: "j" } });
});

test("[S2] a command that is switched off leaves its key to others", () => {
  const off = switchOff(DEFAULT_KEYS, "claim");
  expect(off.claim).toBeNull();
  expect(rekey(off, "next", "c")).toEqual({ keys: { ...off, next: "c" } });
});

test("[S3] only changes are kept, and what cannot be read counts as unchanged", () => {
  const changed = { ...switchOff(DEFAULT_KEYS, "help"), next: "j" };
  expect(changesOf(DEFAULT_KEYS)).toBeNull();
  expect(JSON.parse(changesOf(changed) ?? "")).toEqual({ help: null, next: "j" });
  expect(readKeys(changesOf(changed))).toEqual(changed);
  for (const text of [null, "", "{", "[]", '{"next":"jj"}', '{"next":"c"}', '{"next":"1"}']) {
    expect(readKeys(text)).toEqual(DEFAULT_KEYS);
  }
});
