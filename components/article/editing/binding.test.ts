import { deleteSelection } from "@tiptap/pm/commands";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { resolveAnchor } from "#domain/anchor/anchor.ts";
import { annotate, articleOf } from "#domain/anchor/edited-article.test-kit.ts";
import type { Annotation } from "#domain/annotation/annotation.ts";
import { openIndex } from "#domain/annotation/annotation-index.ts";
import { KeptPlaces } from "#domain/annotation/kept-places.ts";
import { articleFragment } from "#domain/article/article.ts";
import { readText, type TextRange } from "#domain/article/article-text.ts";
import {
  type Chance,
  editByChance,
  rearrangeByChance,
  SCENARIOS,
} from "./edit-scenarios.test-kit.ts";
import { BoundEditor, MarkedEditor } from "./headless-editor.test-kit.ts";

const PARAGRAPHS = [
  "first paragraph here",
  "alpha beta gamma delta epsilon zeta",
  "third paragraph here",
];
const ID = "a";

/** A text being edited, somebody else who reads it, and a passage that both know as an annotation. */
class Scene {
  readonly article: Y.Doc;
  readonly editor: BoundEditor;
  readonly oracle: MarkedEditor;
  readonly #reader = new Y.Doc();
  readonly #own;
  readonly #others;

  constructor(paragraphs: readonly string[], passage: (text: string) => TextRange) {
    this.article = articleOf(...paragraphs);
    this.editor = new BoundEditor(this.article);
    const range = passage(this.editor.text);
    this.oracle = new MarkedEditor(this.editor, range);
    Y.applyUpdate(this.#reader, Y.encodeStateAsUpdate(this.article));
    this.#own = openIndex(this.article);
    this.#others = openIndex(this.#reader);
    this.#others.put(annotate(this.#own, ID, range.start, range.end));
    this.article.on("update", (update) => Y.applyUpdate(this.#reader, update));
  }

  /** The same edit of the text and of the oracle. */
  edit(act: (editor: BoundEditor | MarkedEditor) => void): void {
    act(this.editor);
    act(this.oracle);
    expect(this.editor.text).toBe(this.oracle.text);
  }

  /** Where the editor's page, a reader's page and the server find the passage. */
  get found(): (TextRange | null)[] {
    const fresh = readText(articleFragment(this.#reader));
    const anchor = this.#own.get(ID)?.annotation.anchor;
    return [
      this.#own.get(ID)?.range ?? null,
      this.#others.get(ID)?.range ?? null,
      anchor ? resolveAnchor(fresh, anchor) : null,
    ];
  }
}

const passageOf =
  (words: string) =>
  (text: string): TextRange => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };

const QUOTE = "beta gamma delta";

test.each(Object.entries(SCENARIOS))("[A4] an annotation keeps its words through %s", (_, act) => {
  const scene = new Scene(PARAGRAPHS, passageOf(QUOTE));
  scene.edit((editor) => act(editor, passageOf(QUOTE)(editor.text)));
  const expected = scene.oracle.passage;
  expect(scene.found).toEqual([expected, expected, expected]);
});

const ELSEWHERE = "cutting it and pasting it elsewhere";

test.each(Object.entries(SCENARIOS).filter(([name]) => name !== ELSEWHERE))(
  "[A8] an annotation keeps its words through %s and through edits of it afterwards",
  (_, act) => {
    const scene = new Scene(PARAGRAPHS, passageOf(QUOTE));
    scene.edit((editor) => act(editor, passageOf(QUOTE)(editor.text)));
    const { end } = scene.oracle.passage ?? { end: null };
    if (end === null) return;
    scene.edit((editor) => {
      editor.select(end - 3);
      editor.type("K");
    });
    const typed = scene.oracle.passage;
    expect(scene.found).toEqual([typed, typed, typed]);
    scene.edit((editor) => {
      editor.select(end - 1, end);
      editor.run(deleteSelection);
    });
    const deleted = scene.oracle.passage;
    expect(scene.found).toEqual([deleted, deleted, deleted]);
  },
);

const REPEATING = [
  "The mayor said the new bridge was the best in the land, and the council said the same.",
  "But the old bridge was the one that the people of the town loved.",
  "Some said that the mayor had never seen it.",
  "The mayor said she had, and that the old bridge was never safe for the cars of the town.",
];

test("[A9] what is marked offline while the text is rearranged keeps its words, whichever arrives first", () => {
  const number = fc.nat();
  const acts = fc.array(fc.tuple(number, number, number), { maxLength: 8 });
  fc.assert(
    fc.property(number, fc.integer({ min: 1, max: 60 }), acts, (at, length, rearrangements) => {
      const article = articleOf(...REPEATING);
      const editor = new BoundEditor(article);
      const offline = new Y.Doc();
      Y.applyUpdate(offline, Y.encodeStateAsUpdate(article));
      const [first, own, late] = [openIndex(article), openIndex(offline), openIndex(article)];
      const start = at % (editor.text.length - length);
      fc.pre(/\S/.test(editor.text.slice(start, start + length)));
      const annotation = annotate(own, ID, start, start + length);
      first.put(annotation);
      const oracle = new MarkedEditor(editor, first.get(ID)?.range ?? { start, end: start });
      for (const each of rearrangements) {
        for (const either of [editor, oracle]) rearrangeByChance(either, each);
        fc.pre(editor.text === oracle.text);
      }
      late.put(annotation);
      Y.applyUpdate(offline, Y.encodeStateAsUpdate(article));
      for (const index of [first, own, late]) {
        expect(index.get(ID)?.range).toEqual(oracle.passage);
      }
    }),
    { numRuns: 300 },
  );
});

const DISTINCT = [
  "The mayor opened a new bridge over our river.",
  "Critics say that it cost too much money.",
  "Nobody had asked them before, and few will listen now.",
  "Next spring there are elections in town.",
];

/** A passage on the device that edits, and what that device would tell the server of it. */
class ToldScene {
  readonly article;
  readonly #index;
  readonly #editor;
  readonly #oracle;
  #words: string;

  constructor(paragraphs: readonly string[], at: number, length: number) {
    this.article = articleOf(...paragraphs);
    const index = openIndex(this.article);
    this.#index = index;
    const places = new KeptPlaces(index, (id, movedTo) => {
      const placed = index.get(id);
      if (placed) index.put({ ...placed.annotation, movedTo });
    });
    this.#editor = new BoundEditor(this.article, (from) => places.expectEdit(from));
    const start = at % (this.#editor.text.length - length);
    this.#words = this.#editor.text.slice(start, start + length);
    fc.pre(/\S/.test(this.#words));
    annotate(index, ID, start, start + length);
    this.#oracle = new MarkedEditor(this.#editor, this.found ?? { start, end: start });
  }

  /** Skips what no mark can follow, and words that are deleted where equal ones stand. */
  edit(chance: Chance): void {
    for (const each of [this.#editor, this.#oracle]) editByChance(each, chance);
    fc.pre(this.#editor.text === this.#oracle.text && this.#oracle.isInOnePiece);
    const { found, expected } = this;
    if (expected) this.#words = this.#at(expected);
    else if (found) fc.pre(this.#at(found) !== this.#words);
  }

  get told(): Annotation | undefined {
    return this.#index.get(ID)?.annotation;
  }

  get found(): TextRange | null {
    return this.#index.get(ID)?.range ?? null;
  }

  get expected(): TextRange | null {
    return this.#oracle.passage;
  }

  #at({ start, end }: TextRange): string {
    return this.#editor.text.slice(start, end);
  }
}

test("[A10] of a sentence that is deleted nothing stays on the next one, however alike it begins", () => {
  const scene = new ToldScene(["The mayor. The council left."], 0, "The mayor. ".length);
  scene.edit([1, 0, "The mayor. ".length]);
  expect(scene.found).toBeNull();
});

/** Found by chance: a passage in two items of a list, which is then moved to the front. */
const MOVED_LIST: [number, number, Chance[]] = [
  68,
  19,
  [
    [6, 68, 0],
    [3, 69, 0],
    [2, 68, 0],
  ],
];

test("[A10] the device that edits knows where every passage went, and with what it tells so does everybody", () => {
  const number = fc.nat();
  const acts = fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(number, fc.integer({ min: 3, max: 40 }), acts, (at, length, edits) => {
      const scene = new ToldScene(DISTINCT, at, length);
      for (const each of edits) scene.edit(each);
      expect(scene.found).toEqual(scene.expected);
      const reader = new Y.Doc();
      Y.applyUpdate(reader, Y.encodeStateAsUpdate(scene.article));
      const others = openIndex(reader);
      if (scene.told) others.put(scene.told);
      expect(others.get(ID)?.range ?? null).toEqual(scene.expected);
    }),
    { numRuns: 300, examples: [MOVED_LIST] },
  );
});
