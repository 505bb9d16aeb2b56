// A generated article on the peers' server: the files that their pages ask for.

import * as encoding from "lib0/encoding";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { newId } from "../../domain/id.ts";
import { bundle } from "./bundle.ts";
import type { Corpus } from "./corpus.ts";
import { documentsOf, type Wanted } from "./layers.ts";
import { markedDocument, markUpdates } from "./marked-document.ts";
import type { PeerServer } from "./peer-server.ts";
import { spotAt } from "./spot.ts";

const SCRIPTS = ["recogito", "editor", "editor-first"] as const;

/** Above this many annotations nobody keeps them as marks: a burst takes longer than all the rest here. */
const MOST_MARKS = 1000;

/** The first byte of a message in the peers' pages. */
const ROOM = 103;

/** Puts the scripts and styles of the peers' pages on their server, for all articles. */
export async function putScripts(server: PeerServer): Promise<void> {
  for (const name of SCRIPTS) {
    const { script, style } = await bundle(name);
    server.put(`/${name}.js`, script);
    server.put(`/${name}.css`, style);
  }
}

/** An article on the peers' server. */
export class PeerArticle {
  readonly #server: PeerServer;
  readonly #corpus: Corpus;
  readonly #folder: string;
  readonly #marked: Uint8Array | null;

  constructor(server: PeerServer, corpus: Corpus) {
    this.#server = server;
    this.#corpus = corpus;
    this.#folder = `/${corpus.name.replaceAll(" ", "")}/`;
    const few = corpus.annotations.length <= MOST_MARKS;
    this.#marked = few ? Y.encodeStateAsUpdate(markedDocument(corpus)) : null;
    this.#put();
  }

  /** Whether there is a variant whose annotations are marks. */
  get hasMarks(): boolean {
    return this.#marked !== null;
  }

  url(page: string): string {
    return `${this.#server.origin}${this.#folder}${page}`;
  }

  /** Sends annotations to all who have opened a page of recogito. */
  async annotate(passages: readonly Wanted[]): Promise<void> {
    const encoder = new TextEncoder();
    await this.#send(
      passages.map((passage) =>
        encoder.encode(JSON.stringify(recogitoAnnotation(this.#corpus, passage))),
      ),
    );
  }

  /** Sends what somebody's editor does who adds marks to the article as it was published. */
  async addMarks(passages: readonly Wanted[]): Promise<void> {
    if (this.#marked) await this.#send(markUpdates(this.#marked, passages));
  }

  async #send(contents: readonly Uint8Array[]): Promise<void> {
    const socket: WebSocket = await this.#server.join(this.#folder);
    for (const content of contents) socket.send(Uint8Array.of(ROOM, ...content));
    socket.close();
  }

  #put(): void {
    const { article, layers } = documentsOf(this.#corpus);
    const put = (name: string, body: string | Uint8Array): void =>
      this.#server.put(this.#folder + name, body);
    put("text.bin", Y.encodeStateAsUpdate(article));
    put("layers.bin", inOne(layers.map((layer) => Y.encodeStateAsUpdate(layer))));
    if (this.#marked) put("marks.bin", this.#marked);
    const { annotations } = this.#corpus;
    const recogito = annotations.map((each) => recogitoAnnotation(this.#corpus, each));
    put("annotations.json", JSON.stringify(recogito));
    put("recogito.html", pageOf("recogito", htmlOf(this.#corpus)));
    put("editor.html", pageOf("editor", ""));
    put("editor-first.html", pageOf("editor-first", ""));
  }
}

function inOne(parts: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of parts) encoding.writeVarUint8Array(encoder, part);
  return encoding.toUint8Array(encoder);
}

/** An annotation in recogito's own format, whose offsets know no breaks between blocks. */
function recogitoAnnotation(corpus: Corpus, { start, end, kind }: Wanted) {
  const id = newId();
  const own = (offset: number): number => offset - 2 * spotAt(corpus, offset).block;
  const quote = corpus.text.slice(start, end);
  return {
    id,
    bodies: [{ id: newId(), annotation: id, purpose: "tagging", value: kind }],
    target: { annotation: id, selector: [{ quote, start: own(start), end: own(end) }] },
  };
}

const htmlOf = ({ blocks: [headline, ...paragraphs] }: Corpus): string =>
  `<h1>${headline?.text}</h1>${paragraphs.map(({ text }) => `<p>${text}</p>`).join("")}`;

/** The column of text is as wide and as large as in Postil. */
const pageOf = (script: string, article: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${script}</title>
<link rel="icon" href="data:,">
<style>
body { margin: 5rem auto; width: 40rem; font: 1.1875rem/1.65 Georgia, serif; }
article { white-space: pre-wrap; outline: none; }
.claim, ::highlight(claim-1) { background: #d6eaf8; text-decoration: underline solid 2px #0063a6; }
.entity, ::highlight(entity-1) { background: #f7f0c6; text-decoration: underline dotted 2px #6f6100; }
.framing, ::highlight(framing-1) { background: #fbe0ec; text-decoration: underline wavy 1.5px #a8326d; }
</style>
<link rel="stylesheet" href="/${script}.css">
<article>${article}</article>
<script type="module" src="/${script}.js"></script>
`;
