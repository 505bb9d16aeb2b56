// Rights that change while people write: once a change is over, nothing more of what it forbids is stored.

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { articleFragment } from "#domain/article/article.ts";
import { ROLES, type Role } from "#domain/person.ts";
import { CLOSE } from "#domain/wire.ts";
import { encodeStep2, encodeUpdate } from "./sync-message.ts";
import { TestClient } from "./test-client.ts";
import { paragraphOf, startTestServer, type TestServer, until } from "./test-server.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ isBrief: true, grace: 0 });
});
afterAll(() => server.close());

type Standing = Role | null | "gone";

type Step = "mark" | "edit" | "wait" | { readonly to: Standing };

const standing = fc.constantFrom<Standing>(...ROLES, null, "gone");
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Step>("mark", "edit", "wait") },
  { weight: 2, arbitrary: standing.map((to) => ({ to })) },
);

/** One person at an article, whose right changes. */
class Changing {
  readonly #article: string;
  readonly #user: string;
  #client: TestClient;
  #written = 0;

  constructor(article: string, user: string) {
    this.#article = article;
    this.#user = user;
    this.#client = new TestClient(server, article, user);
  }

  async play(steps: readonly Step[]): Promise<void> {
    server.roles.set(this.#user, "editor");
    await this.#client.connect();
    for (const each of steps) {
      if (each === "mark") this.#mark();
      else if (each === "edit") this.#edit();
      else if (each === "wait") await new Promise(setImmediate);
      else await this.#change(each.to);
    }
    await this.#change(null);
    this.#client.cut();
  }

  /** What is on disk: how many updates of the person's layer, and of the text. */
  get #stored() {
    const count = (room: string): number => server.log.read(`${this.#article}/${room}`, 0).length;
    return { marks: count(`layer/${this.#user}`), edits: count("article") };
  }

  #mark(): void {
    const key = `${this.#written++}`;
    const layer = this.#client.layer();
    const before = Y.encodeStateVector(layer);
    fieldsOf(layer).set(key, 1);
    // sooner than a client of ours would
    if (this.#client.closeCode === null && !this.#client.isReady) {
      this.#client.push(Y.encodeStateAsUpdate(layer, before));
    }
  }

  #edit(): void {
    const { article } = this.#client;
    articleFragment(article).insert(0, [new Y.XmlElement("paragraph")]);
    const whole = Y.encodeStateAsUpdate(article);
    this.#client.send(this.#written++ % 2 === 0 ? encodeUpdate(whole) : encodeStep2(whole));
  }

  async #change(to: Standing): Promise<void> {
    server.roles.set(this.#user, to);
    await server.lookAgain();
    await this.#probe(to);
    if (this.#client.closeCode !== null && to !== null && to !== "gone")
      await this.#client.connect();
  }

  /** What is under way when the change is over, and what is written after it, is not stored where it may not be. */
  async #probe(to: Standing): Promise<void> {
    const before = this.#stored;
    this.#mark();
    this.#edit();
    if (to === null || to === "gone") {
      await until(() => this.#client.closeCode !== null, "the end");
      const codes: (number | null)[] = [
        CLOSE.noAccess,
        CLOSE.noSession,
        CLOSE.malformed,
        1005,
        1006,
      ];
      expect(codes).toContain(this.#client.closeCode);
      expect(this.#stored).toEqual(before);
    } else if (to === "viewer") {
      await this.#settle();
      expect(this.#stored).toEqual(before);
    } else if (to === "annotator") {
      await this.#settle();
      expect(this.#stored.edits).toBe(before.edits);
    }
  }

  /** All that was sent has been dealt with. */
  async #settle(): Promise<void> {
    const client = this.#client;
    if (client.closeCode !== null) return;
    await until(
      () => client.closeCode !== null || (client.isReady && client.isSaved),
      "all is answered",
    );
  }
}

test("[S14] rights that change at random among writes: nothing is stored after the change that forbids it", async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const article = `article-${number++}`;
      await server.rooms.create(article, paragraphOf("The mayor lied."));
      await new Changing(article, `user-${number}`).play(steps);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
