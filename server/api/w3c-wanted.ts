// From one of W3C's annotations that somebody sends to what Postil keeps of it.

import { z } from "@hono/zod-openapi";
import type { ArticleText, TextRange } from "#domain/article/article-text.ts";
import { KINDS } from "#domain/scheme/scheme.ts";
import { CodePoints } from "../formats/code-points.ts";
import { passageOf, saidBy } from "../formats/w3c-reading.ts";
import { ANNO_CONTEXT, type Item, itemShape } from "../formats/w3c-shapes.ts";
import { locateOffsets, locateQuote, type WantedQuote } from "./locate.ts";
import { malformed } from "./malformed.ts";
import { Problem } from "./problem.ts";
import { annotationChangeShape, newAnnotationShape } from "./shapes.ts";

export const webAnnotationShape = z.looseObject({}).openapi("WebAnnotation", {
  description:
    "An annotation as W3C's Web Annotation Data Model has it, about the address of the article: the first body that is a tag names kind and label (such as claim-fact), the others are the note.",
});

const replacingShape = annotationChangeShape.required();

/** What is annotated. */
type Subject = {
  readonly text: ArticleText;
  /** The address that annotations have to be about. */
  readonly address: string;
};

/** What is to be added. Ends the request with 400 or 422 for what is no annotation of this article. */
export function readNew(sent: object, subject: Subject): z.infer<typeof newAnnotationShape> {
  const item = readItem(sent);
  const place = placeIn(item, subject);
  return parse(newAnnotationShape, {
    ...saidIn(item),
    ...("exact" in place ? { quote: place } : place),
  });
}

/** What an annotation over `range` is to become. Ends the request as `readNew`, and when it names another passage. */
export function readReplacing(
  sent: object,
  subject: Subject,
  range: TextRange | null,
): z.infer<typeof replacingShape> {
  const item = readItem(sent);
  const place = range && placeIn(item, subject);
  const wanted = place && ("exact" in place ? locateQuote(subject.text, place) : place);
  if (wanted?.start !== range?.start || wanted?.end !== range?.end) {
    throw new Problem(422, "An annotation stays at its passage. Delete it and add another.");
  }
  return parse(replacingShape, saidIn(item));
}

function readItem(sent: object): Item {
  const context = "@context" in sent ? [sent["@context"]].flat() : [];
  if (!context.includes(ANNO_CONTEXT)) {
    throw new Problem(415, `Send one annotation in the context ${ANNO_CONTEXT}.`);
  }
  if ("canonical" in sent) {
    throw new Problem(422, "A canonical address cannot be kept here. Leave it out.");
  }
  return parse(itemShape, sent);
}

function saidIn(item: Item) {
  const { kind: named, label = null, note = "", attributes = {} } = saidBy(item);
  const kind = KINDS.find((each) => each === named);
  if (kind !== undefined) return { kind, label, note, attributes };
  const kinds = KINDS.join(", ");
  throw new Problem(
    422,
    `One body has to be a tag (its purpose is tagging) that begins with one of ${kinds}, such as claim-fact.`,
  );
}

/** Offsets count where the words that come with them stand there; else the words are sought. */
function placeIn(item: Item, { text, address }: Subject): TextRange | WantedQuote {
  const [target, another] = item.target;
  if (another || target?.source.replace(/#.*$/s, "") !== address) {
    throw new Problem(422, `The annotation has to have one target, whose source is ${address}.`);
  }
  const counted = { text: text.text, points: new CodePoints(text.text) };
  const { range = null, quote = null } = passageOf(item, counted) ?? {};
  const isThere = range && (!quote || text.text.slice(range.start, range.end) === quote.exact);
  if (isThere) return locateOffsets(text, range);
  if (quote) return quote;
  throw new Problem(
    422,
    "The target has to have a TextQuoteSelector, or a TextPositionSelector that leads into the text.",
  );
}

function parse<Shape extends z.ZodType>(shape: Shape, given: unknown): z.infer<Shape> {
  const { success, data, error } = shape.safeParse(given);
  if (success) return data;
  throw malformed(error.issues);
}
