// One annotation, or one reply, as W3C's model tells it. Passages are told by their words and by offsets
// in code points.

import type { CodePoints } from "./code-points.ts";
import { flatLabel } from "./flat-label.ts";
import type { MarkedAnnotation } from "./marked-article.ts";
import { quotePlaceOf } from "./quote-place.ts";
import { ANNO_CONTEXT } from "./w3c-shapes.ts";

export const W3C_CONTEXT = [
  ANNO_CONTEXT,
  {
    ...{ "@version": 1.1, postil: "urn:postil:" },
    "postil:attributes": { "@id": "postil:attributes", "@type": "@json" },
  },
];

/** What somebody made, and who. A person who was removed has no name. */
export type Made = Pick<MarkedAnnotation, "id" | "author" | "createdAt">;

/** What is told of an annotation. */
export type ToldAnnotation = Made &
  Pick<MarkedAnnotation, "kind" | "label" | "note" | "attributes" | "quote" | "start" | "end">;

/** What is annotated, and under which addresses annotations are told. */
export type Setting = {
  readonly text: string;
  readonly points: CodePoints;
  /** Where people read the article. */
  readonly url: string;
  readonly addressOf: (made: Made) => string;
};

/** An annotation; an orphan is told by its words alone. */
export function annotationItem(annotation: ToldAnnotation, setting: Setting): object {
  const { note, attributes } = annotation;
  return {
    ...{ id: setting.addressOf(annotation), type: "Annotation", motivation: "classifying" },
    ...madeBy(annotation),
    body: [
      textualBody("tagging", flatLabel(annotation)),
      ...(note === "" ? [] : [textualBody("describing", note)]),
    ],
    target: { source: setting.url, selector: selectorsOf(annotation, setting) },
    ...(Object.keys(attributes).length > 0 && { "postil:attributes": attributes }),
  };
}

/** A reply to an annotation. */
export function replyItem(
  reply: Made & { readonly text: string },
  to: Made,
  { addressOf }: Setting,
): object {
  return {
    ...{ id: addressOf(reply), type: "Annotation", motivation: "replying" },
    ...madeBy(reply),
    body: textualBody("replying", reply.text),
    target: addressOf(to),
  };
}

function selectorsOf({ quote, start, end }: ToldAnnotation, { text, points }: Setting): object[] {
  if (start === null || end === null) return [{ type: "TextQuoteSelector", exact: quote }];
  return [
    { type: "TextQuoteSelector", ...quotePlaceOf(text, { start, end }) },
    {
      type: "TextPositionSelector",
      ...{ start: points.fromUtf16(start), end: points.fromUtf16(end) },
    },
  ];
}

function madeBy({ author, createdAt }: Made): object {
  const id = `urn:postil:person:${encodeURIComponent(author.id)}`;
  return {
    creator: { id, type: "Person", name: author.name ?? "" },
    created: createdAt,
  };
}

const textualBody = (purpose: string, value: string): object => ({
  ...{ type: "TextualBody", purpose, format: "text/plain", value },
});
