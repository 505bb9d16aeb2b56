// What one of W3C's annotations says, and about which passage.

import type { CodePoints } from "./code-points.ts";
import { readFlatLabel } from "./flat-label.ts";
import type { ReadAnnotation } from "./read-article.ts";
import { rangeOf } from "./spans.ts";
import type { Item } from "./w3c-shapes.ts";

type Counted = { readonly text: string; readonly points: CodePoints };

/** Where an annotation stands: offsets count only in a text that is there. Null: nowhere. */
export function passageOf(
  { target: [target] }: Item,
  counted: Counted | null,
): Pick<ReadAnnotation, "range" | "quote"> | null {
  const selectors = target?.selector ?? [];
  const words = selectors.find(({ type, exact }) => type === "TextQuoteSelector" && exact);
  const place = selectors.find(({ type }) => type === "TextPositionSelector");
  const range = counted && place ? rangeOf(counted, place.start ?? -1, place.end ?? -1) : null;
  const { exact = "", prefix = "", suffix = "" } = words ?? {};
  const quote = words ? { exact, prefix, suffix } : null;
  return range || quote ? { range, quote } : null;
}

/** The first tag is the label; further ones and all other words are the note. */
export function saidBy(item: Item): Partial<ReadAnnotation> {
  const isTag = ({ purpose }: Item["body"][number]): boolean => purpose.includes("tagging");
  const [tag, ...tags] = item.body.filter(isTag);
  const others = item.body.filter((body) => !isTag(body));
  const note = [item.bodyValue, ...[...others, ...tags].map(({ value = "" }) => value)];
  return {
    ...{ by: authorOf(item), created: item.created, attributes: item["postil:attributes"] },
    ...(tag?.value && readFlatLabel(tag.value)),
    note: note.filter((each) => each !== "").join("\n"),
  };
}

export const authorOf = ({ creator: [creator] }: Item): ReadAnnotation["by"] =>
  creator ?? { id: "", name: "" };
