// The pages that are measured, and how one gets there.

import type { Page } from "playwright-core";
import type { Hand, Send } from "./acts.ts";
import type { Visit } from "./chromium.ts";
import type { Corpus } from "./corpus.ts";
import type { Venue } from "./venue.ts";

/** What each page, or what else resolves positions, is called in the table. */
export const PAGES = {
  postil: "Postil",
  bare: "no annotations",
  spans: "recogito spans",
  css: "recogito css",
  marks: "marks",
  editor: "editor alone",
  editorFirst: "editor first",
  binding: "y-tiptap",
  yjs: "yjs",
} as const;

/** A page on which somebody reads and marks. What it cannot do, is not measured. */
export type ReadingPage = {
  readonly name: string;
  readonly visit: Visit;
  /** Whether it comes alive after its first highlights; others are alive with them. */
  readonly comesAlive: boolean;
  /** Whether it has highlights at all. */
  readonly isMarked: boolean;
  readonly hand: Hand | null;
  readonly send: Send | null;
};

/** A page on which somebody edits the text; `begin` leads to where letters can be typed. */
export type EditingPage = {
  readonly name: string;
  readonly visit: Visit;
  readonly begin: (page: Page) => Promise<unknown>;
};

/** Opens a page for reading. */
export type OpenReading = (venue: Venue, corpus: Corpus) => Promise<ReadingPage>;

export const readPostil: OpenReading = async (venue, corpus) => {
  const { url, writer } = await venue.publish(corpus);
  return {
    name: PAGES.postil,
    visit: { url, cookie: venue.reader.cookie },
    comesAlive: true,
    isMarked: true,
    hand: { cause: "keydown", mark: (page) => page.keyboard.press("e") },
    send: (passages) => writer.write(passages),
  };
};

export const readBare: OpenReading = async (venue, corpus) => {
  const { bareUrl } = await venue.publish(corpus);
  const visit = { url: bareUrl, cookie: venue.reader.cookie };
  return { name: PAGES.bare, visit, comesAlive: false, isMarked: false, hand: null, send: null };
};

const readRecogito =
  (name: string, renderer: "SPANS" | "CSS_HIGHLIGHTS"): OpenReading =>
  async (venue, corpus) => {
    const article = venue.peer(corpus);
    return {
      name,
      visit: { url: article.url(`recogito.html?renderer=${renderer}`) },
      comesAlive: false,
      isMarked: true,
      hand: { cause: "pointerup", mark: async () => {} },
      send: (passages) => article.annotate(passages),
    };
  };

export const readSpans = readRecogito(PAGES.spans, "SPANS");
export const readCss = readRecogito(PAGES.css, "CSS_HIGHLIGHTS");

/** Marks are made by an editor's command, not by a hand that only reads. */
export const readMarks: OpenReading = async (venue, corpus) => {
  const article = venue.peer(corpus);
  return {
    name: PAGES.marks,
    visit: { url: article.url("editor.html?text=marks.bin") },
    comesAlive: false,
    isMarked: true,
    hand: null,
    send: (passages) => article.addMarks(passages),
  };
};

/** What the first load over a slow network is compared with. */
export const readEditorFirst: OpenReading = async (venue, corpus) => {
  const url = venue.peer(corpus).url("editor-first.html");
  const page = { comesAlive: false, isMarked: true, hand: null, send: null };
  return { name: PAGES.editorFirst, visit: { url }, ...page };
};

/** The pages for editing: Postil's with annotations and without, and TipTap's editor by itself. */
export async function editingPages(venue: Venue, corpus: Corpus): Promise<EditingPage[]> {
  const { url, bareUrl } = await venue.publish(corpus);
  const peer = venue.peer(corpus);
  const { cookie } = venue.owner;
  const begin = (page: Page) => beginEditing(page, corpus.title);
  const atOnce = (page: Page) => page.waitForSelector("article[contenteditable=true]");
  const editor = (text: string): Visit => ({ url: peer.url(`editor.html?text=${text}`) });
  return [
    { name: PAGES.postil, visit: { url, cookie }, begin },
    { name: PAGES.bare, visit: { url: bareUrl, cookie }, begin },
    { name: PAGES.editor, visit: editor("text.bin"), begin: atOnce },
    ...(peer.hasMarks ? [{ name: PAGES.marks, visit: editor("marks.bin"), begin: atOnce }] : []),
  ];
}

async function beginEditing(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.getByRole("button", { name: "Edit the text" }).click();
  await page.getByRole("textbox", { name: title }).waitFor();
}
