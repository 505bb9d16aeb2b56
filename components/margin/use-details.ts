// Tells the text which elements hold the notes of each paragraph, as long as these are in the page.

import { useEffect } from "react";
import type { AnnotationIndex, Placed } from "#domain/annotation/annotation-index.ts";
import { blockAt } from "#domain/article/article-text.ts";
import type { Store } from "../session/store.ts";

/** The ids of the elements with the notes of a block, with blanks between, by the index of the block. */
export type Details = Store<ReadonlyMap<number, string>>;

/** An element of the page, by its id, and the notes that it holds. */
export type Holder = { readonly id: string; readonly notes: readonly Placed[] };

export function useDetails(
  details: Details,
  index: AnnotationIndex,
  holders: readonly Holder[],
): void {
  useEffect(() => {
    const next = holdersByBlock(index, holders);
    if (!isSame(details.get(), next)) details.set(next);
  }, [details, index, holders]);
  useEffect(() => () => details.set(new Map()), [details]);
}

function holdersByBlock(
  { text }: AnnotationIndex,
  holders: readonly Holder[],
): ReadonlyMap<number, string> {
  const byBlock = new Map<number, Set<string>>();
  for (const { id, notes } of holders) {
    for (const { range } of notes) {
      if (range === null) continue;
      const last = blockAt(text, range.end - 1);
      for (let block = blockAt(text, range.start); block <= last; block++) {
        byBlock.set(block, (byBlock.get(block) ?? new Set()).add(id));
      }
    }
  }
  return new Map([...byBlock].map(([block, ids]) => [block, [...ids].join(" ")]));
}

const isSame = (a: ReadonlyMap<number, string>, b: ReadonlyMap<number, string>): boolean =>
  a.size === b.size && [...a].every(([block, ids]) => b.get(block) === ids);
