// Undo for the text being edited. Yjs gives each item that it restores two neighbours; after nested
// edits (split, undo, bold, heading, undo) the right one may stand left of the left one, and then this
// device shows another order than everybody else (https://github.com/yjs/yjs/issues/794). Such items
// are restored once more, in the same transaction.

import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";

/** Takes back what the editor's binding wrote into `text`, and nothing else. */
export class SoundUndo extends Y.UndoManager {
  constructor(text: Y.XmlFragment) {
    super(text, {
      trackedOrigins: new Set([ySyncPluginKey]),
      deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
      captureTransaction: ({ meta }) => meta.get("addToHistory") !== false,
    });
  }

  override undo(): ReturnType<Y.UndoManager["undo"]> {
    return this.#soundly(this.undoStack, () => super.undo(), "undoing");
  }

  override redo(): ReturnType<Y.UndoManager["redo"]> {
    return this.#soundly(this.redoStack, () => super.redo(), "redoing");
  }

  #soundly<T>(stack: Y.UndoManager["undoStack"], pop: () => T, doing: "undoing" | "redoing"): T {
    // The binding remembers the selection by letters that are made anew now: it would select others
    for (const { meta } of stack) meta.clear();
    try {
      return this.doc.transact((transaction) => {
        const popped = pop();
        mend(transaction, tornBy(transaction));
        this[doing] = true; // the transaction is looked at when it ends
        return popped;
      }, this);
    } finally {
      this[doing] = false;
    }
  }
}

/**
 * What an undo restored beside the wrong neighbours, or beside something that was: elements and whole
 * texts, because what is typed into a text later may take a deleted letter as its neighbour.
 */
function tornBy({ doc, beforeState }: Y.Transaction): ReadonlySet<Y.Item> {
  const torn = new Set<Y.Item>();
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  const from = beforeState.get(doc.clientID) ?? 0;
  for (const item of structs.slice(structs.findLastIndex(({ id }) => id.clock < from) + 1)) {
    if (!(item instanceof Y.Item) || item.deleted) continue;
    const [left, right] = [item.origin, item.rightOrigin].map((id) => id && find(doc, id));
    if ((left && torn.has(left)) || (right && torn.has(right)) || isTorn(doc, item)) torn.add(item);
  }
  return new Set([...torn].map(wholeOf).filter(({ deleted }) => !deleted));
}

/** The text that an item stands in, or else the item itself. */
const wholeOf = (item: Y.Item): Y.Item =>
  item.parent instanceof Y.XmlText ? (item.parent._item ?? item) : item;

/** Whether the right neighbour of an item does not stand right of the left one. */
function isTorn(doc: Y.Doc, { origin, rightOrigin }: Y.Item): boolean {
  if (origin === null || rightOrigin === null) return false;
  const [left, right] = [find(doc, origin), find(doc, rightOrigin)];
  if (left === right) return rightOrigin.clock <= origin.clock;
  let item = left.right;
  while (item !== null && item !== right) item = item.right;
  return item === null;
}

const find = ({ store }: Y.Doc, id: Y.ID): Y.Item => Y.getItem(store, id);

/** Restores each of these items once more, beside its neighbours as this device shows them. */
function mend(transaction: Y.Transaction, torn: ReadonlySet<Y.Item>): void {
  const mended = new Map<Y.Item, Y.Item>();
  for (const parent of new Set([...torn].map((item) => item.parent))) {
    if (!(parent instanceof Y.AbstractType)) continue;
    for (const item of itemsOf(parent).filter((each) => torn.has(each))) {
      const left = item.left && (mended.get(item.left) ?? item.left);
      let right = item.right;
      while (right !== null && torn.has(right)) right = right.right;
      mended.set(item, restore(transaction, item, { parent, left, right }));
    }
  }
}

type Place = {
  readonly parent: Y.AbstractType<unknown>;
  readonly left: Y.Item | null;
  readonly right: Y.Item | null;
};

/** Puts a copy of an item, with all that is in it, into a place. The undo manager goes on with the copy. */
function restore(transaction: Y.Transaction, item: Y.Item, { parent, left, right }: Place): Y.Item {
  const { doc } = transaction;
  const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID));
  const content = item.content.copy();
  const copy = new Y.Item(
    id,
    left,
    left?.lastId ?? null,
    right,
    right?.id ?? null,
    parent,
    item.parentSub,
    content,
  );
  item.redone = id;
  copy.keep = true;
  copy.integrate(transaction, 0);
  if (item.content instanceof Y.ContentType && content instanceof Y.ContentType) {
    restoreInside(transaction, item.content.type, content.type);
  }
  item.delete(transaction);
  return copy;
}

function restoreInside(
  transaction: Y.Transaction,
  from: Y.AbstractType<unknown>,
  parent: Y.AbstractType<unknown>,
): void {
  let left: Y.Item | null = null;
  for (const item of itemsOf(from).filter(({ deleted }) => !deleted)) {
    left = restore(transaction, item, { parent, left, right: null });
  }
  for (const item of [...from._map.values()].filter(({ deleted }) => !deleted)) {
    restore(transaction, item, { parent, left: null, right: null });
  }
}

/** The items of a list or a text in the order in which this device has them, deleted ones too. */
function itemsOf(type: Y.AbstractType<unknown>): Y.Item[] {
  const items: Y.Item[] = [];
  for (let item = type._start; item !== null; item = item.right) items.push(item);
  return items;
}
