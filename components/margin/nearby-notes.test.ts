import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { annotateWords, articleOf, textAt } from "#domain/anchor/edited-article.test-kit.ts";
import { openIndex } from "#domain/annotation/annotation-index.ts";
import type { ArticleGeometry } from "../article/article-view-props.ts";
import { Store } from "../session/store.ts";
import { NearbyNotes } from "./nearby-notes.ts";

/** How high a block of the text is, and the window, in CSS pixels. */
const BLOCK = 100;
const WINDOW = 500;

/** Milliseconds. */
const FRAME = 16;

/** What the window is scrolled by. */
let scrollY = 0;

beforeEach(() => {
  scrollY = 0;
  vi.useFakeTimers();
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("innerHeight", WINDOW);
  const page = Object.defineProperty(new EventTarget(), "scrollY", { get: () => scrollY });
  vi.stubGlobal("window", page);
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => setTimeout(draw, FRAME));
  vi.stubGlobal("cancelAnimationFrame", clearTimeout);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const nothing = (): void => {};

/** An article of `count` blocks of one line, as it lies in the window. */
function pageOf(count: number) {
  const article = articleOf(...Array.from({ length: count }, (_, at) => `line word${at} end`));
  const index = openIndex(article);
  const asked: number[] = [];
  const geometry: ArticleGeometry = {
    topOf: () => null,
    boxes: () => [],
    blocksNear: (reach) => ({
      from: Math.max(0, Math.floor((scrollY - reach) / BLOCK)),
      until: Math.min(count, Math.ceil((scrollY + WINDOW + reach) / BLOCK)),
    }),
    topsIn: (block, offsets) => {
      asked.push(block);
      return offsets.map(() => block * BLOCK - scrollY);
    },
    ...{ focus: nothing, reveal: nothing, clearSelection: nothing },
  };
  const layout = new Store(0);
  const box = { top: 0, height: count * BLOCK };
  const notes = new NearbyNotes({
    ...{ index, layout },
    geometry: () => geometry,
    box: () => ({ ...box, top: -scrollY }),
  });
  const mark = (at: number): unknown => annotateWords(index, `n${at}`, `word${at} `);
  const told = (): string[] => notes.nearby.get().notes.map(({ id, top }) => `${id} ${top}`);
  return { article, index, notes, asked, layout, mark, told };
}

/** The same with a note on each of 200 blocks. */
function longPage() {
  const page = pageOf(200);
  page.index.together(() => {
    for (let at = 0; at < 200; at++) page.mark(at);
  });
  page.notes.show({ shows: () => true, selected: null });
  return page;
}

test("[G9] of few notes all are near, in reading order, each as far down as its words", () => {
  const { notes, mark, told } = pageOf(100);
  for (const at of [90, 3]) mark(at);
  notes.show({ shows: () => true, selected: null });
  expect(told()).toEqual(["n3 300", "n90 9000"]);
  expect(notes.nearby.get()).toMatchObject({ room: 10_000, isAll: true });
});

test("[G9] of many only those are near that stand near the window, and the selected one", () => {
  const { notes, asked, told } = longPage();
  expect(told()).toHaveLength(13); // the window and one and a half more below it
  expect(Math.max(...asked)).toBe(12);
  notes.show({ shows: ({ id }) => id !== "n2", selected: "n150" });
  expect(told()).toEqual(expect.arrayContaining(["n0 0", "n150 15000"]));
  expect(told()).not.toContain("n2 200");
  expect(notes.nearby.get().isAll).toBe(false);
});

test("[G9] other notes are near once the page was scrolled far enough", () => {
  const { told } = longPage();
  const scroll = (to: number): void => {
    scrollY = to;
    document.dispatchEvent(new Event("scroll"));
    vi.advanceTimersByTime(FRAME);
  };
  scroll(200);
  expect(told()[0]).toBe("n0 0");
  scroll(5000);
  expect(told()[0]).toBe("n42 4200");
});

test("[G10] what happens far away is not looked at, and what is typed nearby later than a new note", () => {
  const { article, index, asked, told } = longPage();
  asked.length = 0;
  textAt(article, 180).insert(0, "far ");
  annotateWords(index, "far", "line word190");
  vi.advanceTimersByTime(1000);
  expect(asked).toEqual([]);

  textAt(article, 1).insert(0, "near ");
  vi.advanceTimersByTime(200);
  expect(asked).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(asked).not.toEqual([]);
  annotateWords(index, "new", "line word4");
  vi.advanceTimersByTime(20);
  expect(told()).toContain("new 400");
});

test("[G10] lines that moved are looked at again; nothing is told when nothing looks different", () => {
  const { notes, layout, asked } = longPage();
  let times = 0;
  notes.nearby.subscribe(() => times++);
  asked.length = 0;
  layout.set(1);
  vi.advanceTimersByTime(20);
  expect(asked).not.toEqual([]);
  expect(times).toBe(0);
  notes.destroy();
  layout.set(2);
  document.dispatchEvent(new Event("scroll"));
  asked.length = 0;
  vi.advanceTimersByTime(1000);
  expect(asked).toEqual([]);
});
