// What a text of Word holds, read by other code than wrote it.

import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { z } from "zod";
import { wordsWithin } from "./words-within.test-kit.ts";

export type Xml = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly inside: readonly Xml[];
};

const parser = new XMLParser({
  ...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: "" },
  ...{ removeNSPrefix: true, trimValues: false, parseTagValue: false, parseAttributeValue: false },
});

const nodeShape = z.record(z.string(), z.unknown());

function elementsIn(content: unknown): Xml[] {
  return z
    .array(nodeShape)
    .parse(content)
    .flatMap((node) => {
      const [name = "", inner] = Object.entries(node).find(([key]) => key !== ":@") ?? [];
      if (name === "#text") return [];
      const attributes = z.record(z.string(), z.string()).parse(node[":@"] ?? {});
      const texts = z
        .array(nodeShape)
        .parse(inner)
        .map((each) => each["#text"] ?? "");
      return [{ name, attributes, text: texts.join(""), inside: elementsIn(inner) }];
    });
}

/** An element and all that are in it, in the order in which they begin. */
const withInner = (element: Xml): Xml[] => [element, ...element.inside.flatMap(withInner)];

/** All elements of one part; none when the file has no such part. */
export function partOf(bytes: Uint8Array, name: string): Xml[] {
  const part = unzipSync(bytes)[name];
  return part ? elementsIn(parser.parse(strFromU8(part))).flatMap(withInner) : [];
}

/** The words of an element. */
const wordsOf = (element: Xml): string =>
  withInner(element)
    .map(({ name, text }) => (name === "t" ? text : SIGNS[name]) ?? "")
    .join("");

const SIGNS: Readonly<Record<string, string>> = { br: "\n", tab: "\t" };

type Told = { readonly text: string } | { readonly begin: string } | { readonly end: string };

/** The words between the beginning and the end of each comment's range, by its id. */
export function commentedWords(bytes: Uint8Array): Map<string, string> {
  const lines = partOf(bytes, "word/document.xml").filter(({ name }) => name === "p");
  return wordsWithin(
    lines.map((line) =>
      withInner(line).flatMap((element): Told[] => {
        const { id = "" } = element.attributes;
        if (element.name === "commentRangeStart") return [{ begin: id }];
        if (element.name === "commentRangeEnd") return [{ end: id }];
        return ["t", "br", "tab"].includes(element.name) ? [{ text: wordsOf(element) }] : [];
      }),
    ),
  );
}

/** A comment with what it says, and where it stands in its thread. */
export type ReadComment = {
  readonly id: string;
  readonly author: string;
  readonly date: string;
  readonly lines: readonly string[];
  /** The id of the comment that it answers; null for the first of a thread. */
  readonly answers: string | null;
  readonly done: boolean;
};

/** All comments, in order. */
export function commentsIn(bytes: Uint8Array): ReadComment[] {
  const comments = partOf(bytes, "word/comments.xml").filter(({ name }) => name === "comment");
  const threads = new Map(
    partOf(bytes, "word/commentsExtended.xml")
      .filter(({ name }) => name === "commentEx")
      .map(({ attributes }) => [attributes.paraId, attributes]),
  );
  const signs = new Map(comments.map((comment) => [signOf(comment), comment.attributes.id]));
  return comments.map((comment) => {
    const { id = "", author = "", date = "" } = comment.attributes;
    const thread = threads.get(signOf(comment) ?? "");
    const lines = comment.inside.filter(({ name }) => name === "p").map(wordsOf);
    const parent = thread?.paraIdParent;
    const answers = (parent && signs.get(parent)) ?? null;
    return { id, author, date, lines, answers, done: thread?.done === "1" };
  });
}

/** By what the thread names a comment: its last paragraph. */
const signOf = ({ inside }: Xml): string | undefined => inside.at(-1)?.attributes.paraId;
