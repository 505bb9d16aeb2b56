// Kind and label as one word, for formats that know no more than a tag.

import type { Labelling } from "#domain/annotation/annotation.ts";
import { KINDS } from "#domain/scheme/scheme.ts";
import type { ReadAnnotation } from "./read-article.ts";

const BETWEEN = "-";

/** Such as `claim-fact`, or `claim` where no label was chosen: letters, digits and hyphens, which every format takes. */
export function flatLabel({ kind, label }: Labelling): string {
  return label === null ? kind : kind + BETWEEN + label;
}

/** What a tag says; one that is not ours is a label of no kind. */
export function readFlatLabel(tag: string): Pick<ReadAnnotation, "kind" | "label"> {
  const kind = KINDS.find((each) => tag === each || tag.startsWith(each + BETWEEN));
  if (kind === undefined) return { kind: "", label: tag };
  return { kind, label: tag === kind ? null : tag.slice(kind.length + BETWEEN.length) };
}
