import { afterAll, beforeAll, test } from "vitest";
import * as Y from "yjs";
import { articleFragment } from "#domain/article/article.ts";
import { FRAME_BYTES } from "#domain/wire.ts";
import type { ArticleSession } from "./article-session.ts";
import { type Guest, OwnServer, saved, until } from "./own-server.test-kit.ts";

const MEGABYTE = 1024 * 1024;

let server: OwnServer;
let olive: Guest;
let ada: Guest;

beforeAll(async () => {
  server = await OwnServer.start();
  olive = await server.enterAsOwner();
  ada = await server.enter("Ada");
});
afterAll(() => server.remove());

const paragraphOf = (text: string): Y.XmlElement => {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(text)]);
  return paragraph;
};

/** Puts these paragraphs in the place of the first one, as a hand does that pastes. */
function paste({ article }: ArticleSession, ...texts: readonly string[]): void {
  const fragment = articleFragment(article);
  article.transact(() => {
    fragment.delete(0, 1);
    fragment.insert(0, texts.map(paragraphOf));
  });
}

const reads = (session: ArticleSession, text: string): Promise<void> =>
  until(session, () => session.index.text.text === text);

test("[N2] a pasted text of megabytes arrives, in one paragraph or in thousands", async () => {
  const article = await server.addArticle(olive, "First.\n\nLast.");
  const [editor, reader] = [server.open(olive, article, "owner"), server.open(ada, article)];
  await Promise.all([saved(editor), saved(reader)]);
  const long = "語😀 ".repeat(MEGABYTE / 4);
  const lines = Array.from({ length: 5000 }, (_, count) => `${count} ${"words ".repeat(20)}`);
  paste(editor, long, ...lines);
  await until(editor, () => editor.saving.get().state === "saving");
  const text = [long, ...lines, "Last."].join("\n\n");
  await Promise.all([saved(editor), reads(reader, text)]);
  editor.destroy();
  reader.destroy();
  const later = server.open(ada, article);
  await reads(later, text);
  later.destroy();
}, 60_000);

test("[N2] what was written without a connection arrives, however much it is", async () => {
  const article = await server.addArticle(olive, "The first word. The last word.");
  const editor = server.open(olive, article, "owner");
  await saved(editor);
  await server.kill();
  await until(editor, () => editor.saving.get().state === "offline");
  const long = "a text that is longer than any message ".repeat(2 * (FRAME_BYTES / 39));
  paste(editor, long);
  const ranges = Array.from({ length: 2000 }, (_, at) => ({ start: at * 5, end: at * 5 + 60 }));
  editor.markAll(ranges, { kind: "claim", label: null });
  await server.restart();
  await saved(editor);
  editor.destroy();
  const reader = server.open(ada, article);
  await reads(reader, long);
  await until(reader, () => reader.index.size === ranges.length);
  reader.destroy();
}, 60_000);
