import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Lock } from "#domain/talk/article-state.ts";
import { type SavingParts, SavingWatch } from "./saving-watch.ts";
import { Store } from "./store.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const LOCK: Lock = { by: "olive", at: 1, hash: "" };

/** A watch over what stands with the server, which is changed at will. */
function watched(edits = false) {
  const outbox: Writable<SavingParts["outbox"]> = {
    ...{ refusal: null, isStored: false, isWaiting: false },
  };
  const connection = { isOpen: false, isArticleStored: true, articleWaits: 0 };
  const lock = new Store<Lock | null>(null);
  const copy = { isKept: true };
  const watch = new SavingWatch({ outbox, connection, lock, edits, isKept: () => copy.isKept });
  return { outbox, connection, lock, copy, watch, saving: () => watch.saving.get() };
}

/** The same, with everything saved. */
function saved(edits = false) {
  const all = watched(edits);
  all.connection.isOpen = true;
  all.outbox.isStored = true;
  all.watch.judge();
  expect(all.saving()).toEqual({ state: "saved" });
  return all;
}

test("[N14] what is saved within a moment again is said to be saved only once it stays so", () => {
  const { outbox, watch, saving } = saved();
  for (let key = 0; key < 3; key++) {
    outbox.isStored = false;
    watch.judge();
    expect(saving()).toEqual({ state: "saving" });
    outbox.isStored = true;
    watch.judge();
    vi.advanceTimersByTime(200);
    expect(saving()).toEqual({ state: "saving" });
  }
  vi.advanceTimersByTime(60);
  expect(saving()).toEqual({ state: "saved" });
});

test("[N14] before the first connection one connects, after it one is offline, with or without work that waits", () => {
  const { outbox, connection, watch, saving } = watched();
  watch.judge();
  expect(saving()).toEqual({ state: "connecting" });
  watch.onDisconnect();
  expect(saving()).toEqual({ state: "offline", waiting: "nothing" });
  outbox.isWaiting = true;
  watch.judge();
  expect(saving()).toEqual({ state: "offline", waiting: "kept" });
  [outbox.isWaiting, connection.articleWaits] = [false, 10];
  watch.judge();
  expect(saving()).toEqual({ state: "offline", waiting: "kept" });
});

test("[N15] without a connection, work is said to be kept once the browser has it and nothing follows for a moment", () => {
  const { outbox, copy, watch, saving } = watched();
  watch.onDisconnect();
  outbox.isWaiting = true;
  for (let key = 0; key < 3; key++) {
    copy.isKept = false;
    watch.judge();
    expect(saving()).toEqual({ state: "offline", waiting: "unkept" });
    copy.isKept = true;
    watch.judge();
    vi.advanceTimersByTime(200);
    expect(saving()).toEqual({ state: "offline", waiting: "unkept" });
  }
  vi.advanceTimersByTime(60);
  expect(saving()).toEqual({ state: "offline", waiting: "kept" });
});

test("[N14] a refusal is told, and a connection that was closed for good above all", () => {
  const { outbox, watch, saving } = saved();
  outbox.refusal = "full";
  watch.judge();
  expect(saving()).toEqual({ state: "refused", refusal: "full" });
  watch.onClosed(4403);
  expect(saving()).toEqual({ state: "closed", code: 4403 });
});

test("[N8] an edit of a locked text that is not answered counts as refused after a while, for those who edit", () => {
  const { connection, lock, watch, saving } = saved(true);
  lock.set(LOCK);
  connection.isArticleStored = false;
  connection.articleWaits = 5;
  watch.judge();
  expect(saving()).toEqual({ state: "saving" });
  connection.articleWaits = 2000;
  vi.advanceTimersByTime(2000);
  expect(saving()).toEqual({ state: "refused", refusal: "locked" });

  const reader = saved();
  reader.connection.isArticleStored = false;
  reader.watch.judge();
  expect(reader.saving()).toEqual({ state: "saved" });
});
