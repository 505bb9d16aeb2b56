// Writes annotations that were made elsewhere into one layer, the way that requests write their own.

import type * as Y from "yjs";
import { type Anchor, createAnchor, type Ends } from "#domain/anchor/anchor.ts";
import type { Quote } from "#domain/anchor/quote.ts";
import { NOTE_LENGTH, QUOTE_LENGTH } from "#domain/annotation/annotation.ts";
import { refTo } from "#domain/annotation/annotation-ref.ts";
import { addAnnotation, type NewAnnotation, setAttribute } from "#domain/annotation/layer.ts";
import { shownValue } from "#domain/scheme/attribute.ts";
import { heldBy } from "#domain/scheme/attributes-of-file.ts";
import { kindOf, type Scheme } from "#domain/scheme/scheme.ts";
import { type AnnotatedPassage, isOrphan } from "../import/annotated/annotated.ts";
import { attributeKey, type FileAttributes } from "../import/annotated/file-attributes.ts";
import { locatePassage } from "../import/annotated/locate-passage.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { Turns } from "../turns.ts";
import type { PlannedPassage } from "./plan-taking.ts";

/** How many bytes one update may have at most: well below what a layer takes at once. */
const UPDATE_BYTES = 100 * 1024;

type Writing = {
  readonly owner: string;
  readonly passages: readonly PlannedPassage[];
  /** The text that the file tells; null: none. */
  readonly source: string | null;
  readonly scheme: Scheme;
  /** Of the file's codebook. */
  readonly attributes: FileAttributes;
  /** Milliseconds since 1970. */
  readonly now: number;
};

type Wrote = {
  readonly unfound: readonly PlannedPassage[];
  /** What was found, with the references that it has from now on. */
  readonly refs: ReadonlyMap<AnnotatedPassage, string>;
};

/** Writes all that can be found; resolves when it is on disk. Rejects as `LiveArticle.changeLayer`. */
export async function writePassages(
  live: LiveArticle,
  { owner, passages, source, ...writing }: Writing,
): Promise<Wrote> {
  const refs = new Map<AnnotatedPassage, string>();
  const unfound: PlannedPassage[] = [];
  const found: Written[] = [];
  const turns = new Turns();
  for (const planned of passages) {
    const anchor = anchorOf(live, planned, source);
    if (anchor === null) unfound.push(planned);
    else {
      const each = writtenOf(planned, anchor, writing);
      refs.set(planned.passage, refTo(owner, each.annotation.id));
      found.push(each);
    }
    if (turns.isOver) await turns.next();
  }
  for (const piece of inPieces(found)) {
    await live.changeLayer(owner, (layer) => {
      for (const each of piece) write(layer, each);
    });
  }
  return { unfound, refs };
}

/** Cut so that each piece is one update that a layer takes. */
export function inPieces<T extends { readonly bytes: number }>(all: readonly T[]): T[][] {
  const pieces: T[][] = [];
  let left = 0;
  for (const each of all) {
    const piece = pieces.at(-1);
    if (piece === undefined || each.bytes > left) {
      pieces.push([each]);
      left = UPDATE_BYTES - each.bytes;
    } else {
      piece.push(each);
      left -= each.bytes;
    }
  }
  return pieces;
}

/** In the text as it is at this moment; null for words that are not in it, and for more than can be annotated. */
function anchorOf(
  live: LiveArticle,
  { passage }: PlannedPassage,
  source: string | null,
): Anchor | null {
  const text = live.text();
  const range = locatePassage(passage, source, text);
  const anchor = range && createAnchor(text, range);
  const remembered = rememberedOf(passage);
  if (anchor === null) return isOrphan(passage) && remembered ? { ...GONE, ...remembered } : null;
  if (remembered !== null && isOther(remembered, anchor)) return { ...anchor, ...remembered };
  return anchor.quote.length <= QUOTE_LENGTH ? anchor : null;
}

/** Whether a file tells other words than those that are there now; those without neighbours tell nothing new. */
const isOther = ({ quote, prefix, suffix }: Quote, now: Quote): boolean =>
  quote !== now.quote || prefix + suffix !== "";

/** Where nothing is: no one writes with this client id. */
const NOWHERE = { client: 0, clock: 0 } as const;
const GONE: Ends = { start: NOWHERE, end: NOWHERE };

const rememberedOf = ({ remembered }: AnnotatedPassage): Quote | null =>
  remembered && { quote: remembered.exact, prefix: remembered.prefix, suffix: remembered.suffix };

type Written = {
  readonly annotation: NewAnnotation;
  readonly attributes: readonly (readonly [id: string, value: string])[];
  /** At least as many as it takes, encoded. */
  readonly bytes: number;
};

/** What the codebook does not ask for stands behind the note. */
function writtenOf(
  { id, passage, labelling }: PlannedPassage,
  anchor: Anchor,
  { scheme, attributes: known, now }: Pick<Writing, "scheme" | "attributes" | "now">,
): Written {
  const createdAt = timeOf(passage.created, now);
  const kind = kindOf(scheme, labelling.kind);
  const attributes = new Map<string, string>();
  const others: string[] = [];
  for (const [id, told] of Object.entries(passage.attributes)) {
    const there = known.get(attributeKey(passage.kind, id)) ?? null;
    const held = heldBy(kind, [id, told], there);
    if (held !== null && !attributes.has(held[0])) attributes.set(...held);
    else
      others.push(there ? `${there.name}: ${shownValue(there, told) ?? told}` : `${id}: ${told}`);
  }
  const whole = [passage.note, others.join("\n")].filter((part) => part !== "").join("\n\n");
  const note = whole.slice(0, NOTE_LENGTH).toWellFormed();
  const letters = [anchor.quote, anchor.prefix, anchor.suffix, note, ...[...attributes].flat()];
  return {
    annotation: { id, anchor, ...labelling, note, createdAt },
    attributes: [...attributes],
    bytes: letters.reduce((sum, { length }) => sum + 3 * length, 300),
  };
}

/** What a file says, in milliseconds since 1970, unless that is no time, or still to come. */
export function timeOf(created: string | null, now: number): number {
  const time = Date.parse(created ?? "");
  return time > 0 && time < now ? time : now;
}

function write(layer: Y.Doc, { annotation, attributes }: Written): void {
  addAnnotation(layer, annotation);
  for (const [id, value] of attributes) setAttribute(layer, annotation.id, id, value);
}
