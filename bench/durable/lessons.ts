// Classes that meet again and again: everybody comes and goes while there is a lesson, and nobody is
// there between two, so that the server may close the article.

import { setTimeout as wait } from "node:timers/promises";
import { between } from "../seeded-random.ts";
import { readAnnotationIds } from "./reader.ts";
import type { Visitor } from "./visitor.ts";

/** Milliseconds: a lesson, and the break after it, long enough for the article to be closed. */
const LESSON = [20_000, 60_000] as const;
const BREAK = [35_000, 45_000] as const;

/** A visit within a lesson, and what lies between two. */
const VISIT = [3000, 20_000] as const;
const ABSENCE = [0, 3000] as const;

/** People who share an article, and the address of its socket. */
export type Class = { readonly url: string; readonly visitors: readonly Visitor[] };

/** Annotations that are missing, and those that are there twice, or again after they were deleted. */
export type Compared = { readonly lost: number; readonly double: number };

/** One lesson after the other, in which everybody comes and goes; all is stored when it resolves. */
export async function holdLessons(
  visitors: readonly Visitor[],
  end: number,
  random: () => number,
): Promise<void> {
  await wait(random() * BREAK[0]);
  while (performance.now() < end) {
    const bell = Math.min(end, performance.now() + between(LESSON, random));
    await Promise.all(visitors.map((visitor) => attend(visitor, bell, random)));
    await wait(Math.max(0, Math.min(between(BREAK, random), end - performance.now())));
  }
  await Promise.all(visitors.map((visitor) => visitor.settle()));
}

async function attend(visitor: Visitor, bell: number, random: () => number): Promise<void> {
  while (performance.now() < bell) {
    await visitor.visit(Math.min(bell, performance.now() + between(VISIT, random)));
    await wait(between(ABSENCE, random));
  }
}

/** Reads everything as somebody who was never there. */
export async function compare(
  { url, visitors }: Class,
  newcomer: Record<string, string>,
): Promise<Compared> {
  const found = await readAnnotationIds(url, newcomer);
  const there = new Set(found);
  const wanted = new Set(visitors.flatMap(({ annotations }) => annotations));
  const foreign = [...there].filter((id) => !wanted.has(id));
  const lost = [...wanted].filter((id) => !there.has(id));
  return { lost: lost.length, double: found.length - there.size + foreign.length };
}
