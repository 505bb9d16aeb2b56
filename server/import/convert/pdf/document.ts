// A PDF document, opened within limits: its text page by page, and what it says of itself. Its scripts
// never run, and its pictures and fonts are not drawn.

import { getDocumentProxy } from "unpdf";
import { ARTICLE_LENGTH } from "#domain/article/article.ts";
import { Unreadable } from "../../unreadable.ts";

/** How many pages a document may have. */
const PAGES = 500;

/** How many pieces of text a page may have: a page of the smallest print has some ten thousand. */
const PIECES = 50_000;

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PDFPageProxy = Awaited<ReturnType<Document["getPage"]>>;
type Content = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>;
export type TextItem = Extract<Content["items"][number], { str: string }>;

/** Opens a document for as long as `use` takes. Rejects with Unreadable where none can be opened. */
export async function withDocument<T>(
  bytes: Uint8Array,
  use: (document: Document) => Promise<T>,
): Promise<T> {
  const document = await openDocument(bytes);
  try {
    if (document.numPages > PAGES) throw new Unreadable("file-too-long");
    return await use(document);
  } finally {
    // not waited for: of a page that was not read to its end, this never comes to one
    void document.loadingTask.destroy();
  }
}

/** The copy is for the library, which takes possession of what it is given. */
async function openDocument(bytes: Uint8Array): Promise<Document> {
  try {
    return await getDocumentProxy(bytes.slice(), { verbosity: 0, useSystemFonts: false });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw new Unreadable(isLocked ? "file-locked" : "file-damaged");
  }
}

/**
 * The text of each page, in the order in which it is drawn. `read` makes something of a page before the
 * next one is opened. Pages that are broken count as empty; too much text is Unreadable at once.
 */
export async function readPages<T>(
  document: Document,
  read: (page: PDFPageProxy, items: readonly TextItem[]) => T,
): Promise<T[]> {
  const pages: T[] = [];
  let left = ARTICLE_LENGTH;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number).catch(() => null);
    if (page === null) continue;
    const items = await textOf(page, left);
    left -= lengthOf(items);
    pages.push(read(page, items));
    page.cleanup();
  }
  return pages;
}

/** What is left unread is let go with its document: the library cannot bear to be cancelled. */
async function textOf(page: PDFPageProxy, limit: number): Promise<TextItem[]> {
  const reader: ReadableStreamDefaultReader<Content> = page.streamTextContent().getReader();
  const items: TextItem[] = [];
  let length = 0;
  while (true) {
    const chunk = await reader.read().catch(() => null);
    if (chunk === null || chunk.done) return items;
    const texts = chunk.value.items.filter((item) => "str" in item);
    items.push(...texts);
    length += lengthOf(texts);
    if (length > limit || items.length > PIECES) throw new Unreadable("file-too-long");
  }
}

const lengthOf = (items: readonly TextItem[]): number =>
  items.reduce((sum, { str }) => sum + str.length, 0);
