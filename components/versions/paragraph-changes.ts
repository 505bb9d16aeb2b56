// The paragraphs that a new text changes, as they are shown: alone, or together where they came together.

/** As the API tells it. */
export type ChangedParagraph = {
  readonly before: string | null;
  readonly after: string | null;
  /** The number of the block that it is in; null for one that went. */
  readonly block: number | null;
};

export type ShownChange =
  | { readonly what: "changed"; readonly before: string; readonly after: string }
  | { readonly what: "went"; readonly text: string }
  | {
      readonly what: "came";
      readonly text: string;
      /** The number of the block, where it is new as a whole and can be left out; else null. */
      readonly block: number | null;
    };

/** `blocks` are the texts of all that was brought in; null where nothing can be left out. */
export function shownChanges(
  paragraphs: readonly ChangedParagraph[],
  blocks: readonly string[] | null,
): readonly ShownChange[] {
  const newIn = Map.groupBy(
    paragraphs.filter(({ before }) => before === null),
    ({ block }) => block,
  );
  const wholes = new Set<number>();
  for (const [block, lines] of newIn) {
    const text = lines.map(({ after }) => after).join("\n");
    if (block !== null && blocks?.[block] === text) wholes.add(block);
  }
  const told = new Set<number>();
  return paragraphs.flatMap(({ before, after, block }): ShownChange[] => {
    if (after === null) return [{ what: "went", text: before ?? "" }];
    if (before !== null) return [{ what: "changed", before, after }];
    if (block === null || !wholes.has(block)) return [{ what: "came", text: after, block: null }];
    if (told.has(block)) return [];
    told.add(block);
    return [{ what: "came", text: blocks?.[block] ?? after, block }];
  });
}
