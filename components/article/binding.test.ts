import { getSchema } from "@tiptap/core";
import { joinBackward, setBlockType, splitBlock, toggleMark, wrapIn } from "@tiptap/pm/commands";
import type { Node } from "@tiptap/pm/model";
import { wrapInList } from "@tiptap/pm/schema-list";
import { type Command, EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createAnchor, resolveAnchor } from "#domain/anchor.ts";
import { articleFragment } from "#domain/article.ts";
import { type ArticleText, readText } from "#domain/article-text.ts";
import { articleOf } from "#domain/edited-article.test-kit.ts";
import { articleExtensions } from "./article-schema.ts";

const schema = getSchema(articleExtensions());
const { heading, bulletList, blockquote, paragraph } = schema.nodes;
const { bold } = schema.marks;
const QUOTE = "beta gamma delta";

/** Edits an article as an editor's browser does, through the binding. */
class Writer {
  readonly article = articleOf(
    "first paragraph here",
    "alpha beta gamma delta epsilon zeta",
    "third paragraph here",
  );
  readonly #fragment = articleFragment(this.article);
  readonly #history = new Y.UndoManager(this.#fragment, {
    captureTimeout: 0,
    trackedOrigins: new Set([this]),
  });

  /** Applies what `make` builds from the document as it stands. */
  change(make: (transaction: Transaction) => Transaction): this {
    const { doc, meta } = initProseMirrorDoc(this.#fragment, schema);
    const state = EditorState.create({ doc });
    this.#write(make(state.tr).doc, meta);
    return this;
  }

  /** Runs an editor's command with these words selected, or the caret before them. */
  run(command: Command, words: string, isSelected = false): this {
    const { doc, meta } = initProseMirrorDoc(this.#fragment, schema);
    const from = positionOf(doc, words);
    const selection = TextSelection.create(doc, from, isSelected ? from + words.length : from);
    let made: Transaction | null = null;
    command(EditorState.create({ doc, selection }), (transaction) => {
      made = transaction;
    });
    expect(made).not.toBeNull();
    this.#write((made as Transaction | null)?.doc ?? doc, meta);
    return this;
  }

  undo(): this {
    this.#history.undo();
    return this;
  }

  #write(doc: Node, meta: Parameters<typeof updateYFragment>[3]): void {
    this.article.transact(() => updateYFragment(this.article, this.#fragment, doc, meta), this);
  }
}

function positionOf(doc: Node, words: string): number {
  let found: number | null = null;
  doc.descendants((node, position) => {
    const at = node.text?.indexOf(words) ?? -1;
    if (at >= 0) found ??= position + at;
  });
  if (found === null) throw new Error(`no ${words}`);
  return found;
}

const insert = (writer: Writer, before: string, words: string) =>
  writer.change((tr) => tr.insertText(words, positionOf(tr.doc, before)));

const remove = (writer: Writer, words: string) =>
  writer.change((tr) => {
    const from = positionOf(tr.doc, words);
    return tr.delete(from, from + words.length);
  });

/** Takes the middle paragraph away and puts it in front, or only away. */
const move = (writer: Writer, isKept: boolean) =>
  writer.change((tr) => {
    const from = positionOf(tr.doc, "alpha") - 1;
    const block = tr.doc.nodeAt(from);
    if (!block) throw new Error("no block");
    tr.delete(from, from + block.nodeSize);
    return isKept ? tr.insert(0, block) : tr;
  });

const split = (writer: Writer) => writer.run(splitBlock, "mma");
const join = (writer: Writer) => writer.run(joinBackward, "alpha");

/** What an editor does, and the words of the annotation afterwards; a line break stands as "/". */
const SCENARIOS: Record<string, [(writer: Writer) => unknown, string | null]> = {
  "typing before": [(writer) => insert(writer, "pha", "XX"), QUOTE],
  "typing inside": [(writer) => insert(writer, "mma", "XX"), "beta gaXXmma delta"],
  "typing at the start": [(writer) => insert(writer, "beta", "XX"), QUOTE],
  "typing at the end": [(writer) => insert(writer, " epsilon", "XX"), QUOTE],
  "deleting over the start": [(writer) => remove(writer, "ha be"), "ta gamma delta"],
  "deleting over the end": [(writer) => remove(writer, "lta ep"), "beta gamma de"],
  "deleting all of it": [(writer) => remove(writer, QUOTE), null],
  "deleting all of it, undone": [(writer) => remove(writer, QUOTE).undo(), QUOTE],
  "deleting the paragraph": [(writer) => move(writer, false), null],
  "deleting the paragraph, undone": [(writer) => move(writer, false).undo(), QUOTE],
  "a split inside": [split, "beta ga/mma delta"],
  "a split before": [(writer) => writer.run(splitBlock, "beta"), QUOTE],
  "a split inside, undone": [(writer) => split(writer).undo(), QUOTE],
  "a split inside, joined again": [(writer) => split(writer).run(joinBackward, "mma"), QUOTE],
  "a join with the paragraph before": [join, QUOTE],
  "a join, undone": [(writer) => join(writer).undo(), QUOTE],
  "a heading": [(writer) => writer.run(setBlockType(type(heading), { level: 2 }), "mma"), QUOTE],
  "a list": [(writer) => writer.run(wrapInList(type(bulletList)), "mma"), QUOTE],
  "a quotation": [(writer) => writer.run(wrapIn(type(blockquote)), "mma"), QUOTE],
  "bold words": [(writer) => writer.run(toggleMark(type(bold)), "gamma", true), QUOTE],
  "moving the paragraph": [(writer) => move(writer, true), QUOTE],
  "typing over a word": [
    (writer) => insert(remove(writer, "gamma"), " delta", "GAMMA"),
    "beta GAMMA delta",
  ],
  "a paragraph before": [
    (writer) =>
      writer.change((tr) => tr.insert(0, type(paragraph).create(null, schema.text("new")))),
    QUOTE,
  ],
};

function type<T>(known: T | undefined): T {
  if (known === undefined) throw new Error("not in the schema");
  return known;
}

const textOf = (article: Y.Doc): ArticleText => readText(articleFragment(article));

test.each(Object.entries(SCENARIOS))("[A4] an anchor holds through %s", (_, [act, expected]) => {
  const writer = new Writer();
  const start = textOf(writer.article).text.indexOf(QUOTE);
  const range = { start, end: start + QUOTE.length };
  const anchor = createAnchor(textOf(writer.article), range);
  const reader = new Y.Doc();
  Y.applyUpdate(reader, Y.encodeStateAsUpdate(writer.article));
  act(writer);
  Y.applyUpdate(reader, Y.encodeStateAsUpdate(writer.article));
  for (const article of [writer.article, reader]) {
    const text = textOf(article);
    const found = anchor && resolveAnchor(text, anchor);
    const words = found && text.text.slice(found.start, found.end).replaceAll("\n\n", "/");
    expect(words).toBe(expected);
  }
});
