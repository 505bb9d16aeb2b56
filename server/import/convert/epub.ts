// A book in EPUB as an article: its parts in the order in which they are read.

import { posix } from "node:path";
import { ARTICLE_LENGTH, type ArticleNode } from "#domain/article/article.ts";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import type { XmlElement } from "../../xml-tree.ts";
import type { GivenFile, Imported } from "../imported.ts";
import { Unreadable } from "../unreadable.ts";
import { type Archive, openArchive } from "./archive.ts";
import { oneLine } from "./clean-words.ts";
import { decodeText } from "./decode-text.ts";
import { nameOf } from "./file-name.ts";
import { firstHeading } from "./first-heading.ts";
import { nodesOfHtml } from "./html-nodes.ts";
import { languageOf } from "./language.ts";
import { Pictures } from "./pictures.ts";
import { Tally } from "./tally.ts";
import { xmlElements } from "./xml.ts";

export async function readEpub({ bytes, name, url }: GivenFile): Promise<Imported> {
  const archive = openArchive(bytes);
  if (isLocked(archive)) throw new Unreadable("file-locked");
  const plan = planOf(archive);
  const tally = new Tally();
  const nodes = nodesOfParts(archive, partsOf(plan), tally);
  if (nodes.length === 0) throw new Unreadable("file-empty");
  const said = (wanted: string) =>
    plan.elements.filter((element) => element.name === wanted).map(({ text }) => oneLine(text));
  const day = /^\d{4}-\d\d-\d\d/.exec(said("date")[0] ?? "")?.[0] ?? "";
  return {
    title: said("title")[0] || firstHeading(nodes) || nameOf(name),
    byline: oneLine(said("creator").filter(Boolean).join(", ")) || null,
    published: Number.isNaN(Date.parse(day)) ? null : day,
    source: oneLine(url ?? name) || null,
    language: languageOf(said("language")[0] ?? ""),
    nodes,
    notices: tally.notices(),
  };
}

/** Fonts are often masked, which hides no text. */
const FONT_MASKS = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/;

const isLocked = (archive: Archive): boolean =>
  xmlElements(archive.read("META-INF/encryption.xml")).some(
    ({ name, attributes }) =>
      name === "EncryptionMethod" && !FONT_MASKS.test(attributes.get("Algorithm") ?? ""),
  );

/** The file that lists what a book is made of, with the folder that its names count from. */
type Plan = { readonly elements: readonly XmlElement[]; readonly folder: string };

function planOf(archive: Archive): Plan {
  const container = xmlElements(archive.read("META-INF/container.xml"));
  const path = container.find(({ name }) => name === "rootfile")?.attributes.get("full-path") ?? "";
  return { elements: xmlElements(archive.read(path)), folder: posix.dirname(path) };
}

/** The names of the parts that are read, in their order; each once. */
function partsOf({ elements, folder }: Plan): string[] {
  const items = elements.filter(({ name }) => name === "item");
  const paths = new Map(
    items
      .filter(({ attributes }) => !/\bnav\b/.test(attributes.get("properties") ?? ""))
      .filter(({ attributes }) => /html/.test(attributes.get("media-type") ?? ""))
      .map(({ attributes }) => [attributes.get("id"), attributes.get("href") ?? ""]),
  );
  const spine = elements.filter(
    ({ name, attributes }) => name === "itemref" && attributes.get("linear") !== "no",
  );
  const read = spine.map(({ attributes }) => paths.get(attributes.get("idref")));
  return [...new Set(read)].flatMap((path) => (path === undefined ? [] : [within(folder, path)]));
}

/** A name inside the archive, from an address that counts from a folder. */
function within(folder: string, address: string): string {
  try {
    return posix.join(folder, decodeURIComponent(address.replace(/[?#].*$/s, "")));
  } catch {
    return address; // decodeURIComponent refuses by throwing URIError
  }
}

function nodesOfParts(archive: Archive, parts: readonly string[], tally: Tally): ArticleNode[] {
  const pictures = new Pictures();
  const nodes: ArticleNode[] = [];
  let left = ARTICLE_LENGTH;
  for (const part of parts) {
    const bytes = archive.read(part);
    if (bytes === null) continue;
    const html = asHtml(decodeText(bytes, null)).replace(
      PICTURE,
      (_, before: string, quoted: string) => {
        const picture = archive.read(within(posix.dirname(part), quoted.slice(1, -1)));
        return `${before}"${picture === null ? "" : pictures.address(picture)}"`;
      },
    );
    const { nodes: added, notices } = nodesOfHtml(html);
    for (const { code, count } of notices) tally.add(code, count);
    left -= blocksOfNodes(added).reduce((sum, { text }) => sum + text.length, 0);
    if (left < 0) throw new Unreadable("file-too-long");
    nodes.push(...added);
  }
  return nodes;
}

const PICTURE = /(<img\s(?:[^<>]*?\s)?src\s*=\s*)("[^"<>]*"|'[^'<>]*')/gi;

/** What closes itself in XML would stay open in HTML, and take everything behind it along. */
const asHtml = (xhtml: string): string =>
  xhtml.replace(/<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi, (element, name: string, said: string) =>
    /^(?:br|hr|img|wbr|input|col|meta|link|base|source|track|area|embed|param)$/i.test(name)
      ? element
      : `<${name}${said}></${name}>`,
  );
