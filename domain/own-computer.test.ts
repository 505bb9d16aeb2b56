import { expect, test } from "vitest";
import { isOwnComputer } from "./own-computer.ts";

test.each(["localhost", "postil.localhost", "127.0.0.1", "127.1.2.3", "[::1]"])(
  "[SP2] %s leads nobody else here",
  (hostname) => {
    expect(isOwnComputer(hostname)).toBe(true);
  },
);

test.each([
  "postil.example",
  "192.168.0.12",
  "10.127.0.0.1.example",
  "localhost.example",
  "[fe80::1]",
])("[SP2] %s may lead others here", (hostname) => {
  expect(isOwnComputer(hostname)).toBe(false);
});
