// A server that tells by webhooks, and the site at the other end, for tests. Its clock goes when it is told to.

import type { IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import { expect } from "vitest";
import { openSite, type Site } from "../import/fetch/site.test-kit.ts";
import { until } from "../sync/test-server.ts";
import { type Caller, TestServer } from "../test-server.ts";

export type Known = Caller & { readonly id: string };

/** A delivery as it came. */
export type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** An event of a delivery. */
export type Told = {
  readonly type: string;
  readonly article?: string;
  readonly id?: string;
  readonly author?: string;
  readonly user?: string;
};

export const MINUTE = 60_000;

export class HookedServer {
  readonly server: TestServer;
  readonly owner: Known;
  /** The id of the space whose webhooks these are. */
  readonly space: string;
  /** What came to the site, and with what it answers. */
  received: Received[] = [];
  status = 204;
  /** Counts the tests, which are told at addresses of their own: what is still on its way is nobody's. */
  #round = 0;
  readonly #site: Site;
  readonly #clock: { now: number };

  private constructor(server: TestServer, owner: Known, site: Site, clock: { now: number }) {
    [this.server, this.owner, this.#site, this.#clock] = [server, owner, site, clock];
    this.space = String(server.sql("SELECT id FROM space")[0]?.id);
  }

  static async start(): Promise<HookedServer> {
    const clock = { now: Date.now() };
    const server = await TestServer.start({
      now: () => (clock.now += 10),
      hooks: {
        sender: new URL("../import/fetch/send-main.test-kit.ts", import.meta.url),
        every: 50,
      },
    });
    const site = await openSite((request, response) => {
      void text(request).then((body) => {
        if (!hooked.address.endsWith(request.url ?? "")) return void response.end();
        hooked.received.push({ headers: request.headers, body });
        response.writeHead(hooked.status, { location: "http://169.254.169.254/" }).end("nothing");
      });
    });
    const hooked = new HookedServer(server, await server.member("owner"), site, clock);
    return hooked;
  }

  /** Forgets all webhooks and what came; nobody has asked too often. */
  begin(): void {
    this.server.sql("DELETE FROM hook");
    [this.received, this.status] = [[], 204];
    this.#round++;
    this.pass(10 * MINUTE);
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await this.#site.close();
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#clock.now;
  }

  /** Lets a while pass; what is due then is sent. */
  pass(milliseconds: number): void {
    this.#clock.now += milliseconds;
  }

  /** Where the webhooks of the space are. */
  get path(): string {
    return `/api/spaces/${this.space}/hooks`;
  }

  /** The address of the site. */
  get address(): string {
    return addressOf(this.#site, `in-${this.#round}`);
  }

  /** Makes a webhook to the site; returns the answer. */
  async make(...topics: string[]) {
    const json = { url: this.address, topics };
    const { status, body } = await this.owner.ask(this.path, { json });
    expect(status).toBe(201);
    return body;
  }

  async hooks() {
    return (await this.owner.ask(this.path)).body.hooks;
  }

  /** All events that came, in their order. */
  told(): Told[] {
    return this.received.flatMap(({ body }) => JSON.parse(body).data.events ?? []);
  }

  /** Lets what waits be told; returns what came, but for articles that were added. */
  async toldByNow(): Promise<Told[]> {
    await this.settle();
    // the mark by which one knows that all before it was told
    const last = await this.addArticle();
    this.received = [];
    this.pass(MINUTE);
    await until(() => this.told().some(({ article }) => article === last), "all has come");
    const isNoted = () => this.server.sql("SELECT 1 FROM hook_event").length === 0;
    await until(isNoted, "what came is noted");
    return this.told().filter(({ type }) => type !== "article.added");
  }

  /** Adds an article of three words to the space, and returns its id. */
  async addArticle(): Promise<string> {
    const json = { title: "T", text: "One two three.", space: this.space };
    return (await this.owner.ask("/api/articles", { json })).body.id;
  }

  /** What changed is noticed, as it is some seconds later: whoever searches has it noticed at once. */
  async settle(): Promise<void> {
    await this.owner.ask("/api/search?q=three");
  }
}

/** The address under which the process that sends for tests finds a site of this machine. */
export const addressOf = ({ port }: Site, path = "in"): string =>
  `https://site.example/${port}/${path}`;
