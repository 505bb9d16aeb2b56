// The article as a ProseMirror document, kept in step with its Y.Doc in one direction: nothing is
// ever written back.

import { Fragment, type Node, type Schema, Slice } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import type * as Y from "yjs";
import { nodesOf } from "#domain/article/article.ts";

/** What Yjs holds at the top of an article. */
type Top = ReturnType<Y.XmlFragment["toArray"]>[number];

/** Turns an article's fragment into ProseMirror nodes; what did not change stays the same node. */
export class Projection {
  readonly #fragment: Y.XmlFragment;
  readonly #schema: Schema;
  #known = new Map<Top, readonly Node[]>();

  constructor(fragment: Y.XmlFragment, schema: Schema) {
    this.#fragment = fragment;
    this.#schema = schema;
  }

  /** The content as it is now. `touched` are the top-level types in which something changed since. */
  content(touched: ReadonlySet<unknown>): Fragment {
    const known = new Map<Top, readonly Node[]>();
    for (const top of this.#fragment.toArray()) {
      const nodes = touched.has(top) ? undefined : this.#known.get(top);
      known.set(top, nodes ?? nodesOf(top).map((node) => this.#schema.nodeFromJSON(node)));
    }
    this.#known = known;
    const nodes = [...known.values()].flat();
    return Fragment.from(nodes.length > 0 ? nodes : this.#schema.node("paragraph"));
  }
}

/**
 * Makes the document of a transaction have this content: one block's letters where only they
 * differ, in whatever list or table, so that a reader's selection stays; whole blocks otherwise.
 */
export function showContent(transaction: Transaction, content: Fragment): Transaction {
  const step = difference(transaction.doc.content, content, 0);
  return step === null ? transaction : transaction.step(step);
}

/** The step that makes what begins at `start` be `is`; null when it is already. */
function difference(was: Fragment, is: Fragment, start: number): ReplaceStep | null {
  const { from, kept } = commonEnds(was, is);
  const before = start + sizeOf(was, 0, from);
  const gone = was.content.slice(from, was.childCount - kept);
  const come = is.content.slice(from, is.childCount - kept);
  if (gone.length === 0 && come.length === 0) return null;
  const [old, fresh] = [gone[0], come[0]];
  if (gone.length === 1 && come.length === 1 && old && fresh && old.sameMarkup(fresh)) {
    if (old.isTextblock) return withinBlock(old, fresh, before + 1);
    return difference(old.content, fresh.content, before + 1);
  }
  const until = before + sizeOf(was, from, was.childCount - kept);
  return new ReplaceStep(before, until, new Slice(Fragment.from(come), 0, 0));
}

/** How many blocks are the same at the start, and how many behind the change. */
function commonEnds(a: Fragment, b: Fragment): { from: number; kept: number } {
  const shorter = Math.min(a.childCount, b.childCount);
  let from = 0;
  while (from < shorter && a.child(from).eq(b.child(from))) from++;
  let kept = 0;
  while (kept < shorter - from && fromEnd(a, kept).eq(fromEnd(b, kept))) kept++;
  return { from, kept };
}

const fromEnd = (fragment: Fragment, count: number): Node =>
  fragment.child(fragment.childCount - 1 - count);

/** The step that replaces what differs inside a text block whose content begins at `start`. */
function withinBlock(was: Node, is: Node, start: number): ReplaceStep {
  const from = was.content.findDiffStart(is.content) ?? 0;
  const until = was.content.findDiffEnd(is.content) ?? { a: was.content.size, b: is.content.size };
  // Repeated letters may make the two ends overlap
  const overlap = Math.max(0, from - Math.min(until.a, until.b));
  const slice = is.slice(from, until.b + overlap);
  return new ReplaceStep(start + from, start + until.a + overlap, slice);
}

const sizeOf = ({ content }: Fragment, from: number, until: number): number =>
  content.slice(from, until).reduce((size, node) => size + node.nodeSize, 0);
