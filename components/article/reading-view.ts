// ProseMirror's view of text that is only read. What is selected there is the browser's and ours:
// ProseMirror would put back what it knew last, a moment after a hand has gone on.

import { TextSelection, type Transaction } from "@tiptap/pm/state";
import { EditorView } from "@tiptap/pm/view";

/** Both ends as positions in the document; `head` is the end that moves. */
type Ends = { readonly anchor: number; readonly head: number };

const NOTHING = { anchorNode: null, anchorOffset: 0, focusNode: null, focusOffset: 0 } as const;

export class ReadingView extends EditorView {
  /** ProseMirror asks this whatever it wants to know of a selection; told of none, it sets none either. */
  domSelectionRange(): typeof NOTHING {
    return NOTHING;
  }

  /** Shows what a transaction makes of the document; what is selected stays on its words. */
  follow(transaction: Transaction): void {
    const before = this.#selected();
    this.updateState(this.state.apply(transaction));
    if (before === null) return;
    const { mapping } = transaction;
    const ends = { anchor: mapping.map(before.anchor), head: mapping.map(before.head) };
    // to set even the same again would disturb a hand that is selecting
    if (!isSame(ends, this.#selected())) this.#select(ends);
  }

  /** Tells ProseMirror what is selected, which it is to hand out. Returns whether it is anything. */
  takeSelection(): boolean {
    const ends = this.#selected();
    if (ends === null || ends.anchor === ends.head) return false;
    const { tr, doc } = this.state;
    const [anchor, head] = [doc.resolve(ends.anchor), doc.resolve(ends.head)];
    this.dispatch(tr.setSelection(TextSelection.between(anchor, head)));
    return true;
  }

  /** Null when not all of it is in the text. */
  #selected(): Ends | null {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? NOTHING;
    if (!this.dom.contains(anchorNode) || !this.dom.contains(focusNode)) return null;
    if (anchorNode === null || focusNode === null) return null;
    const anchor = this.posAtDOM(anchorNode, anchorOffset);
    return { anchor, head: this.posAtDOM(focusNode, focusOffset) };
  }

  #select({ anchor, head }: Ends): void {
    const [from, to] = [this.domAtPos(anchor), this.domAtPos(head)];
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }
}

const isSame = (a: Ends, b: Ends | null): boolean => a.anchor === b?.anchor && a.head === b.head;
