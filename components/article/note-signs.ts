// What the text tells those who listen to it: which notes each paragraph has, and, as a real `<mark>`,
// the words of the selected annotation. ProseMirror draws both, so that it knows its own elements.

import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { type ArticleText, blockAt, type TextRange } from "#domain/article/article-text.ts";

/** A passage, and what is said of it. */
export type MarkedWords = { readonly range: TextRange; readonly description: string };

export type Signs = {
  /** The words of the selected annotation; null when none is. */
  readonly mark: MarkedWords | null;
  /** The ids of the elements that hold the notes of a block, with blanks between, by its index. */
  readonly details: ReadonlyMap<number, string>;
};

const KEY = new PluginKey<DecorationSet>("note-signs");

/** Keeps the signs in their places through every edit. */
export function noteSigns(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: KEY,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, signs) => {
        const put: DecorationSet | undefined = transaction.getMeta(KEY);
        return put ?? signs.map(transaction.mapping, transaction.doc);
      },
    },
    props: { decorations: (state) => KEY.getState(state) },
  });
}

/** The signs that are in the text. */
export const signsThere = (state: EditorState): readonly Decoration[] =>
  KEY.getState(state)?.find() ?? [];

/** What puts these signs in the place of those that are there; null when nothing has to change. */
export function putSigns(state: EditorState, text: ArticleText, signs: Signs): Transaction | null {
  const { doc, tr } = state;
  const wanted = signsIn(doc, text, signs);
  if (told(signsThere(state)) === told(wanted)) return null;
  return tr.setMeta(KEY, DecorationSet.create(doc, wanted)).setMeta("addToHistory", false);
}

/** Puts these signs into what is shown. Returns whether anything had to change. */
export function showSigns(view: EditorView, text: ArticleText, signs: Signs): boolean {
  const transaction = putSigns(view.state, text, signs);
  if (transaction) view.dispatch(transaction);
  return transaction !== null;
}

const told = (signs: readonly Decoration[]): string =>
  signs
    .map(({ from, to, spec }) => `${from} ${to} ${spec.says}`)
    .toSorted()
    .join("\n");

/** The signs as decorations; those whose block does not say the same in the document are left out. */
function signsIn(doc: Node, text: ArticleText, { mark, details }: Signs): Decoration[] {
  const blocks = textBlocks(doc);
  const shown = (index: number): Block | null => {
    const block = blocks[index];
    return block && textOf(block.node) === text.blocks[index]?.text ? block : null;
  };
  const pointers = [...details].flatMap(([index, ids]) => {
    const block = shown(index);
    if (!block) return [];
    const attributes = { "aria-details": ids };
    const end = block.at + block.node.nodeSize;
    return [Decoration.node(block.at, end, attributes, { says: ids })];
  });
  return mark ? [...pointers, ...markOf(doc, mark, (at) => place(text, at, shown))] : pointers;
}

type Block = { readonly node: Node; readonly at: number };

function textBlocks(doc: Node): Block[] {
  const blocks: Block[] = [];
  doc.descendants((node, at) => {
    if (node.isTextblock) blocks.push({ node, at });
    return !node.isTextblock;
  });
  return blocks;
}

const textOf = (block: Node): string =>
  block.textBetween(0, block.content.size, undefined, () => "\n");

/** The position of the letter at an offset of the flat text; null when it isn't shown. */
function place(
  text: ArticleText,
  offset: number,
  shown: (block: number) => Block | null,
): number | null {
  const index = blockAt(text, offset);
  const block = shown(index);
  return block && block.at + 1 + offset - (text.blocks[index]?.start ?? 0);
}

/** One piece for each run of letters; the first one carries the description, so that it is said once. */
function markOf(
  doc: Node,
  { range, description }: MarkedWords,
  placeOf: (offset: number) => number | null,
): Decoration[] {
  const from = placeOf(range.start);
  const last = placeOf(range.end - 1);
  if (from === null || last === null) return [];
  const pieces: [number, number][] = [];
  doc.nodesBetween(from, last + 1, (node, at) => {
    if (node.isText) pieces.push([Math.max(from, at), Math.min(last + 1, at + node.nodeSize)]);
  });
  return pieces.map(([start, end], count) => {
    const says = count === 0 ? description : "";
    const attributes = count === 0 ? { "aria-description": description } : {};
    return Decoration.inline(start, end, { nodeName: "mark", ...attributes }, { says });
  });
}
