// What an editor may do to a passage, and to the text around it.

import {
  deleteSelection,
  joinBackward,
  setBlockType,
  splitBlock,
  toggleMark,
  wrapIn,
} from "@tiptap/pm/commands";
import { wrapInList } from "@tiptap/pm/schema-list";
import type { Command } from "@tiptap/pm/state";
import type { TextRange } from "#domain/article/article-text.ts";
import type { HeadlessEditor } from "./headless-editor.test-kit.ts";

type Act = (editor: HeadlessEditor, passage: TextRange) => void;

const heading: Command = (state, dispatch) =>
  setBlockType(node(state, "heading"), { level: 2 })(state, dispatch);
const bulletList: Command = (state, dispatch) =>
  wrapInList(node(state, "bulletList"))(state, dispatch);
const quotation: Command = (state, dispatch) => wrapIn(node(state, "blockquote"))(state, dispatch);
const bold: Command = (state, dispatch) => {
  const mark = state.schema.marks.bold;
  return mark ? toggleMark(mark)(state, dispatch) : false;
};

/** Every act is one or more steps of undo. A passage is inside one block, with more before it. */
export const SCENARIOS: Readonly<Record<string, Act>> = {
  "typing before it": (editor, { start }) => typeAt(editor, start - 3),
  "typing inside it": (editor, passage) => typeAt(editor, middle(passage)),
  "typing at its start": (editor, { start }) => typeAt(editor, start),
  "typing at its end": (editor, { end }) => typeAt(editor, end),
  "typing over a letter of it": (editor, passage) =>
    typeAt(editor, middle(passage), middle(passage) + 1),
  "deleting over its start": (editor, { start }) => remove(editor, start - 3, start + 1),
  "deleting all of it": removeAll,
  "formatting a part of it": (editor, { start, end }) => {
    editor.select(start + 1, end);
    editor.run(bold);
  },
  "a new paragraph before it": (editor, passage) => {
    const [start] = blockAround(editor, passage);
    editor.select(start);
    editor.run(splitBlock);
    editor.select(start);
    editor.type("new words");
  },
  "moving its paragraph": moveBlock,
  "deleting all of it, undone": (editor, passage) => {
    removeAll(editor, passage);
    editor.undo();
  },
  "deleting its paragraph, undone": (editor, passage) => {
    editor.select(passage.start);
    const { $from } = editor.state.selection;
    editor.change((transaction) => transaction.delete($from.before(), $from.after()));
    editor.undo();
  },
  "a split inside it": splitInside,
  "a split before it": (editor, { start }) => {
    editor.select(start);
    editor.run(splitBlock);
  },
  "a split inside it, undone": (editor, passage) => {
    splitInside(editor, passage);
    editor.undo();
  },
  "a split inside it, joined again": (editor, passage) => {
    splitInside(editor, passage);
    editor.run(joinBackward);
  },
  "a join with the paragraph before": join,
  "a join, undone": (editor, passage) => {
    join(editor, passage);
    editor.undo();
  },
  "becoming a heading": (editor, passage) => turn(editor, passage, heading),
  "becoming a list": (editor, passage) => turn(editor, passage, bulletList),
  "becoming a quotation": (editor, passage) => turn(editor, passage, quotation),
  "cutting it and pasting it elsewhere": (editor, { start, end }) => {
    editor.select(start, end);
    const words = editor.cut();
    editor.select(0);
    editor.paste(words);
  },
};

/** Something done by chance: what, where from and how far; taken modulo what there is. */
export type Chance = readonly [act: number, from: number, length: number];

/** What changes no letter of a text. */
export const REARRANGEMENTS = {
  split: (editor, { start }) => {
    editor.select(start);
    editor.run(splitBlock);
  },
  join,
  heading: (editor, range) => turn(editor, range, heading),
  bulletList: (editor, range) => turn(editor, range, bulletList),
  quotation: (editor, range) => turn(editor, range, quotation),
  bold: (editor, { start, end }) => {
    editor.select(start, end);
    editor.run(bold);
  },
  undo: (editor) => editor.undo(),
} as const satisfies Readonly<Record<string, Act>>;

/** Everything else: typing, deleting, moving. */
const CHANGES: readonly Act[] = [
  (editor, { start }) => {
    editor.select(start);
    editor.type("new ");
  },
  (editor, { start, end }) => remove(editor, start, end),
  moveBlock,
];

/** Rearranges the text: the same in every editor that holds the same text. */
export function rearrangeByChance(editor: HeadlessEditor, chance: Chance): void {
  actByChance(Object.values(REARRANGEMENTS), editor, chance);
}

/** Edits the text in any way: the same in every editor that holds the same text. */
export function editByChance(editor: HeadlessEditor, chance: Chance): void {
  actByChance([...CHANGES, ...Object.values(REARRANGEMENTS)], editor, chance);
}

function actByChance(
  acts: readonly Act[],
  editor: HeadlessEditor,
  [act, at, length]: Chance,
): void {
  const [start, end] = blockAround(editor, { start: at % (editor.text.length + 1), end: 0 });
  const from = start + (at % (end - start + 1));
  const to = Math.min(end, from + (length % 12));
  acts[act % acts.length]?.(editor, { start: from, end: to });
}

function typeAt(editor: HeadlessEditor, from: number, to = from): void {
  editor.select(from, to);
  editor.type("XX");
}

function remove(editor: HeadlessEditor, from: number, to: number): void {
  editor.select(from, to);
  editor.run(deleteSelection);
}

function removeAll(editor: HeadlessEditor, { start, end }: TextRange): void {
  remove(editor, start, end);
}

function splitInside(editor: HeadlessEditor, passage: TextRange): void {
  editor.select(middle(passage));
  editor.run(splitBlock);
}

function join(editor: HeadlessEditor, passage: TextRange): void {
  editor.select(blockAround(editor, passage)[0]);
  editor.run(joinBackward);
}

/** Takes the block of a passage away and puts it in front, in one step. */
function moveBlock(editor: HeadlessEditor, { start }: TextRange): void {
  editor.select(start);
  const { $from } = editor.state.selection;
  const [from, to] = [$from.before(1), $from.after(1)];
  editor.change((transaction) => {
    const block = transaction.doc.slice(from, to);
    return transaction.delete(from, to).insert(0, block.content);
  });
}

function turn(editor: HeadlessEditor, { start }: TextRange, command: Command): void {
  editor.select(start);
  editor.run(command);
}

const middle = ({ start, end }: TextRange): number => Math.floor((start + end) / 2);

/** The start and the end of the block that a passage begins in. */
function blockAround({ text }: HeadlessEditor, { start }: TextRange): [number, number] {
  const before = text.lastIndexOf("\n\n", start);
  const end = text.indexOf("\n\n", start);
  return [before < 0 ? 0 : before + 2, end < 0 ? text.length : end];
}

function node({ schema }: HeadlessEditor["state"], name: string) {
  const type = schema.nodes[name];
  if (!type) throw new Error(`no ${name} in the schema`);
  return type;
}
