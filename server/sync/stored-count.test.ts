import fc from "fast-check";
import { expect, test } from "vitest";
import { StoredCount } from "./stored-count.ts";
import { STEP_2 } from "./sync-message.ts";

const UPDATE = 2;

test("[S15] updates before the first step 2 are part of it", () => {
  const counted = new StoredCount();
  expect(counted.count(UPDATE)).toBe(0);
  counted.lose(0);
  expect(counted.lacks).toBe(true);
  counted.store(STEP_2, counted.count(STEP_2));
  expect([counted.stored, counted.lacks]).toEqual([1, false]);
});

test("[S15] the count stops before what was lost, and a later step 2 carries it on", () => {
  const counted = new StoredCount();
  counted.store(STEP_2, counted.count(STEP_2));
  counted.lose(counted.count(UPDATE));
  counted.store(UPDATE, counted.count(UPDATE));
  expect([counted.stored, counted.lacks]).toEqual([1, true]);
  const whole = counted.count(STEP_2);
  const late = counted.count(UPDATE);
  counted.lose(late);
  counted.store(STEP_2, whole);
  expect([counted.stored, counted.lacks]).toEqual([whole, true]);
  counted.store(STEP_2, counted.count(STEP_2));
  expect([counted.stored, counted.lacks]).toEqual([late + 1, false]);
});

type Event = { readonly step: number; readonly isStored: boolean };

function count(events: readonly Event[]): StoredCount {
  const counted = new StoredCount();
  for (const { step, isStored } of events) {
    const number = counted.count(step);
    if (isStored) counted.store(step, number);
    else counted.lose(number);
  }
  return counted;
}

test("[S15] what is counted as stored was stored itself, or is part of a later step 2 that was", () => {
  const event = fc.record({ step: fc.constantFrom(STEP_2, UPDATE), isStored: fc.boolean() });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const all = [{ step: STEP_2, isStored: true }, ...events];
      const whole = all.findLastIndex(({ step, isStored }) => step === STEP_2 && isStored);
      const lost = all.findIndex(({ isStored }, index) => index > whole && !isStored);
      const { stored, lacks } = count(all);
      expect(stored).toBe(lost < 0 ? all.length : lost);
      expect(lacks).toBe(lost >= 0);
    }),
  );
});
