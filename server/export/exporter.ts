// Files of articles, written by a thread of its own and sent as they come about.

import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { FormatId } from "#domain/format-ids.ts";
import type { MarkedArticle } from "../formats/marked-article.ts";
import type { Job, Order, Told, Word } from "./export-messages.ts";
import { fileStem, Stems } from "./file-stem.ts";

/** The most memory that one export may need, in MiB: a book of 100,000 words with 10,000 annotations needs a third. */
const MEMORY = 512;

/** How many exports may be under way at once. */
const AT_ONCE = 4;

/** Bytes that may wait for a slow reader before the next article is written. */
const AHEAD = 1024 * 1024;

/** Annotations that are handed over to a thread before others have a turn. */
const AT_A_TIME = 2000;

/** A file on its way. */
export type Export = {
  readonly name: string;
  readonly mediaType: string;
  readonly body: ReadableStream<Uint8Array>;
};

/** There are too many exports under way. */
export class TooBusy extends Error {}

/** Whoever wanted a file went away before it had a name. */
export class TakerGone extends Error {}

export class Exporter {
  #underWay = 0;

  /**
   * One article as a file of its own, or a zip of its files. The thread gets ready while the article is
   * gathered. Rejects with TooBusy, as `gather` does, or, once `signal` aborts, with TakerGone.
   */
  async ofArticle(
    gather: () => Promise<MarkedArticle>,
    format: FormatId,
    signal?: AbortSignal,
  ): Promise<Export> {
    const writing = this.#begin({ format, folder: false });
    const stem = ({ article }: MarkedArticle): string => fileStem(article.title, "article");
    const body = writing.stream(ordersOf(only(gather()), stem), signal);
    return { ...(await writing.named), body };
  }

  /** Many articles in one zip called `title`. */
  ofFolder(articles: AsyncIterable<MarkedArticle>, format: FormatId, title: string): Export {
    const stems = new Stems();
    const nameOf = (marked: MarkedArticle): string =>
      stems.take(fileStem(marked.article.title, "article"));
    const body = this.#begin({ format, folder: true }).stream(ordersOf(articles, nameOf));
    return { name: `${fileStem(title, "space")}.zip`, mediaType: "application/zip", body };
  }

  #begin(job: Job): Writing {
    if (this.#underWay >= AT_ONCE) throw new TooBusy();
    this.#underWay++;
    return new Writing(job, () => {
      this.#underWay--;
    });
  }
}

async function* ordersOf(
  articles: AsyncIterable<MarkedArticle>,
  nameOf: (marked: MarkedArticle) => string,
): AsyncGenerator<Order> {
  for await (const marked of articles) yield { marked, stem: nameOf(marked) };
  yield "end";
}

/** One article, which is on its way already. */
function only(gathered: Promise<MarkedArticle>): AsyncGenerator<MarkedArticle> {
  gathered.catch(() => {}); // asked for once the thread is ready, and never when that fails
  return (async function* () {
    yield await gathered;
  })();
}

/** An order as it is handed over: never more than so many annotations at a time. */
function* partsOf(order: Order): Generator<Order> {
  if (order === "end" || "part" in order) {
    yield order;
    return;
  }
  const { annotations } = order.marked;
  for (let at = 0; at < annotations.length; at += AT_A_TIME) {
    yield { part: annotations.slice(at, at + AT_A_TIME) };
  }
  yield { ...order, marked: { ...order.marked, annotations: [] } };
}

type Named = Pick<Export, "name" | "mediaType">;

type Sending = {
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  readonly orders: AsyncGenerator<Order>;
};

/** One thread at work, until all is sent, the reader goes away, or something fails. */
class Writing {
  readonly #worker: Worker;
  readonly #named = Promise.withResolvers<Named>();
  #room = Promise.withResolvers<void>();

  constructor(job: Job, onEnd: () => void) {
    this.#worker = new Worker(new URL("./export-worker.ts", import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    this.#worker.once("exit", onEnd);
    this.#named.promise.catch(() => {}); // whoever asks for a folder does not wait for a name
  }

  /** What the file is called; known before its first byte. */
  get named(): Promise<Named> {
    return this.#named.promise;
  }

  /** What the thread writes; an abort of `signal` ends it as a cancelled reader does. */
  stream(orders: AsyncGenerator<Order>, signal?: AbortSignal): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => this.#listen({ controller, orders }, signal),
        pull: () => this.#room.resolve(),
        cancel: () => this.#end(orders),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: AHEAD }),
    );
  }

  #listen({ controller, orders }: Sending, signal?: AbortSignal): void {
    const fail = (reason: unknown): void => {
      this.#named.reject(reason);
      controller.error(reason);
      this.#end(orders);
    };
    const leave = (): void => fail(new TakerGone());
    if (signal?.aborted) leave();
    signal?.addEventListener("abort", leave, { once: true });
    this.#worker.once("exit", () => signal?.removeEventListener("abort", leave));
    this.#worker.on("error", fail);
    this.#worker.on("message", (told: Told) => {
      if ("name" in told) this.#named.resolve(told);
      else if ("chunk" in told) controller.enqueue(told.chunk);
      else if ("failure" in told) fail(told.failure);
      else if ("ready" in told) this.#next(told.ready, { controller, orders }).catch(fail);
      else {
        controller.close();
        this.#end(orders);
      }
    });
  }

  /** Asks for the next file, or hands over the next article, once the reader has taken enough of those before. */
  async #next(wanted: "order" | "file", { controller, orders }: Sending): Promise<void> {
    while ((controller.desiredSize ?? 1) <= 0) {
      this.#room = Promise.withResolvers();
      await this.#room.promise;
    }
    if (wanted === "file") return this.#say("go on");
    const { value, done } = await orders.next();
    if (done) return;
    for (const part of partsOf(value)) {
      this.#say(part);
      await nextTurn();
    }
  }

  #say(word: Word): void {
    this.#worker.postMessage(word);
  }

  #end(orders: AsyncGenerator<Order>): void {
    // what it has sent before still comes, and there is nobody left to take it
    this.#worker.removeAllListeners("message");
    void this.#worker.terminate();
    void orders.return(undefined);
  }
}
