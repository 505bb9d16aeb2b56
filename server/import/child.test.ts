import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workInChild } from "./child.ts";
import { Lane, LaneFull } from "./lane.ts";

let folder = "";
let canary = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-child-"));
  canary = join(folder, "canary");
  writeFileSync(canary, "a secret");
});
afterAll(() => rmSync(folder, { recursive: true }));

const nobody = new AbortController().signal;
const attempt = (wanted: string, { time = 60_000, signal = nobody } = {}): Promise<unknown> =>
  workInChild({
    module: new URL("child.test-kit.ts", import.meta.url),
    task: { attempt: wanted, path: canary },
    ...{ time, signal },
  });

describe("a child process", () => {
  test.for([
    "read a file",
    "write a file",
    "start a program",
    "start a thread",
    "connect to somebody",
    "ask by fetch",
  ])("[I1] cannot %s", async (wanted) => {
    expect(await attempt(wanted)).toEqual({
      done: { failed: expect.stringMatching(/restricted|asks nobody/) },
    });
  });

  test("[I1] knows nothing of the environment", async () => {
    expect(await attempt("read the environment")).toEqual({ done: { succeeded: [] } });
  });

  test("[I1] that takes too long, or too much memory, or ends, is over and told apart", async () => {
    await expect(attempt("take all time", { time: 2000 })).rejects.toMatchObject({
      reason: "slow",
    });
    await expect(attempt("take all memory")).rejects.toMatchObject({ reason: "memory" });
    await expect(attempt("take all bytes")).rejects.toMatchObject({ reason: "memory" });
    await expect(attempt("end")).rejects.toMatchObject({ reason: "broken" });
  });

  test("[I15] is ended when nobody waits for it any more", async () => {
    const leaving = new AbortController();
    const answer = attempt("take all time", { signal: leaving.signal });
    leaving.abort(new Error("went away"));
    await expect(answer).rejects.toThrow("went away");
  });
});

describe("a lane", () => {
  const gated = () => Promise.withResolvers<void>();

  test("[I1] lets so many in at once, in their order, and turns away who would be one too many", async () => {
    const lane = new Lane(2, 2);
    const gates = [gated(), gated(), gated(), gated()];
    const begun: number[] = [];
    const runs = gates.map(({ promise }, index) =>
      lane.run(nobody, () => {
        begun.push(index);
        return promise;
      }),
    );
    await expect(lane.run(nobody, () => Promise.resolve())).rejects.toBeInstanceOf(LaneFull);
    expect(begun).toEqual([0, 1]);
    gates[1]?.resolve();
    await runs[1];
    await expect.poll(() => begun).toEqual([0, 1, 2]);
    for (const gate of gates) gate.resolve();
    await Promise.all(runs);
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  test("[I15] whoever goes away while waiting gives up their place", async () => {
    const lane = new Lane(1, 1);
    const gate = gated();
    const first = lane.run(nobody, () => gate.promise);
    const leaving = new AbortController();
    const waiting = lane.run(leaving.signal, () => Promise.resolve("ran"));
    leaving.abort(new Error("went away"));
    await expect(waiting).rejects.toThrow("went away");
    const next = lane.run(nobody, () => Promise.resolve("next"));
    gate.resolve();
    expect(await next).toBe("next");
    await first;
    expect(await lane.run(nobody, () => Promise.resolve("free"))).toBe("free");
  });
});
