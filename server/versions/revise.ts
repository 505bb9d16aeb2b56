// Turns an article's text into a new one, changing as little as possible: what stays keeps its Yjs
// letters, and with them the annotations on it.

import * as Y from "yjs";
import { type ArticleNode, articleFragment, toElement } from "#domain/article/article.ts";
import { readText } from "#domain/article/article-text.ts";
import { type Pair, pairBlocks } from "./pair-blocks.ts";
import {
  type FreshPart,
  freshParts,
  leavesOf,
  pathTo,
  type StandingPart,
  standingParts,
} from "./parts.ts";
import { rewriteBlock } from "./rewrite-block.ts";

/** A paragraph, heading or table that is not as it was; null where it came or went. */
export type Change = {
  readonly before: string | null;
  readonly after: string | null;
  /** The one of the new nodes that it is in; null where it went. */
  readonly node: ArticleNode | null;
};

/** Rewrites the article, in one transaction, so that its paragraphs read as those of `nodes`. Returns what changed. */
export function reviseArticle(article: Y.Doc, nodes: readonly ArticleNode[]): Change[] {
  const before = standingParts(readText(articleFragment(article)));
  const after = freshParts(nodes);
  const pairs = pairBlocks(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  );
  const steps = pairs.flatMap((pair) => stepsOf(before, after, pair));
  article.transact(() => new Revision(articleFragment(article), steps).take());
  return steps.flatMap(({ standing, fresh }) => {
    const [node = null] = fresh?.path ?? [];
    const change = { before: standing?.text ?? null, after: fresh?.text ?? null, node };
    return change.before === change.after ? [] : [change];
  });
}

/** What stood there, what is to stand there; null for nothing. */
type Step = { readonly standing: StandingPart | null; readonly fresh: FreshPart | null };

/** A table and a paragraph are no pair, whatever they have in common. */
function stepsOf(
  before: readonly StandingPart[],
  after: readonly FreshPart[],
  { was, is }: Pair,
): Step[] {
  const standing = before[was ?? -1] ?? null;
  const fresh = after[is ?? -1] ?? null;
  const isTable = standing?.element.nodeName === "table";
  if (!standing || !fresh || isTable === (fresh.node.type === "table"))
    return [{ standing, fresh }];
  return [
    { standing, fresh: null },
    { standing: null, fresh },
  ];
}

class Revision {
  readonly #fragment: Y.XmlFragment;
  readonly #steps: readonly Step[];
  /** The nodes that hold something that stood there before. */
  readonly #known: ReadonlySet<ArticleNode>;
  readonly #inserted = new Set<FreshPart>();
  #last: Y.XmlElement | null = null;

  constructor(fragment: Y.XmlFragment, steps: readonly Step[]) {
    this.#fragment = fragment;
    this.#steps = steps;
    const kept = steps.flatMap(({ standing, fresh }) => (standing && fresh ? [fresh] : []));
    this.#known = new Set(kept.flatMap(({ path }) => path));
  }

  take(): void {
    for (const [index, { standing, fresh }] of this.#steps.entries()) {
      if (standing && fresh) this.#last = rewritten(standing, fresh);
      else if (standing) remove(standing.element);
      else if (fresh && !this.#inserted.has(fresh)) this.#insert(fresh, this.#nextKept(index));
    }
  }

  /** Where the next part stands that stays. */
  #nextKept(index: number): readonly Y.XmlElement[] {
    const next = this.#steps.find((step, at) => at > index && step.standing && step.fresh);
    return next?.standing ? pathTo(next.standing.element) : [];
  }

  /** Puts a new part behind the last one: with the whole list, quotation or item that is as new, if there is room. */
  #insert(fresh: FreshPart, next: readonly Y.XmlElement[]): void {
    for (const node of fresh.path) {
      if (this.#known.has(node)) continue;
      const place = this.#placeFor(node, fresh, next);
      if (place === null) continue;
      const element = toElement(node);
      place.parent.insertAfter(place.behind, [element]);
      for (const each of this.#steps)
        if (each.fresh?.path.includes(node)) this.#inserted.add(each.fresh);
      this.#last = element;
      return;
    }
  }

  /** Where a node may go, so that nothing that stays is overtaken; null where it may not. */
  #placeFor(node: ArticleNode, { path, node: itself }: FreshPart, next: readonly Y.XmlElement[]) {
    const last = this.#last;
    if (last === null) {
      const isWhole = node === path[0] || node === itself;
      return isWhole ? { parent: this.#fragment, behind: null } : null;
    }
    const around = pathTo(last);
    const behind = node === path[0] ? around[0] : itemOf(node, around);
    if (behind && !next.includes(behind)) return { parent: parentOf(behind), behind };
    return node === itself ? { parent: parentOf(last), behind: last } : null;
  }
}

/** The innermost list item around, for an item that may follow it. */
const itemOf = (node: ArticleNode, around: readonly Y.XmlElement[]): Y.XmlElement | undefined =>
  node.type === "listItem" ? around.findLast(({ nodeName }) => nodeName === "listItem") : undefined;

/** Makes a part read as a fresh one; a table of another shape begins anew. Returns where it stands. */
function rewritten({ element, blocks }: StandingPart, { node }: FreshPart): Y.XmlElement {
  const leaves = leavesOf(node);
  if (leaves.length === blocks.length) {
    for (const [index, block] of blocks.entries()) {
      const leaf = leaves[index];
      if (leaf) rewriteBlock(block, leaf);
    }
    return element;
  }
  const anew = toElement(node);
  parentOf(element).insertAfter(element, [anew]);
  remove(element);
  return anew;
}

/** Takes an element out, and with it the list or quotation that it leaves empty. */
function remove(element: Y.XmlElement): void {
  const parent = parentOf(element);
  parent.delete(parent.toArray().indexOf(element), 1);
  if (parent.length === 0 && parent instanceof Y.XmlElement) remove(parent);
}

function parentOf(element: Y.XmlElement): Y.XmlFragment {
  if (element.parent instanceof Y.XmlFragment) return element.parent;
  throw new Error("a block stands in no document");
}
