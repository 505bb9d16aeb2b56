import { describe, expect, test } from "vitest";
import { passed, turnIn } from "./turn.ts";

describe("[B11] waiting for one's turn", () => {
  test("[B11] is for what is busy and says for how long", () => {
    expect(turnIn(429, "2")).toBe(2000);
    expect(turnIn(503, "60")).toBe(60_000);
    for (const [status, told] of [
      [429, null],
      [429, "soon"],
      [429, "0"],
      [429, "3600"],
      [400, "2"],
      [201, null],
    ] as const) {
      expect(turnIn(status, told)).toBeNull();
    }
  });

  test("[B11] ends when somebody leaves", async () => {
    const leaving = new AbortController();
    const waiting = passed(3_600_000, leaving.signal);
    leaving.abort();
    await waiting;
  });
});
