// Everything that runs while pages are measured: the browser, a Postil with thirty people, the peers' server.

import {
  enterAsGuest,
  enterAsGuests,
  enterAsOwner,
  type Guest,
  startWithPages,
} from "../postil.ts";
import type { RunningServer } from "../run-server.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { Chromium } from "./chromium.ts";
import type { Corpus } from "./corpus.ts";
import { PEOPLE } from "./marked-passages.ts";
import { PeerArticle, putScripts } from "./peer-article.ts";
import { PeerServer } from "./peer-server.ts";
import { type Crowd, type PostilArticle, publish } from "./postil-article.ts";

export class Venue {
  readonly chromium: Chromium;
  /** Who reads and marks, and has marked nothing before. */
  readonly reader: Guest;
  readonly #crowd: Crowd;
  readonly #postil: RunningServer;
  readonly #peers: PeerServer;
  readonly #peerArticles = new Map<string, PeerArticle>();

  private constructor(parts: {
    chromium: Chromium;
    reader: Guest;
    crowd: Crowd;
    postil: RunningServer;
    peers: PeerServer;
  }) {
    this.chromium = parts.chromium;
    this.reader = parts.reader;
    this.#crowd = parts.crowd;
    this.#postil = parts.postil;
    this.#peers = parts.peers;
  }

  static async open(): Promise<Venue> {
    const postil = await startWithPages(temporaryFolder());
    const peers = await PeerServer.start();
    await putScripts(peers);
    const crowd = {
      origin: postil.url,
      owner: await enterAsOwner(postil),
      people: await enterAsGuests(postil.url, PEOPLE),
      newcomer: await enterAsGuest(postil.url),
    };
    const reader = await enterAsGuest(postil.url);
    return new Venue({ chromium: await Chromium.launch(), reader, crowd, postil, peers });
  }

  /** Opens a page of each kind once, so that none is measured while servers and browser are cold. */
  async warmUp(corpus: Corpus): Promise<void> {
    const { url } = await this.publish(corpus);
    const peer = this.peer(corpus);
    for (const visit of [
      { url, cookie: this.reader.cookie },
      { url: peer.url("recogito.html?renderer=SPANS") },
      { url: peer.url("editor.html?text=text.bin") },
    ]) {
      const page = await this.chromium.visit(visit);
      await page.settle();
      await page.close();
    }
  }

  get owner(): Guest {
    return this.#crowd.owner;
  }

  /** Adds the article to Postil; a new one each time, for every visit changes it. */
  async publish(corpus: Corpus): Promise<PostilArticle> {
    try {
      return await publish(corpus, this.#crowd);
    } catch (error) {
      process.stderr.write(this.#postil.lastWords());
      throw error;
    }
  }

  /** The article on the peers' server, where visits change nothing. */
  peer(corpus: Corpus): PeerArticle {
    const known = this.#peerArticles.get(corpus.name);
    const article = known ?? new PeerArticle(this.#peers, corpus);
    this.#peerArticles.set(corpus.name, article);
    return article;
  }

  async close(): Promise<void> {
    await this.chromium.close();
    this.#peers.close();
    await this.#postil.kill();
  }
}
