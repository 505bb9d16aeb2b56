// What thirty people marked: entities, framing and claims, as long and as crowded as in a class.

import type { Labelling } from "../../domain/annotation/annotation.ts";
import type { TextRange } from "../../domain/article/article-text.ts";
import { type Random, wholeNumber } from "./invented-text.ts";
import type { Word } from "./words.ts";

/** How many people wrote the annotations, in turns. */
export const PEOPLE = 30;

/** This share of the annotations begins where another one begins; the others begin anywhere. */
const OVERLAPPING = 1 / 3;

/** This share are claims that reach into the next paragraph, by so many words. */
const ACROSS = 0.02;
const WORDS_ACROSS = 3;

/** An annotation of one of the `PEOPLE`, by number. */
export type Marked = TextRange & Labelling & { readonly author: number };

type Kind = Labelling & {
  readonly share: number;
  /** Words. */
  readonly least: number;
  readonly most: number;
};

const ENTITY: Kind = { kind: "entity", label: "person", share: 0.4, least: 1, most: 4 };
const FRAMING: Kind = { kind: "framing", label: "loaded", share: 0.36, least: 2, most: 12 };
const CLAIM: Kind = { kind: "claim", label: "fact", share: 0.24, least: 8, most: 60 };

type Ground = {
  readonly words: readonly Word[];
  /** Where no entity may lie. */
  readonly clearings: readonly TextRange[];
};

/** Marks so many passages. */
export function markPassages(count: number, ground: Ground, random: Random): Marked[] {
  const marked: Marked[] = [];
  const beginnings: number[] = [];
  while (marked.length < count) {
    const kind = drawKind(random);
    const old = random() < OVERLAPPING ? beginnings[drawIndex(beginnings, random)] : undefined;
    const from = old ?? drawIndex(ground.words, random);
    const passage = passageFrom(from, kind, ground.words, random);
    if (kind === ENTITY && ground.clearings.some((clearing) => meet(clearing, passage))) continue;
    beginnings.push(from);
    const author = marked.length % PEOPLE;
    marked.push({ ...passage, kind: kind.kind, label: kind.label, author });
  }
  return marked;
}

const drawIndex = (list: readonly unknown[], random: Random): number =>
  Math.floor(random() * list.length);

function drawKind(random: Random): Kind {
  const drawn = random();
  if (drawn < ENTITY.share) return ENTITY;
  return drawn < ENTITY.share + FRAMING.share ? FRAMING : CLAIM;
}

function passageFrom(from: number, kind: Kind, words: readonly Word[], random: Random): TextRange {
  const first = words[from];
  const blockEnd = first?.blockEnd ?? 0;
  const isAcross = kind === CLAIM && random() < ACROSS / CLAIM.share;
  const wanted = from + wholeNumber(random, kind.least, kind.most);
  const until = isAcross ? blockEnd + WORDS_ACROSS : Math.min(wanted, blockEnd);
  const last = words[Math.min(until, words.length) - 1];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

const meet = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end;
