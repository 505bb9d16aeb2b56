import { expect, test } from "vitest";
import { Deliveries } from "./deliveries.ts";

const sent = { sender: 0, isAnnotation: true, at: 100 };

test("[B1] an operation counts once for each receiver and never for its sender", () => {
  const deliveries = new Deliveries([0, 0, 0]);
  deliveries.sent(sent);
  deliveries.received(1, 0, 103);
  deliveries.received(1, 0, 150);
  deliveries.received(0, 0, 104);
  expect(deliveries.tally(0, 1)).toMatchObject({ operations: 1, expected: 2, delivered: 1 });
  expect(deliveries.isComplete).toBe(false);
  deliveries.received(2, 0, 107);
  expect(deliveries.isComplete).toBe(true);
  expect(deliveries.tally(0, 1)).toMatchObject({ delivered: 2, each: { p50: 3, p99: 7 } });
});

test("[B1] presence has arrived when newer presence has, but only what came was carried", () => {
  const deliveries = new Deliveries([0, 0]);
  const presence = { ...sent, isAnnotation: false };
  deliveries.sent(presence);
  deliveries.sent({ ...presence, sender: 1 });
  deliveries.sent(sent);
  deliveries.sent({ ...presence, at: 300 });
  deliveries.received(1, 3, 304);
  expect(deliveries.tally(0, 1)).toMatchObject({ delivered: 1, carried: 0, each: { p50: 204 } });
  expect(deliveries.tally(0, 4)).toMatchObject({ expected: 4, delivered: 2, carried: 1 });
});

test("[B3] an operation that did not reach everybody has no latency to the last receiver", () => {
  const deliveries = new Deliveries([0, 0, 0]);
  deliveries.sent(sent);
  deliveries.sent({ ...sent, isAnnotation: false, at: 200 });
  deliveries.received(1, 0, 190);
  deliveries.received(1, 1, 202);
  deliveries.received(2, 1, 205);
  const { last, lastOfAnnotations } = deliveries.tally(0, 2);
  expect(last).toEqual({ p50: 5, p95: 5, p99: 5 });
  expect(lastOfAnnotations.p99).toBeNaN();
});

test("[B1] each room counts its own clients, and an operation that left its room is a fault", () => {
  const deliveries = new Deliveries([0, 1, 0, 1, 1]);
  deliveries.sent(sent);
  deliveries.sent({ ...sent, sender: 1 });
  deliveries.received(2, 0, 101);
  deliveries.received(3, 1, 102);
  expect(deliveries.tally(0, 2)).toMatchObject({ expected: 3, delivered: 2 });
  expect(() => deliveries.received(3, 0, 103)).toThrow("left its room");
});

test("[B1] what was there before the first operation is not counted", () => {
  const deliveries = new Deliveries([0, 0], 1000);
  deliveries.received(1, 999, 50);
  deliveries.sent(sent);
  expect(deliveries.next).toBe(1001);
  expect(deliveries.tally(1000, 1001)).toMatchObject({ expected: 1, delivered: 0 });
  deliveries.received(1, 1000, 103);
  expect(deliveries.tally(1000, 1001)).toMatchObject({ delivered: 1, each: { p99: 3 } });
});
