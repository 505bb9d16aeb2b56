// The W3C's Web Annotations as JSON-LD: a collection of one page. Passages are told by their words and by
// offsets in code points; replies are annotations of annotations. The text itself and attributes stand in
// terms of our own, so that the file is read without the article.
// https://www.w3.org/TR/annotation-model/

import { CodePoints } from "./code-points.ts";
import { type Format, type NamedFile, UnreadableFile } from "./format.ts";
import { jsonFile, jsonOf } from "./json.ts";
import { isPlaced, type MarkedArticle } from "./marked-article.ts";
import {
  type ReadArticle,
  type ReadReply,
  readAnnotation,
  readArticle,
  someOf,
} from "./read-article.ts";
import { plainReply, talkOfReplies } from "./reply-talk.ts";
import { annotationItem, type Made, replyItem, W3C_CONTEXT } from "./w3c-item.ts";
import { authorOf, passageOf, saidBy } from "./w3c-reading.ts";
import { type Collection, fileShape, type Item, recognisedShape } from "./w3c-shapes.ts";

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
  const addressOf = ({ id }: Made): string => `${url}#${id}`;
  const setting = { text: article.text, points: new CodePoints(article.text), url, addressOf };
  const items = annotations
    .filter(isPlaced)
    .flatMap((each) => [
      annotationItem(each, setting),
      ...each.replies.map((reply) => replyItem(reply, each, setting)),
    ]);
  return {
    ...{ "@context": W3C_CONTEXT, id: `${url}#annotations`, type: "AnnotationCollection" },
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

/** What is said of several targets is said of each. */
const ofEach = (item: Item): Item[] =>
  item.target.length > 1 ? item.target.map((target) => ({ ...item, target: [target] })) : [item];

/** An article for each text that is annotated. */
function readFile(file: NamedFile): ReadArticle[] {
  const parsed = fileShape.safeParse(jsonOf(file));
  if (!parsed.success) throw new UnreadableFile("not-this-format", parsed.error);
  const { items } = parsed.data;
  const threads = new Threads(items);
  const roots = items.filter((item) => threads.rootOf(item) === item).flatMap(ofEach);
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

  /** By the id of the annotation, or by itself where it has none. */
  repliesTo(annotation: Item): ReadReply[] {
    const root = this.#byId.get(annotation.id) ?? annotation;
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
