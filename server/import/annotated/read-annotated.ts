// Reads a file of annotations, or an archive of such files as projects are exported: what it is, its content says.

import type { FormatId } from "#domain/format-ids.ts";
import { type NamedFile, type Reader, UnreadableFile } from "../../formats/format.ts";
import { formatOf } from "../../formats/formats.ts";
import { mergeTexts } from "../../formats/merge-texts.ts";
import type { ReadArticle } from "../../formats/read-article.ts";
import { openArchive } from "../convert/archive.ts";
import { oneLine } from "../convert/clean-words.ts";
import type { GivenFile } from "../imported.ts";
import { Unreadable, type UnreadableCode } from "../unreadable.ts";
import {
  ANNOTATED_LIMITS,
  type Annotated,
  type AnnotatedArticle,
  keepersOf,
  personKey,
  talkersOf,
} from "./annotated.ts";
import { cleanArticle } from "./clean-article.ts";
import { demandFew } from "./parse-annotated.ts";

/** Formats whose files belong together, such as a text and what was said of it; those that are easily told first. */
const TOGETHER = [
  ...["webanno-tsv", "uima-cas-json", "uima-cas-xmi"],
  ...["brat", "spacy", "doccano", "conll"],
] as const;

/** Formats of which each file stands for itself. */
const ALONE = ["postil", "w3c", "hypothesis", "label-studio", "csv"] as const;

/** Reads a file of any format. Rejects with Unreadable. */
export async function readAnnotated(given: GivenFile): Promise<Annotated> {
  const files = filesIn(given);
  try {
    const { format, articles, unread } = (await readAlone(files)) ?? (await readTogether(files));
    const merged = mergeKnownTexts(articles);
    if (merged.length === 0) throw new Unreadable("file-not-annotated");
    const clean = merged.map(cleanArticle);
    // here, where it costs the server nothing
    demandFew(clean);
    const source = oneLine(given.name);
    return { source, format, unread, articles: clean, talk: strangersIn(clean) };
  } catch (error) {
    throw error instanceof UnreadableFile ? new Unreadable(FAULTS[error.fault]) : error;
  }
}

const FAULTS: Readonly<Record<UnreadableFile["fault"], UnreadableCode>> = {
  "not-this-format": "file-not-annotated",
  "no-text": "file-empty",
  "offsets-wrong": "file-offsets-wrong",
  "too-deep": "file-damaged",
};

/** The files of an archive, or the one that there is. */
function filesIn(file: NamedFile): NamedFile[] {
  if (!isArchive(file)) return [file];
  const files = unpacked(file).flatMap((each) => (isArchive(each) ? unpacked(each) : [each]));
  const bytes = files.reduce((sum, each) => sum + each.bytes.length, 0);
  if (bytes > ANNOTATED_LIMITS.unpacked) throw new Unreadable("file-too-long");
  return files;
}

const isArchive = ({ bytes }: NamedFile): boolean =>
  Buffer.from(bytes.subarray(0, 4)).toString("latin1") === "PK\x03\x04";

/** Archives in an archive are what projects hold where one annotator's work is several files: these stand where it stood. */
function unpacked({ name, bytes }: NamedFile): NamedFile[] {
  const folder = name.replace(/[^/]*$/, "");
  const archive = openArchive(bytes, ANNOTATED_LIMITS.unpacked);
  return archive.names.filter(isOfUse).flatMap((each) => {
    const content = archive.read(each);
    return content === null ? [] : [{ name: folder + each, bytes: content }];
  });
}

/** Leaves out what programs keep for themselves: hidden files, and the binary twins of annotations. */
const isOfUse = (name: string): boolean =>
  !/(?:^|\/)(?:\.|__MACOSX\/)|\.(?:ser|bin|log|pdf)$/i.test(name);

type Read = Pick<Annotated, "format" | "unread"> & { readonly articles: readonly ReadArticle[] };

/** Files of which each says for itself what it is; null when there is none. Several may be of several formats. */
async function readAlone(files: readonly NamedFile[]): Promise<Read | null> {
  const known: FormatId[] = [];
  const articles: ReadArticle[] = [];
  for (const file of files) {
    const found = await formatAmong(ALONE, [file]);
    if (found === null) continue;
    known.push(found.id);
    articles.push(...(await found.reader.read([file])));
  }
  const [format] = known;
  return format === undefined ? null : { format, articles, unread: files.length - known.length };
}

async function readTogether(files: readonly NamedFile[]): Promise<Read> {
  const found = await formatAmong(TOGETHER, files);
  if (found === null) throw new Unreadable("file-not-annotated");
  const { id, reader } = found;
  const alone = files.filter((file) => reader.recognises([file]));
  // what is recognised by nothing but its neighbours, as the halves of a pair, counts as read
  const unread = alone.length === 0 ? 0 : files.filter((file) => !isPartOf(file, alone)).length;
  return { format: id, articles: await reader.read(files), unread };
}

/** Whether a file is read, or may be the text that one that is read is about, or tell its types. */
const isPartOf = (file: NamedFile, read: readonly NamedFile[]): boolean =>
  read.includes(file) || /\.txt$|(?:^|\/)TypeSystem\.xml$/.test(file.name);

async function formatAmong(
  ids: readonly FormatId[],
  files: readonly NamedFile[],
): Promise<{ readonly id: FormatId; readonly reader: Reader } | null> {
  for (const id of ids) {
    const { reader } = await formatOf(id);
    if (reader?.recognises(files)) return { id, reader };
  }
  return null;
}

/** Those that tell no text stay apart: they may be about different ones. */
function mergeKnownTexts(articles: readonly ReadArticle[]): ReadArticle[] {
  const known = articles.filter(({ text }) => text !== null);
  return [...mergeTexts(known), ...articles.filter(({ text }) => text === null)];
}

/** How often people are mentioned of whom nothing else is told. */
function strangersIn(articles: readonly AnnotatedArticle[]): number {
  const passages = articles.flatMap(({ annotations }) => annotations);
  const people = [
    ...passages.flatMap((passage) => [passage.by, ...talkersOf(passage)]),
    ...articles.flatMap((article) => [...keepersOf(article), ...article.mentioned]),
  ];
  const known = new Set(people.map(personKey));
  const mentions = passages.flatMap(({ replies }) => replies.flatMap((reply) => reply.mentions));
  return mentions.filter((id) => !known.has(id)).length;
}
