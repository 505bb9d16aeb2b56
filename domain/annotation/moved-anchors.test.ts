import { expect, test } from "vitest";
import * as Y from "yjs";
import { createAnchor } from "../anchor/anchor.ts";
import { annotateWords, articleOf, wordsOf } from "../anchor/edited-article.test-kit.ts";
import { anchorNow } from "./annotation.ts";
import { openIndex } from "./annotation-index.ts";
import {
  allAsMoved,
  anchorKey,
  asMoved,
  forgetMoved,
  type MovedAnchor,
  readAllMoved,
  readAnchorKey,
  readMoved,
  watchMoved,
  writeMoved,
} from "./moved-anchors.ts";

const article = articleOf("alpha beta gamma delta");
const index = openIndex(article);
const annotation = annotateWords(index, "a", "beta");

/** A move to some words. */
function moveTo(words: string, of = anchorKey(annotation.anchor)): MovedAnchor {
  const start = index.text.text.indexOf(words);
  const anchor = createAnchor(index.text, { start, end: start + words.length });
  if (!anchor) throw new Error(`no ${words}`);
  return { of, anchor };
}

test("[E6] an annotation that was moved lies where the state says, and keeps what its author wrote", () => {
  const state = new Y.Doc();
  writeMoved(state, "ada/a", moveTo("delta"));
  const moved = asMoved(annotation, readMoved(state, "ada/a"));
  expect(moved.anchor).toBe(annotation.anchor);
  expect(anchorNow(moved).quote).toBe("delta");
  index.put(moved);
  expect(wordsOf(index, "a")).toBe("delta");
  index.put(asMoved(moved, null));
  expect(wordsOf(index, "a")).toBe("beta");
  expect(allAsMoved([annotation], readAllMoved(state)).map(anchorNow)).toMatchObject([
    { quote: "delta" },
  ]);
});

test("[E6] once its author has moved it, the state has no say", () => {
  const { anchor } = moveTo("gamma");
  const again = { ...annotation, anchor };
  expect(anchorNow(asMoved(again, moveTo("delta")))).toBe(anchor);
});

test("[E3] a malformed move is passed over", () => {
  const state = new Y.Doc();
  state.getMap("anchors").set("ada/a", { of: "x", anchor: Uint8Array.of(7) });
  writeMoved(state, "ada/b", moveTo("delta"));
  expect(readMoved(state, "ada/a")).toBeNull();
  expect([...readAllMoved(state).keys()]).toEqual(["ada/b"]);
});

test("[E4] a watcher hears which annotations were moved, and those that are gone are forgotten", () => {
  const state = new Y.Doc();
  const heard: string[][] = [];
  watchMoved(state, (refs) => heard.push([...refs]));
  writeMoved(state, "ada/a", moveTo("delta"));
  forgetMoved(state, (ref) => ref === "ada/a");
  expect(heard).toEqual([["ada/a"], ["ada/a"]]);
  expect(readAllMoved(state).size).toBe(0);
});

test("[E6] ends are told as text", () => {
  const { start, end } = annotation.anchor;
  expect(readAnchorKey(anchorKey(annotation.anchor))).toEqual({ start, end });
  for (const text of [
    "",
    "1.2",
    "1.2-3",
    "1.2-3.x",
    "1.2-3.4-",
    "-1.2-3.4",
    `1.2-3.${"4".repeat(16)}`,
  ])
    expect(readAnchorKey(text)).toBeNull();
});
