// Which annotation lies where in the article as it stands now. A change costs what it touched, not
// what there is.

import type * as Y from "yjs";
import { articleFragment } from "../article/article.ts";
import {
  type ArticleText,
  blockAt,
  readText,
  rereadText,
  sameRange,
  type TextRange,
  touchedBy,
} from "../article/article-text.ts";
import { byId, inReadingOrder, lengthOf } from "../article/reading-order.ts";
import {
  changedElements,
  compareTexts,
  reachesInto,
  type TextChange,
  type TextEdit,
  windowsAround,
} from "../article/text-change.ts";
import type { Annotation } from "./annotation.ts";
import { GatheredChange, type IndexChange } from "./index-change.ts";
import { Placement, rangeOfSpan, type Span, sameSpan } from "./placement.ts";
import { PlacementsByBlock } from "./placements-by-block.ts";
import type { Piece } from "./runs.ts";

/** An annotation with its place in the flat text; null for an orphan, whose words are gone. */
export type Placed = { readonly annotation: Annotation; readonly range: TextRange | null };

/** The piece of an annotation that lies in one block. */
export type Segment = Piece & { readonly id: string };

export interface AnnotationIndex {
  /** The flat text as it stands. */
  readonly text: ArticleText;
  /** Adds an annotation, or replaces the one of its id. */
  put(annotation: Annotation): void;
  remove(id: string): void;
  /** Calls `work`; what it puts and removes is told to the listeners as one change. */
  together(work: () => void): void;
  get(id: string): Placed | null;
  /** Whether the positions of an annotation alone lead to where it is. */
  isHeld(id: string): boolean;
  /** How many there are. */
  readonly size: number;
  /** All, in reading order (start, then the longer first, then id); orphans last. Costs what there is. */
  placed(): readonly Placed[];
  /** Those that begin in the blocks from `from` to `until` (exclusive), in reading order. */
  beginningIn(from: number, until: number): readonly Placed[];
  /** Those whose words are gone, by id. */
  orphans(): readonly Placed[];
  /** The pieces inside one block, in reading order. */
  inBlock(block: number): readonly Segment[];
  /** The annotations over the letter at `offset` of the flat text, the shortest first. */
  at(offset: number): readonly Placed[];
  /** Calls `listener` after every change of annotations or text, once per transaction. */
  subscribe(listener: (change: IndexChange) => void): () => void;
  /** Calls `listener` after every edit of the text, before it is told to the others: what it puts is told with it. */
  onEdit(listener: (edit: TextEdit) => void): () => void;
  destroy(): void;
}

/** Opens the index of an article's document; it follows the document until it is destroyed. */
export function openIndex(article: Y.Doc): AnnotationIndex {
  return new LiveIndex(articleFragment(article));
}

class LiveIndex implements AnnotationIndex {
  readonly #fragment: Y.XmlFragment;
  #text: ArticleText;
  readonly #all = new Map<string, Placement>();
  /** By the block in which they begin. */
  readonly #starting = new PlacementsByBlock();
  /** By the blocks of their two positions. */
  readonly #held = new PlacementsByBlock();
  /** Those over several blocks, and those whose positions lie in several blocks. */
  readonly #spanning = new Set<Placement>();
  readonly #orphans = new Set<Placement>();
  /** Those whose positions do not hold their quote. */
  readonly #drifting = new Set<Placement>();
  readonly #change = new GatheredChange();
  readonly #editListeners = new Set<(edit: TextEdit) => void>();
  #told = new Map<string, Placed>();
  #list: readonly Placed[] | null = null;

  constructor(fragment: Y.XmlFragment) {
    this.#fragment = fragment;
    this.#text = readText(fragment);
    fragment.observeDeep(this.#follow);
  }

  get text(): ArticleText {
    return this.#text;
  }

  put(annotation: Annotation): void {
    this.together(() => {
      this.#withdraw(annotation.id);
      const placement = new Placement(annotation);
      this.#all.set(annotation.id, placement);
      placement.resolve(this.#text);
      this.#enter(placement);
      this.#change.touchAnnotations();
      this.#touch(placement.span);
    });
  }

  remove(id: string): void {
    if (this.#all.has(id)) this.together(() => this.#withdraw(id));
  }

  together(work: () => void): void {
    this.#change.together(work);
  }

  get(id: string): Placed | null {
    const placement = this.#all.get(id);
    return placement ? this.#placed(placement) : null;
  }

  isHeld(id: string): boolean {
    return this.#all.get(id)?.isHeld ?? false;
  }

  get size(): number {
    return this.#all.size;
  }

  placed(): readonly Placed[] {
    this.#list ??= [...this.beginningIn(0, this.#text.blocks.length), ...this.orphans()];
    return this.#list;
  }

  beginningIn(from: number, until: number): readonly Placed[] {
    const blocks = this.#text.blocks.slice(from, until);
    return blocks.flatMap(({ element }) =>
      this.#starting.of(element).map(this.#placed).sort(inReadingOrder),
    );
  }

  orphans(): readonly Placed[] {
    return [...this.#orphans].map(this.#placed).sort(byId);
  }

  inBlock(block: number): readonly Segment[] {
    const { start = 0, text = "" } = this.#text.blocks[block] ?? {};
    return this.#over(block)
      .sort(inReadingOrder)
      .map(({ annotation, range }) => ({
        id: annotation.id,
        kind: annotation.kind,
        start: Math.max(0, (range?.start ?? 0) - start),
        end: Math.min(text.length, (range?.end ?? 0) - start),
      }))
      .filter((segment) => segment.start < segment.end);
  }

  at(offset: number): readonly Placed[] {
    return this.#over(blockAt(this.#text, offset))
      .filter(({ range }) => range !== null && range.start <= offset && offset < range.end)
      .sort((a, b) => lengthOf(a) - lengthOf(b) || -inReadingOrder(a, b));
  }

  subscribe(listener: (change: IndexChange) => void): () => void {
    return this.#change.subscribe(listener);
  }

  onEdit(listener: (edit: TextEdit) => void): () => void {
    this.#editListeners.add(listener);
    return () => this.#editListeners.delete(listener);
  }

  destroy(): void {
    this.#fragment.unobserveDeep(this.#follow);
    this.#change.silence();
    this.#editListeners.clear();
  }

  /** What lies over a block, in no order. */
  #over(block: number): Placed[] {
    const element = this.#text.blocks[block]?.element;
    if (!element) return [];
    const passing = [...this.#spanning].filter(({ span }) => this.#passes(span, block));
    return [...this.#starting.of(element), ...passing].map(this.#placed);
  }

  /** Whether a span begins before a block and ends in it or behind it. */
  #passes(span: Span | null, block: number): boolean {
    if (span === null) return false;
    const first = this.#text.places.get(span.first.block) ?? block;
    return first < block && (this.#text.places.get(span.last.block) ?? -1) >= block;
  }

  /** What is told of an annotation; the same object as long as it says the same. */
  #placed = (placement: Placement): Placed => {
    const { annotation, span } = placement;
    const range = span && rangeOfSpan(this.#text, span);
    const told = this.#told.get(annotation.id);
    if (told && told.annotation === annotation && sameRange(told.range, range)) return told;
    const placed = { annotation, range };
    this.#told.set(annotation.id, placed);
    return placed;
  };

  #follow = (events: Parameters<typeof touchedBy>[0], { local }: Y.Transaction): void => {
    const text = rereadText(this.#text, this.#fragment, touchedBy(events));
    const change = compareTexts(this.#text, text);
    this.#text = change.after;
    this.#list = null;
    this.together(() => {
      if (change.structural) this.#change.touchStructure();
      this.#change.touchBlocks(change.is.from, change.is.until);
      const sought = this.#replace(change);
      for (const listener of this.#editListeners) listener({ change, local, sought });
    });
  };

  /** Resolves again what a change of the text may have moved. */
  #replace(change: TextChange): TextEdit["sought"] {
    if (this.#drifting.size > 0) {
      const reach = Math.max(...[...this.#drifting].map((each) => each.reach));
      const windows = windowsAround(change, reach);
      for (const placement of this.#drifting) placement.forgetWords(windows);
    }
    const near = [...changedElements(change)].flatMap((element) => this.#held.of(element));
    const across = [...this.#spanning].filter(({ held }) => reachesInto(held, change));
    const sought = new Set([...near, ...across, ...this.#drifting]);
    return [...sought].map((placement) => {
      const was = placement.span;
      this.#leave(placement);
      placement.resolve(this.#text);
      this.#enter(placement);
      if (!sameSpan(was, placement.span)) {
        if (was === null || placement.span === null) this.#change.touchAnnotations();
        this.#touch(was);
        this.#touch(placement.span);
      }
      return { id: placement.annotation.id, was: was && rangeOfSpan(change.before, was) };
    });
  }

  #withdraw(id: string): void {
    const placement = this.#all.get(id);
    if (!placement) return;
    this.#all.delete(id);
    this.#told.delete(id);
    this.#change.touchAnnotations();
    this.#leave(placement);
    this.#touch(placement.span);
  }

  #enter(placement: Placement): void {
    const { span, held, drifts } = placement;
    if (span) this.#starting.add(span.first.block, placement);
    else this.#orphans.add(placement);
    for (const element of held) this.#held.add(element, placement);
    const spans = span !== null && span.first.block !== span.last.block;
    if (spans || held.length > 1) this.#spanning.add(placement);
    if (drifts) this.#drifting.add(placement);
  }

  #leave(placement: Placement): void {
    if (placement.span) this.#starting.delete(placement.span.first.block, placement);
    for (const element of placement.held) this.#held.delete(element, placement);
    this.#orphans.delete(placement);
    this.#spanning.delete(placement);
    this.#drifting.delete(placement);
  }

  /** Notes that the blocks under a span must be painted anew. */
  #touch(span: Span | null): void {
    this.#list = null;
    const first = span && this.#text.places.get(span.first.block);
    const last = span && this.#text.places.get(span.last.block);
    const from = first ?? last ?? 0;
    this.#change.touchBlocks(from, (last ?? first ?? -1) + 1);
  }
}
