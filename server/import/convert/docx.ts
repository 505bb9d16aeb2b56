// A text of Word, or of any other program that writes DOCX, as an article.

import { zipSync } from "fflate";
import { convertToHtml, images } from "mammoth";
import { ARTICLE_LENGTH } from "#domain/article/article.ts";
import type { Notice } from "#domain/article/notices.ts";
import type { GivenFile, Imported } from "../imported.ts";
import { Unreadable } from "../unreadable.ts";
import { type Archive, openArchive } from "./archive.ts";
import { oneLine } from "./clean-words.ts";
import { nameOf } from "./file-name.ts";
import { firstHeading } from "./first-heading.ts";
import { givenTitle } from "./given-title.ts";
import { nodesOfHtml } from "./html-nodes.ts";
import { languageOf } from "./language.ts";
import { Pictures } from "./pictures.ts";
import { Tally } from "./tally.ts";
import { xmlElements, xmlText } from "./xml.ts";

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  ...["Quote", "Intense Quote", "Quotations", "Block Text"].map(
    (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
  ),
];

export async function readDocx({ bytes, name, url }: GivenFile): Promise<Imported> {
  const archive = openArchive(bytes);
  const html = await htmlOf(clean(archive));
  const { nodes, notices } = nodesOfHtml(withoutJumps(html));
  if (nodes.length === 0) throw new Unreadable("file-empty");
  const facts = factsOf(archive);
  return {
    title: firstHeading(nodes) || facts.title || nameOf(name),
    byline: facts.byline,
    published: facts.published,
    source: oneLine(url ?? name) || null,
    language: facts.language,
    nodes,
    notices: lossesOf(archive, html, notices),
  };
}

/** What a picture may be at most to be kept; larger ones are there and empty, as they may not be missing. In bytes. */
const PICTURE = 128 * 1024;

/**
 * The same document, packed by us: no header of the one that came in, no document type, nothing that is
 * neither text nor picture reaches the library.
 */
function clean(archive: Archive): Buffer {
  const parts = archive.names.flatMap((name): [string, Uint8Array][] => {
    const isXml = /\.(?:xml|rels)$/i.test(name);
    if (!isXml && !/\/media\//.test(name)) return [];
    const part = archive.read(name) ?? new Uint8Array();
    if (isXml) xmlText(part);
    return [[name, isXml || part.length <= PICTURE ? part : new Uint8Array()]];
  });
  return Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }));
}

async function htmlOf(document: Buffer): Promise<string> {
  const pictures = new Pictures();
  const convertImage = images.imgElement(async (image) => {
    const content = await image.readAsBuffer().catch(() => Buffer.alloc(0));
    return { src: pictures.address(content) };
  });
  const options = { styleMap: STYLES, includeEmbeddedStyleMap: false, convertImage };
  const { value } = await convertToHtml({ buffer: document }, options).catch(() => {
    throw new Unreadable("file-damaged");
  });
  if (value.length > 20 * ARTICLE_LENGTH) throw new Unreadable("file-too-long");
  return value;
}

/** Notes stand at the end, where nothing jumps back; their numbers in the text are plain words. */
const withoutJumps = (html: string): string =>
  html
    .replace(/<sup><a href="#(?:foot|end)note-[^"]*"[^>]*>([^<]*)<\/a><\/sup>/g, "$1")
    .replace(/\s*<a href="#(?:foot|end)note-ref-[^"]*">[^<]*<\/a>/g, "");

function factsOf(archive: Archive) {
  const core = xmlElements(archive.read("docProps/core.xml"));
  const said = (wanted: string) => oneLine(core.find(({ name }) => name === wanted)?.text);
  const styles = xmlElements(archive.read("word/styles.xml"));
  const usual = styles.find(({ name }) => name === "lang")?.attributes.get("val") ?? "";
  const day = /^\d{4}-\d\d-\d\d/.exec(said("created"))?.[0] ?? "";
  return {
    title: givenTitle(said("title")),
    byline: said("creator") || null,
    published: Number.isNaN(Date.parse(day)) ? null : day,
    language: languageOf(said("language") || usual),
  };
}

/** What is told of the text so far, and what is in the document and not in what the library makes of it. */
function lossesOf(archive: Archive, html: string, told: readonly Notice[]): Notice[] {
  const text = (name: string) => new TextDecoder().decode(archive.read(name) ?? undefined);
  const main = text("word/document.xml");
  const tally = new Tally();
  for (const notice of told) tally.add(notice.code, notice.count);
  const count = (words: string, pattern: RegExp) => words.match(pattern)?.length ?? 0;
  tally.add("comments-dropped", count(text("word/comments.xml"), /<w:comment\s/g));
  tally.add("changes-accepted", count(main, /<w:(?:ins|del|moveFrom)\s/g));
  tally.add("formulas-dropped", count(main, /<m:oMath[\s>]/g));
  tally.add("embeds-dropped", count(main, /<(?:w:object|c:chart|dgm:relIds)[\s>]/g));
  // pictures that are elsewhere, which the library passes over
  tally.add("images-dropped", count(main, /<a:blip\s/g) - count(html, /<img\s/g));
  tally.add("notes-moved", count(html, /<li id="(?:foot|end)note-/g));
  return tally.notices();
}
