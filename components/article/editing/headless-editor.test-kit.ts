// Editors without a screen for tests: one with the real collaborative binding, and one in which the
// passage is a mark inside the text. What the mark holds after the same edits is what an anchor must find.

import { getSchema, Mark } from "@tiptap/core";
import { history, undo } from "@tiptap/pm/history";
import { Slice } from "@tiptap/pm/model";
import {
  type Command,
  EditorState,
  type PluginView,
  TextSelection,
  type Transaction,
} from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPlugin, yUndoPlugin, yUndoPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { articleFragment } from "#domain/article/article.ts";
import type { TextRange } from "#domain/article/article-text.ts";
import { articleExtensions } from "../article-schema.ts";
import { editStart, flatOffset } from "../edit-start.ts";
import { SoundUndo } from "./sound-undo.ts";

const PASSAGE = "passage";

const schema = getSchema(articleExtensions());
const markedSchema = getSchema([
  ...articleExtensions(),
  Mark.create({ name: PASSAGE, inclusive: false, renderHTML: () => ["mark", 0] }),
]);

/** What a hand does to a text. Each call is one step of undo. */
export abstract class HeadlessEditor {
  abstract readonly state: EditorState;
  protected abstract apply(transaction: Transaction): void;
  abstract undo(): void;

  /** The flat text. */
  get text(): string {
    return this.state.doc.textBetween(0, this.state.doc.content.size, "\n\n", "\n");
  }

  /** Puts the caret `from` letters into the flat text, or selects until `to`. */
  select(from: number, to = from): void {
    const { doc, tr } = this.state;
    const range = [from, to].map((offset) => positionAt(this.state, offset)) as [number, number];
    this.apply(tr.setSelection(TextSelection.create(doc, ...range)));
  }

  type(words: string): void {
    this.apply(this.state.tr.insertText(words));
  }

  /** Runs an editor's command; false when it does not apply here. */
  run(command: Command): boolean {
    return command(this.state, (transaction) => this.apply(transaction));
  }

  /** Takes what is selected away, to be pasted elsewhere. */
  cut(): Slice {
    const slice = this.state.selection.content();
    this.apply(this.state.tr.deleteSelection());
    return slice;
  }

  paste(slice: Slice): void {
    // a clipboard holds no nodes of the document, only what they say
    const copy = Slice.fromJSON(this.state.schema, slice.toJSON());
    this.apply(this.state.tr.replaceSelection(copy));
  }

  /** Makes any other edit. */
  change(make: (transaction: Transaction) => Transaction): void {
    this.apply(make(this.state.tr));
  }
}

/** Edits an article as an editor's browser does, through the binding that TipTap uses. */
export class BoundEditor extends HeadlessEditor {
  #state: EditorState;
  readonly #onEdit: (at: number) => void;
  readonly #views: PluginView[] = [];

  /** `onEdit` is told where each edit begins, before it is made. */
  constructor(article: Y.Doc, onEdit: (at: number) => void = () => {}) {
    super();
    this.#onEdit = onEdit;
    const text = articleFragment(article);
    const plugins = [ySyncPlugin(text), yUndoPlugin({ undoManager: new SoundUndo(text) })];
    this.#state = EditorState.create({ schema, plugins });
    // the binding asks its view for the state, for focus, and to take in what others wrote
    const view = {
      dispatch: (transaction: Transaction) => this.#take(transaction),
      hasFocus: () => false,
    };
    Object.defineProperty(view, "state", { get: () => this.#state });
    for (const { spec } of plugins) {
      const pluginView = spec.view?.(view as unknown as EditorView);
      if (pluginView) this.#views.push(pluginView);
    }
  }

  override get state(): EditorState {
    return this.#state;
  }

  override undo(): void {
    this.#history.undo();
  }

  protected override apply(transaction: Transaction): void {
    this.#history.stopCapturing();
    if (transaction.docChanged) this.#onEdit(editStart(transaction));
    this.#take(transaction);
  }

  get #history(): Y.UndoManager {
    return yUndoPluginKey.getState(this.#state).undoManager;
  }

  #take(transaction: Transaction): void {
    const before = this.#state;
    this.#state = before.apply(transaction);
    const view = { state: this.#state } as unknown as EditorView;
    for (const each of this.#views) each.update?.(view, before);
  }
}

/** Edits the same text with the passage marked inside it. */
export class MarkedEditor extends HeadlessEditor {
  #state: EditorState;

  constructor(twin: HeadlessEditor, passage: TextRange) {
    super();
    const doc = markedSchema.nodeFromJSON(twin.state.doc.toJSON());
    const plain = EditorState.create({ doc, plugins: [history({ newGroupDelay: -1 })] });
    const [from, to] = [passage.start, passage.end].map((at) => positionAt(plain, at)) as [
      number,
      number,
    ];
    const mark = markedSchema.mark(PASSAGE);
    this.#state = plain.apply(plain.tr.addMark(from, to, mark).setMeta("addToHistory", false));
  }

  override get state(): EditorState {
    return this.#state;
  }

  override undo(): void {
    undo(this.#state, (transaction) => this.apply(transaction));
  }

  /** Where the passage is now, from its first to its last letter; null when none is left. */
  get passage(): TextRange | null {
    let range: TextRange | null = null;
    this.#state.doc.descendants((node, position) => {
      if (!node.isText || !node.marks.some(({ type }) => type.name === PASSAGE)) return;
      const start = flatOffset(this.#state.doc, position);
      range = { start: range?.start ?? start, end: start + node.nodeSize };
    });
    return range;
  }

  /** Whether nothing else stands between its letters, except what was typed there. */
  get isInOnePiece(): boolean {
    const { passage, text } = this;
    if (passage === null) return true;
    let letters = 0;
    this.#state.doc.descendants((node) => {
      if (node.isText && node.marks.some(({ type }) => type.name === PASSAGE)) {
        letters += node.nodeSize;
      }
    });
    return text.slice(passage.start, passage.end).replaceAll("\n\n", "").length === letters;
  }

  protected override apply(transaction: Transaction): void {
    this.#state = this.#state.apply(transaction);
  }
}

/** The position of an offset in the flat text. */
function positionAt({ doc }: EditorState, offset: number): number {
  let left = offset;
  let found: number | null = null;
  doc.descendants((node, position) => {
    if (!node.isTextblock || found !== null) return found === null;
    if (left <= node.content.size) found = position + 1 + left;
    left -= node.content.size + 2;
    return false;
  });
  if (found === null) throw new RangeError(`no offset ${offset}`);
  return found;
}
