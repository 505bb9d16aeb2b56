import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inWaves } from "./waves.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const many = (count: number): Set<number> => new Set(Array.from({ length: count }, (_, at) => at));

test("[S20] few are ended at once", async () => {
  const waves: (readonly number[])[] = [];
  await inWaves(many(50), (wave) => waves.push(wave));
  expect(waves).toEqual([[...many(50)]]);
});

test("[S20] thousands are ended over eight seconds, also those who come meanwhile, each once", async () => {
  const [left, ended] = [many(10_000), [] as number[]];
  const start = Date.now();
  const over = inWaves(left, (wave) => {
    expect(wave.length).toBeLessThanOrEqual(250);
    ended.push(...wave);
  });
  left.add(10_000);
  await vi.runAllTimersAsync();
  await over;
  expect(ended).toEqual([...many(10_001)]);
  expect(Date.now() - start).toBeLessThanOrEqual(8000);
});
