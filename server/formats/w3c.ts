// The W3C's Web Annotations as JSON-LD: a collection of one page. Passages are told by their words and by
// offsets in code points; replies are annotations of annotations. The text itself and attributes stand in
// terms of our own, so that the file is read without the article.
// https://www.w3.org/TR/annotation-model/

import { CodePoints } from "./code-points.ts";
import { flatLabel, readFlatLabel } from "./flat-label.ts";
import { type Format, type NamedFile, UnreadableFile } from "./format.ts";
import { jsonFile, jsonOf } from "./json.ts";
import { isPlaced, type MarkedArticle, type PlacedAnnotation } from "./marked-article.ts";
import { quotePlaceOf } from "./quote-place.ts";
import {
  type ReadAnnotation,
  type ReadArticle,
  type ReadReply,
  readAnnotation,
  readArticle,
  someOf,
} from "./read-article.ts";
import { plainReply, talkOfReplies } from "./reply-talk.ts";
import { rangeOf } from "./spans.ts";
import {
  ANNO_CONTEXT,
  type Collection,
  fileShape,
  type Item,
  recognisedShape,
} from "./w3c-shapes.ts";

const CONTEXT = [
  ANNO_CONTEXT,
  {
    ...{ "@version": 1.1, postil: "urn:postil:" },
    "postil:attributes": { "@id": "postil:attributes", "@type": "@json" },
  },
];

export const w3c: Format = {
  extension: "jsonld",
  mediaType: "application/ld+json",
  writer: {
    carries: new Set([
      ...(["blanks", "label", "note", "attributes", "author", "created", "replies"] as const),
      "details",
    ]),
    write: (marked, stem) => [jsonFile(`${stem}.jsonld`, collectionOf(marked))],
  },
  reader: {
    recognises: ([file]) => file !== undefined && recognisedShape.safeParse(jsonOf(file)).success,
    read: (files) => files.flatMap(readFile),
  },
};

function collectionOf(marked: MarkedArticle): object {
  const { article, url, annotations } = marked;
  const points = new CodePoints(article.text);
  const items = annotations
    .filter(isPlaced)
    .flatMap((each) => [annotationOf(each, marked, points), ...repliesOf(each, url)]);
  return {
    ...{ "@context": CONTEXT, id: `${url}#annotations`, type: "AnnotationCollection" },
    ...{ label: article.title, total: items.length },
    ...(article.byline !== null && { "dc:creator": article.byline }),
    ...(article.source !== null && { "dc:source": article.source }),
    ...(article.language !== null && { "dc:language": article.language }),
    "postil:text": article.text,
    first: {
      ...{ id: `${url}#annotations-1`, type: "AnnotationPage", partOf: `${url}#annotations` },
      ...{ startIndex: 0, items },
    },
  };
}

function annotationOf(
  annotation: PlacedAnnotation,
  { article: { text }, url }: MarkedArticle,
  points: CodePoints,
): object {
  const { id, note, attributes, start, end } = annotation;
  return {
    ...{ id: `${url}#${id}`, type: "Annotation", motivation: "classifying" },
    ...madeBy(annotation),
    body: [
      textualBody("tagging", flatLabel(annotation)),
      ...(note === "" ? [] : [textualBody("describing", note)]),
    ],
    target: {
      source: url,
      selector: [
        { type: "TextQuoteSelector", ...quotePlaceOf(text, annotation) },
        {
          type: "TextPositionSelector",
          ...{ start: points.fromUtf16(start), end: points.fromUtf16(end) },
        },
      ],
    },
    ...(Object.keys(attributes).length > 0 && { "postil:attributes": attributes }),
  };
}

function repliesOf({ id, replies }: PlacedAnnotation, url: string): object[] {
  return replies.map((reply) => ({
    ...{ id: `${url}#${reply.id}`, type: "Annotation", motivation: "replying" },
    ...madeBy(reply),
    body: textualBody("replying", reply.text),
    target: `${url}#${id}`,
  }));
}

/** Somebody who was removed has no name. */
function madeBy({ author, createdAt }: Pick<PlacedAnnotation, "author" | "createdAt">): object {
  const id = `urn:postil:person:${encodeURIComponent(author.id)}`;
  return {
    creator: { id, type: "Person", name: author.name ?? "" },
    created: createdAt,
  };
}

const textualBody = (purpose: string, value: string): object => ({
  ...{ type: "TextualBody", purpose, format: "text/plain", value },
});

/** An article for each text that is annotated. */
function readFile(file: NamedFile): ReadArticle[] {
  const parsed = fileShape.safeParse(jsonOf(file));
  if (!parsed.success) throw new UnreadableFile("not-this-format", parsed.error);
  const { items } = parsed.data;
  const threads = new Threads(items);
  const roots = items.filter((item) => threads.rootOf(item) === item);
  if (parsed.data["postil:text"] !== null) return [articleOf(parsed.data, roots, threads)];
  const sources = Map.groupBy(roots, ({ target }) => target[0]?.source ?? "");
  return [...sources].map(([source, own]) => {
    const told = { ...parsed.data, "dc:source": source === "" ? null : source };
    return articleOf(told, own, threads);
  });
}

function articleOf(collection: Collection, roots: readonly Item[], threads: Threads): ReadArticle {
  const text = collection["postil:text"];
  const points = new CodePoints(text ?? "");
  const passages = roots.map((item) => passageOf(item, text === null ? null : { text, points }));
  const annotations = passages.flatMap((passage, index) => {
    const item = roots[index];
    if (!item || !passage) return [];
    const talk = talkOfReplies(threads.repliesTo(item));
    return [readAnnotation({ ...passage, ...saidBy(item), talk })];
  });
  return readArticle({
    ...{ text, annotations, title: collection.label, byline: collection["dc:creator"] },
    ...{ source: collection["dc:source"], language: collection["dc:language"] },
    leftOut: someOf({ "out-of-text": roots.length - annotations.length }),
  });
}

type Counted = { readonly text: string; readonly points: CodePoints };

/** Where an annotation stands: offsets count only in a text that is there. Null: nowhere. */
function passageOf(
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
function saidBy(item: Item): Partial<ReadAnnotation> {
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

const authorOf = ({ creator: [creator] }: Item): ReadAnnotation["by"] =>
  creator ?? { id: "", name: "" };

/** Which annotations are replies, and to which annotation of a text. */
class Threads {
  readonly #byId: ReadonlyMap<string, Item>;
  readonly #replies: ReadonlyMap<Item, readonly Item[]>;

  constructor(items: readonly Item[]) {
    this.#byId = new Map(items.filter(({ id }) => id !== "").map((item) => [item.id, item]));
    this.#replies = Map.groupBy(items, (item) => this.rootOf(item));
  }

  /** What a reply, or a reply to one, replies to at last; anything else is its own root. */
  rootOf(item: Item): Item {
    const passed = new Set<Item>();
    let root = item;
    for (let next = this.#repliedTo(root); next; next = this.#repliedTo(root)) {
      if (passed.has(next)) return item;
      passed.add(next);
      root = next;
    }
    return root;
  }

  repliesTo(root: Item): ReadReply[] {
    const replies = this.#replies.get(root)?.filter((item) => item !== root) ?? [];
    return replies.map((item) =>
      plainReply({
        by: authorOf(item),
        text: saidBy(item).note ?? "",
        created: item.created,
      }),
    );
  }

  #repliedTo({ motivation, target }: Item): Item | undefined {
    return motivation.includes("replying") ? this.#byId.get(target[0]?.source ?? "") : undefined;
  }
}
