// Runs in a page of a real browser: an article is edited at random, and after every edit what is painted
// is held against what painting everything anew would paint.

import { yUndoPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { type Anchor, resolveAnchor } from "#domain/anchor/anchor.ts";
import { annotate } from "#domain/anchor/edited-article.test-kit.ts";
import { type Annotation, anchorNow } from "#domain/annotation/annotation.ts";
import { type AnnotationIndex, openIndex } from "#domain/annotation/annotation-index.ts";
import { KeptPlaces } from "#domain/annotation/kept-places.ts";
import { type ArticleNode, articleFragment, writeNodes } from "#domain/article/article.ts";
import { readText } from "#domain/article/article-text.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { readDomText, textElements, unitsBefore } from "../dom-text.ts";
import { type Chance, editByChance } from "../editing/edit-scenarios.test-kit.ts";
import { BoundEditor, HeadlessEditor } from "../editing/headless-editor.test-kit.ts";
import { type MountedArticle, mountReader } from "../reader.ts";
import { READING, WRITING } from "../reading-window.ts";
import { TextOnScreen } from "../text-on-screen.ts";
import { type EditedArticle, mountWriter } from "../writer.ts";
import { byKind } from "./look.ts";
import { Painter } from "./painter.ts";

/** How many annotations lie on the article, and after how many edits one is put elsewhere. */
const ANNOTATIONS = 24;
const CHANGE = 5;

const LOOK = byKind(POSTIL_CORE);

/** Paint on letters of a block: `claim-1 on “more” (2), 0 to 4`. */
type Stroke = string;

const frames: FrameRequestCallback[] = [];
// Frames come when the oracle says so: thousands of edits do not wait for a screen.
window.requestAnimationFrame = (callback) => frames.push(callback);

/**
 * Makes the edits one by one: the first half of them arrives from elsewhere while the text is read,
 * the others while it is edited, every second one by the editor on screen. Returns what is first
 * painted wrongly, in words; null when nothing is.
 */
export async function firstDifference(edits: readonly Chance[]): Promise<string | null> {
  const desk = new Desk();
  for (const [count, edit] of edits.entries()) {
    if (count === Math.floor(edits.length / 2)) desk.startEditing();
    desk.edit(edit, count);
    desk.showFrame();
    const wrong = desk.difference();
    if (wrong !== null) return `edit ${count} (${edit}): ${wrong}`;
    await nextTask();
  }
  desk.destroy();
  return null;
}

/** One screen with the article on it, and somebody elsewhere who edits it, too. */
class Desk {
  readonly #here = new Y.Doc();
  readonly #there = new Y.Doc();
  readonly #index: AnnotationIndex;
  readonly #indexThere: AnnotationIndex;
  readonly #places: KeptPlaces;
  readonly #placesThere: KeptPlaces;
  readonly #painter: Painter;
  readonly #elsewhere: BoundEditor;
  #screen: TextOnScreen;
  #mounted: MountedArticle;
  #hands: ScreenEditor | null = null;

  constructor() {
    writeNodes(this.#here, ARTICLE);
    Y.applyUpdate(this.#there, Y.encodeStateAsUpdate(this.#here));
    this.#connect(this.#here, this.#there);
    this.#connect(this.#there, this.#here);
    this.#index = openIndex(this.#here);
    this.#indexThere = openIndex(this.#there);
    this.#places = new KeptPlaces(this.#index, this.#onMoved);
    this.#placesThere = new KeptPlaces(this.#indexThere, this.#onMoved);
    this.#elsewhere = new BoundEditor(this.#there, (at) => this.#placesThere.expectEdit(at));
    this.#painter = new Painter(this.#index);
    this.#painter.colour(LOOK);
    for (let id = 0; id < ANNOTATIONS; id++) this.#annotate(id, id * 37);
    this.#mounted = mountReader(this.#here, newRoot());
    this.#screen = this.#present(this.#mounted);
  }

  startEditing(): void {
    const onEdit = (at: number): void => this.#places.expectEdit(at);
    const mounted = mountWriter(this.#here, newRoot(), onEdit);
    this.#mounted.destroy();
    this.#mounted.root.remove();
    this.#mounted = mounted;
    this.#screen = this.#present(mounted);
    this.#hands = new ScreenEditor(mounted.editor);
  }

  edit(edit: Chance, count: number): void {
    if (count % CHANGE === 0) this.#annotate(count % ANNOTATIONS, edit[1]);
    editByChance(count % 2 === 0 ? this.#elsewhere : (this.#hands ?? this.#elsewhere), edit);
  }

  showFrame(): void {
    for (const callback of frames.splice(0)) callback(performance.now());
  }

  /** How what is painted differs from what should be; null when it doesn't. */
  difference(): string | null {
    const [painted, wanted] = [this.#painted(), this.#wanted()];
    const missing = wanted.filter((each) => !painted.includes(each));
    const wrong = painted.filter((each) => !wanted.includes(each));
    if (missing.length === 0 && wrong.length === 0) return null;
    return `missing ${missing.join("; ")}, wrong ${wrong.join("; ")}`;
  }

  destroy(): void {
    this.#painter.destroy();
    this.#mounted.destroy();
    this.#mounted.root.remove();
  }

  #present(mounted: MountedArticle): TextOnScreen {
    document.body.append(mounted.root);
    const screen = new TextOnScreen(mounted.root, this.#index);
    this.#painter.attach(screen, "editor" in mounted ? WRITING : READING);
    return screen;
  }

  #connect(from: Y.Doc, to: Y.Doc): void {
    from.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) Y.applyUpdate(to, update, this);
    });
  }

  /** What one device tells of an annotation, both know. */
  readonly #onMoved = (id: string, movedTo: Anchor): void => {
    const annotation = this.#index.get(id)?.annotation;
    if (annotation) this.#put({ ...annotation, movedTo });
  };

  #annotate(id: number, at: number): void {
    const { text } = this.#index.text;
    const start = at % Math.max(1, text.length);
    const end = start + 3 + (at % 90);
    if (text.slice(start, end).trim() !== "") {
      this.#put(annotate(this.#index, "x".repeat(id + 1), start, end));
    }
  }

  #put(annotation: Annotation): void {
    this.#index.put(annotation);
    this.#indexThere.put(annotation);
  }

  /** Resolves every anchor anew in a text that is read anew. */
  #wanted(): Stroke[] {
    const text = readText(articleFragment(this.#here));
    const placed = this.#index.placed().flatMap(({ annotation }) => {
      const range = resolveAnchor(text, anchorNow(annotation));
      return range ? [{ annotation, ...range }] : [];
    });
    const names = nameBlocks(text.blocks.map((block) => block.text));
    return text.blocks.flatMap((block, index) => {
      const { length } = block.text;
      const pieces = placed.map(({ annotation, start, end }) => ({
        annotation,
        settled: false,
        start: Math.max(0, start - block.start),
        end: Math.min(length, end - block.start),
      }));
      const inside = pieces.filter(({ start, end }) => start < end);
      return LOOK.brushes(inside).map(({ name, start, end }) =>
        stroke(name, names[index], start, end),
      );
    });
  }

  #painted(): Stroke[] {
    const elements = textElements(this.#screen.root);
    const shown = elements.map(readDomText);
    const names = nameBlocks(shown.map((each) => each.text));
    return [...CSS.highlights].flatMap(([name, highlight]) =>
      [...highlight].map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const index = elements.findIndex((each) => each.contains(startContainer));
        const block = shown[index];
        if (!block) return `${name} nowhere`;
        const start = unitsBefore(block, startContainer, startOffset);
        const end = unitsBefore(block, endContainer, endOffset);
        return stroke(name, names[index], start, end);
      }),
    );
  }
}

const stroke = (name: string, block: string | undefined, start: number, end: number): Stroke =>
  `${name} on ${block}, ${start} to ${end}`;

/** Names blocks by what they say, and those that say the same by their order: an editor may show empty ones more. */
function nameBlocks(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return texts.map((words) => {
    const count = (counts.get(words) ?? 0) + 1;
    counts.set(words, count);
    return `“${words}” (${count})`;
  });
}

/** Edits in the editor on screen. */
class ScreenEditor extends HeadlessEditor {
  readonly #editor: EditedArticle["editor"];

  constructor(editor: EditedArticle["editor"]) {
    super();
    this.#editor = editor;
  }

  override get state() {
    return this.#editor.state;
  }

  override undo(): void {
    this.#editor.commands.undo();
  }

  protected override apply(transaction: Parameters<HeadlessEditor["apply"]>[0]): void {
    yUndoPluginKey.getState(this.state).undoManager.stopCapturing();
    this.#editor.view.dispatch(transaction);
  }
}

const newRoot = (): HTMLElement => document.createElement("article");

/** Lets the browser tell ProseMirror what it saw. */
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port2.onmessage = () => resolve();
    port1.postMessage(null);
  });
}

const text = (words: string): ArticleNode => ({ type: "text", text: words });
const block = (...content: ArticleNode[]): ArticleNode => ({ type: "paragraph", content });
const item = (...content: ArticleNode[]): ArticleNode => ({ type: "listItem", content });
const cell = (words: string): ArticleNode => ({ type: "tableCell", content: [block(text(words))] });

/** Equal paragraphs stand beside each other, so that one may be taken for the other. */
const ARTICLE: readonly ArticleNode[] = [
  { type: "heading", attrs: { level: 1 }, content: [text("The mayor opened a bridge")] },
  block(text("Critics say that it cost too much money, and much too late.")),
  block(text("Critics say that it cost too much money, and much too late.")),
  block(text("She said:"), { type: "hardBreak" }, text("nobody had asked them before.")),
  {
    type: "bulletList",
    content: [item(block(text("The first point"))), item(block(text("more")))],
  },
  {
    type: "table",
    content: [
      { type: "tableRow", content: [cell("Year"), cell("Cost")] },
      { type: "tableRow", content: [cell("2024"), cell("Twelve million")] },
    ],
  },
  { type: "blockquote", content: [block(text("It is the bridge of our lives, she said."))] },
  block(text("more")),
  block(text("Next spring there are elections in town, and few will listen now.")),
];
