// Which content an article's text may be made of, before anything is known of where it stands.

import { ARTICLE_MARKS, ARTICLE_NODES } from "#domain/article/article.ts";
import { IMAGE_LENGTH } from "#domain/article/image.ts";
import { type ByteReader, lengthInUtf16, Malformed } from "./byte-reader.ts";
import { type Content, type Grammar, readLength } from "./read-update.ts";
import { KEY_BYTES, readValue } from "./values.ts";

/** The longest value of a mark, in bytes of JSON: a link's address fits. */
const MARK_BYTES = 4096;

const NODES: ReadonlySet<string> = new Set(ARTICLE_NODES);
const MARKS: ReadonlySet<string> = new Set(ARTICLE_MARKS);

/** Yjs's numbers for the types that may be inside an article. */
const ELEMENT = 3;
const TEXT = 6;

/** Deleted runs, text, marks, nodes and their attributes; Yjs's other kinds are refused. */
export const ARTICLE_GRAMMAR: Grammar = {
  1: (reader) => ({ kind: 1, length: readLength(reader) }),
  4: (reader) => {
    const text = reader.text();
    return { kind: 4, length: lengthInUtf16(text), text };
  },
  6: readMark,
  7: readType,
  8: (reader) => {
    const length = reader.uint(reader.left);
    for (let index = 0; index < length; index++) readValue(reader, IMAGE_LENGTH);
    return { kind: 8, length };
  },
};

function readMark(reader: ByteReader): Content {
  // y-tiptap calls a mark that may overlap itself `name--hash`
  const name = reader.name(KEY_BYTES).replace(/--.*$/, "");
  if (!MARKS.has(name)) throw new Malformed("unknown mark");
  const value = parseJson(reader.name(MARK_BYTES));
  if (value !== true && typeof value !== "object") throw new Malformed("value of a mark");
  return { kind: 6, length: 1 };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Malformed("not JSON");
  }
}

function readType(reader: ByteReader): Content {
  const type = reader.uint();
  if (type === TEXT) return { kind: 7, length: 1, type: "text" };
  if (type !== ELEMENT || !NODES.has(reader.name(KEY_BYTES))) throw new Malformed("unknown node");
  return { kind: 7, length: 1, type: "element" };
}
