// Kind and label as one word, for formats that know no more than a tag.

import type { Labelling } from "#domain/annotation/annotation.ts";
import { KINDS } from "#domain/scheme/scheme.ts";
import { percentDecoded, percentEncoded } from "./percent.ts";
import type { ReadAnnotation } from "./read-article.ts";

const BETWEEN = "-";

/** What no label of a scheme holds. Whoever writes past our own page may have chosen one that does. */
const STRANGE = /[^A-Za-z0-9_-]/gu;

/** Such as `claim-fact`, or `claim` where no label was chosen: letters, digits and hyphens, which every format takes. */
export function flatLabel({ kind, label }: Labelling): string {
  return label === null ? kind : kind + BETWEEN + label.replace(STRANGE, percentEncoded);
}

/** What a tag says; one that is not ours is a label of no kind. */
export function readFlatLabel(tag: string): Pick<ReadAnnotation, "kind" | "label"> {
  const kind = KINDS.find((each) => tag === each || tag.startsWith(each + BETWEEN));
  if (kind === undefined) return { kind: "", label: tag };
  const label = tag.slice(kind.length + BETWEEN.length);
  return { kind, label: tag === kind ? null : percentDecoded(label) };
}
