// Where each struct of an update would stand in the article, and whether it may stand there.

import * as Y from "yjs";
import { ARTICLE_ROOTS } from "#domain/article/article.ts";
import { firstThat } from "#domain/first-that.ts";
import { Malformed } from "./byte-reader.ts";
import type { Id, Section, Struct, Update } from "./read-update.ts";
import { isDeleted } from "./references.ts";

/** How deep nodes may nest: seven lists inside each other. */
const DEPTH = 16;

/** How many items may be passed while looking for right neighbours, per update. */
const STEPS = 100_000;

/** What holds children: the article's root, an element, or a text. `of` is its identity. */
type Container = {
  readonly kind: "root" | "element" | "text";
  readonly depth: number;
  readonly of: object;
};

/** An item of the document (there before this update), and the clock that was named inside it. */
type Anchor = { readonly item: Y.Item; readonly clock: number };

/** `left` and `right`: the nearest items of the document that a struct stands between. */
type Place = {
  readonly container: Container;
  readonly key: string | null;
  readonly left: Anchor | null;
  readonly right: Anchor | null;
};

/** Its parent or a neighbour was collected: Yjs then keeps nothing of it but its length. */
const GONE = "gone";

export class ArticlePlaces {
  readonly #doc: Y.Doc;
  readonly #sections: ReadonlyMap<number, Section>;
  readonly #deletes: Update["deletes"];
  readonly #places = new Map<Struct, Place | typeof GONE>();
  readonly #texts = new Map<Struct, string>();
  #steps = STEPS;

  constructor(doc: Y.Doc, { sections, deletes }: Update) {
    this.#doc = doc;
    this.#deletes = deletes;
    this.#sections = new Map(sections.map((section) => [section.client, section]));
  }

  /** Checks one struct of a client; those that it names were checked before. Throws Malformed. */
  check(struct: Struct, client: number): void {
    const place = struct.kind === 0 ? GONE : this.#place(struct);
    this.#places.set(struct, place);
    if (place === GONE) return;
    if (!fits(struct, place)) throw new Malformed("content in the wrong place");
    // An undo may restore something beside the wrong neighbours, and then restores it once more
    if (!isDeleted(struct, this.#deletes.get(client) ?? [])) this.#checkOrder(place);
    this.#checkNeighbours(struct);
  }

  /** Refuses a deletion that would tear a surrogate pair. */
  checkRange(client: number, clock: number, end: number): void {
    this.#checkPair(client, clock);
    this.#checkPair(client, end);
  }

  #place(struct: Struct): Place | typeof GONE {
    const left = struct.origin && this.#placeOf(struct.origin);
    const right = struct.rightOrigin && this.#placeOf(struct.rightOrigin);
    if (left === GONE || right === GONE) return GONE;
    if (left && right && !areSiblings(left, right)) throw new Malformed("neighbours apart");
    const neighbour = left ?? right ?? this.#firstIn(struct);
    if (neighbour === GONE) return GONE;
    const { container, key } = neighbour;
    return { container, key, left: left?.left ?? null, right: right?.right ?? null };
  }

  /** The place of a struct that names no neighbour but its parent. */
  #firstIn({ parent, key }: Struct): Pick<Place, "container" | "key"> | typeof GONE {
    const container = this.#containerAt(parent);
    return container === GONE ? GONE : { container, key };
  }

  /** Where the item stands that is named as a neighbour; of a known one, itself is the anchor. */
  #placeOf(id: Id): Place | typeof GONE {
    const struct = this.#fresh(id);
    if (struct) return this.#places.get(struct) ?? GONE;
    const item = Y.getItem(this.#doc.store, Y.createID(id.client, id.clock));
    if (!(item instanceof Y.Item) || !(item.parent instanceof Y.AbstractType)) return GONE;
    const anchor = { item, clock: id.clock };
    return {
      container: this.#containerOf(item.parent),
      key: item.parentSub,
      left: anchor,
      right: anchor,
    };
  }

  #containerAt(parent: Struct["parent"]): Container | typeof GONE {
    if (parent === null) throw new Malformed("no parent");
    if (typeof parent === "string") return this.#root(parent);
    const struct = this.#fresh(parent);
    if (struct) return this.#containerIn(struct);
    const item = Y.getItem(this.#doc.store, Y.createID(parent.client, parent.clock));
    if (!(item instanceof Y.Item) || item.content instanceof Y.ContentDeleted) return GONE;
    if (!(item.content instanceof Y.ContentType)) throw new Malformed("parent without children");
    return this.#containerOf(item.content.type);
  }

  #root(name: string): Container {
    if (!ARTICLE_ROOTS.includes(name)) throw new Malformed("unknown root");
    return { kind: "root", depth: 0, of: this.#doc.getXmlFragment(name) };
  }

  #containerIn(struct: Struct): Container | typeof GONE {
    const place = this.#places.get(struct);
    if (!place || place === GONE || struct.kind === 1) return GONE;
    if (!struct.type) throw new Malformed("parent without children");
    return { kind: struct.type, depth: place.container.depth + 1, of: struct };
  }

  #containerOf(type: Y.AbstractType<unknown>): Container {
    let depth = 0;
    for (let item = type._item; item !== null && depth <= DEPTH; depth++) {
      item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
    }
    const kind = type instanceof Y.XmlText ? "text" : type._item === null ? "root" : "element";
    return { kind, depth, of: type };
  }

  /** The right neighbour must not stand left of the left one: Yjs would place the item by chance. */
  #checkOrder({ left, right }: Place): void {
    if (left === null || right === null) return;
    if (left.item === right.item) {
      if (left.clock >= right.clock) throw new Malformed("neighbours in the wrong order");
      return;
    }
    for (let item = left.item.right; item !== right.item; item = item.right) {
      if (item === null || this.#steps-- <= 0) throw new Malformed("neighbours in the wrong order");
    }
  }

  #checkNeighbours({ origin, rightOrigin }: Struct): void {
    if (origin) this.#checkPair(origin.client, origin.clock + 1);
    if (rightOrigin) this.#checkPair(rightOrigin.client, rightOrigin.clock);
  }

  /** Refuses to divide a text before `clock` when that is inside a surrogate pair. */
  #checkPair(client: number, clock: number): void {
    if (clock === 0) return;
    const struct = this.#fresh({ client, clock });
    const [text, offset] = struct
      ? [this.#textOf(struct), clock - struct.clock]
      : this.#knownText(client, clock);
    if (offset > 0 && isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1))) {
      throw new Malformed("half a character");
    }
  }

  #knownText(client: number, clock: number): [string, number] {
    if (clock >= Y.getState(this.#doc.store, client)) return ["", 0];
    const item = Y.getItem(this.#doc.store, Y.createID(client, clock));
    if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) return ["", 0];
    return [item.content.str, clock - item.id.clock];
  }

  #textOf(struct: Struct): string {
    if (!struct.text) return "";
    const text = this.#texts.get(struct) ?? new TextDecoder().decode(struct.text);
    this.#texts.set(struct, text);
    return text;
  }

  /** The struct of this update that holds a clock, or null when the clock is older (or does not exist). */
  #fresh({ client, clock }: Id): Struct | null {
    const section = this.#sections.get(client);
    if (!section || clock < section.clock || clock >= section.end) return null;
    const behind = firstThat(section.structs, (struct) => struct.clock > clock);
    return section.structs[Math.max(0, behind - 1)] ?? null;
  }
}

const areSiblings = (one: Place, other: Place): boolean =>
  one.container.of === other.container.of && one.key === other.key;

/** Nodes in nodes, attributes on elements, words and marks in texts; traces of deleted ones anywhere. */
function fits({ kind, rightOrigin }: Struct, { container, key }: Place): boolean {
  if (key !== null) {
    return container.kind === "element" && rightOrigin === null && (kind === 8 || kind === 1);
  }
  if (kind === 1) return true;
  if (container.kind === "text") return kind === 4 || kind === 6;
  return kind === 7 && container.depth < DEPTH;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
