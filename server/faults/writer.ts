// Somebody who annotates without pause, and writes into a ledger what was asked and what was promised.

import * as Y from "yjs";
import type { Anchor } from "#domain/anchor/anchor.ts";
import { newAnnotationId } from "#domain/annotation/annotation-id.ts";
import { addAnnotation, readLayer, removeAnnotation } from "#domain/annotation/layer.ts";
import { TestClient } from "../sync/test-client.ts";
import { until } from "../sync/test-server.ts";
import type { Ledger } from "./ledger.ts";
import type { Seat } from "./seat.ts";

/** How many annotations a writer keeps, deleting the oldest: so that deletions are put to the test, too. */
const KEPT = 20;

/** The ledger does not care where annotations stand. */
const NOWHERE: Anchor = {
  start: { client: 1, clock: 0 },
  end: { client: 1, clock: 0 },
  quote: "q",
  prefix: "",
  suffix: "",
};

export class Writer {
  readonly seat: Seat;
  readonly #ledger: Ledger;
  #client: TestClient | null = null;
  #isWriting = false;
  #done: Promise<void> = Promise.resolve();

  constructor(seat: Seat, ledger: Ledger) {
    this.seat = seat;
    this.#ledger = ledger;
  }

  /** `url` is the server's; joins with what it knows from before; resolves when everything it wrote is acknowledged. */
  async join(url: string): Promise<void> {
    const { articleId, id, headers } = this.seat;
    const client = new TestClient({ url: url.replace("http:", "ws:") }, articleId, id, headers);
    const before = this.#client?.layer();
    if (before) Y.applyUpdate(client.layer(), Y.encodeStateAsUpdate(before), "remote");
    this.#client = client;
    await client.connect();
    await until(() => client.isSaved, `${id} is told that everything is saved`);
    this.#ledger.acknowledged(id);
  }

  /** Begins to write, each time as soon as the server has answered, until the connection is gone. */
  write(): void {
    this.#isWriting = true;
    this.#done = this.#writeOn();
  }

  /** Whether the server has said that it could not keep something. */
  get isRefused(): boolean {
    return this.#client?.answers.includes("not-stored") ?? false;
  }

  /** Whether everything is kept. */
  get isSaved(): boolean {
    return this.#client?.isSaved === true && this.#client.answers.at(-1) === "stored";
  }

  /** Stops writing, and waits until everything is kept. */
  async rest(): Promise<void> {
    this.#isWriting = false;
    await this.#done;
    await until(() => this.isSaved, "everything is kept");
    this.#ledger.acknowledged(this.seat.id);
  }

  /** Stops writing, and loses the connection as by a pulled cable. */
  async cut(): Promise<void> {
    this.#isWriting = false;
    this.#client?.cut();
    await this.#done;
  }

  /** Forgets everything, as a browser without storage that is closed. */
  forget(): void {
    this.#ledger.forgot(this.seat.id);
    this.#client = null;
  }

  /** Author → the ids of their annotations, as this person sees them. */
  sees(): Map<string, string[]> {
    const layers = [...(this.#client?.layers ?? [])];
    const ids = layers.map(
      ([author, layer]) => [author, readLayer(layer, author).map(({ id }) => id)] as const,
    );
    return new Map(ids.filter(([, all]) => all.length > 0));
  }

  async #writeOn(): Promise<void> {
    const client = this.#client;
    const mine: string[] = [];
    while (this.#isWriting && client && client.closeCode === null) {
      this.#call(client, mine);
      await until(
        () => client.isSaved || client.closeCode !== null || !this.#isWriting,
        "an answer",
      );
      if (client.isSaved && client.answers.at(-1) === "stored")
        this.#ledger.acknowledged(this.seat.id);
    }
  }

  /** One deed in one update. */
  #call(client: TestClient, mine: string[]): void {
    const { id: author } = this.seat;
    const oldest = mine.length >= KEPT ? mine.shift() : undefined;
    if (oldest === undefined) {
      const id = newAnnotationId();
      this.#ledger.called(author, "add", id);
      mine.push(id);
      const annotation = {
        id,
        anchor: NOWHERE,
        createdAt: Date.now(),
        kind: "claim",
        label: null,
      } as const;
      addAnnotation(client.layer(), annotation);
    } else {
      this.#ledger.called(author, "delete", oldest);
      removeAnnotation(client.layer(), oldest);
    }
  }
}
