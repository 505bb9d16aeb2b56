import { afterEach, expect, test } from "vitest";
import { SharedChild } from "./shared-child.ts";

const nobody = new AbortController().signal;
let child: SharedChild;
afterEach(() => child.close());

function newChild(idle = 60_000) {
  const module = new URL("shared-child.test-kit.ts", import.meta.url);
  child = new SharedChild({ module, threads: 4, idle });
  return (task: string, { time = 60_000, signal = nobody } = {}): Promise<unknown> =>
    child.work({ task, time, signal });
}

test("[I21] a process works for all who ask meanwhile and soon after, whoever went away", async () => {
  const ask = newChild();
  const leaving = new AbortController();
  const waits = ask("never answer", { signal: leaving.signal });
  const first = await ask("say who you are");
  expect(await ask("say who you are")).toEqual(first);
  leaving.abort(new Error("went away"));
  await expect(waits).rejects.toThrow("went away");
  expect(await ask("say who you are")).toEqual(first);
  child.close();
  expect(await ask("say who you are")).not.toEqual(first);
});

test("[I21] one that has nothing to do any more is over", async () => {
  const ask = newChild(1);
  const first = await ask("say who you are");
  await expect.poll(() => ask("say who you are"), { timeout: 15_000 }).not.toEqual(first);
});

test.for(["end", "talk nonsense"])(
  "[I21] where one has it %s, all under way has failed, and what comes next is done",
  async (wanted) => {
    const ask = newChild();
    const outcomes = await Promise.allSettled([ask("never answer"), ask(wanted)]);
    const failed = { status: "rejected", reason: expect.objectContaining({ reason: "broken" }) };
    expect(outcomes).toEqual([failed, failed]);
    expect(await ask("say who you are")).toEqual({ done: expect.any(Number) });
  },
);

test("[I21] one that hangs is ended, and what comes next is done", async () => {
  const ask = newChild();
  await expect(ask("take all time", { time: 2000 })).rejects.toMatchObject({ reason: "slow" });
  expect(await ask("say who you are")).toEqual({ done: expect.any(Number) });
});
