import { expect, test } from "vitest";
import { addressKey } from "../address-key.ts";
import { TokenBuckets } from "./limits.ts";

test("[H10] so many at once, and then one more in each interval", () => {
  const buckets = new TokenBuckets({ burst: 3, refill: 1000 });
  expect([1, 2, 3].map(() => buckets.take("a", 0))).toEqual([0, 0, 0]);
  expect(buckets.take("a", 0)).toBe(1000);
  expect(buckets.take("a", 400)).toBe(600);
  expect(buckets.take("a", 1000)).toBe(0);
  expect(buckets.take("a", 1000)).toBe(1000);
});

test("[H10] one caller's tokens are not another's", () => {
  const buckets = new TokenBuckets({ burst: 1, refill: 1000 });
  expect(buckets.take("a", 0)).toBe(0);
  expect(buckets.take("b", 0)).toBe(0);
});

test("[H10] a clock that goes back gives nothing and takes nothing", () => {
  const buckets = new TokenBuckets({ burst: 1, refill: 1000 });
  buckets.take("a", 10_000);
  expect(buckets.take("a", 0)).toBe(1000);
});

test("[H10] ten thousand new callers do not make it forget one who waits", () => {
  const buckets = new TokenBuckets({ burst: 2, refill: 60_000 });
  buckets.take("tired", 0);
  buckets.take("tired", 0);
  for (let number = 0; number < 20_000; number++) buckets.take(`caller ${number}`, number * 2);
  expect(buckets.take("tired", 50_000)).toBeGreaterThan(0);
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["::ffff:c000:207", "192.0.2.7"],
  ["::FFFF:C000:0207", "192.0.2.7"],
  ["0:0:0:0:0:ffff:192.0.2.7", "192.0.2.7"],
  ["0000:0000:0000:0000:0000:ffff:c000:0207", "192.0.2.7"],
  ["2001:db8:1:2::7%eth0", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:0:0:192.0.2.7", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:ffff::", "2001:db8:1:2::/64"],
  ["", ""],
])("[H10] the address %s is counted as %s", (address, key) => {
  expect(addressKey(address)).toBe(key);
});
