// A class at one article, in which peers do as they like and Sam is watched: all that is the same in every
// world (ids, times, Sam's and the teacher's own deeds) is the same byte by byte.

import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { addAnnotation, removeAnnotation, setNote } from "#domain/annotation/layer.ts";
import { recordsOf } from "#domain/annotation/layer-roots.ts";
import type { Visibility } from "#domain/space.ts";
import { addReply, castVote } from "#domain/talk/talk.ts";
import { TestClient } from "../sync/test-client.ts";
import { until } from "../sync/test-server.ts";
import { type Caller, TestServer } from "../test-server.ts";

const NOW = 1_800_000_000_000;

const TEXT = "The mayor lied about the bridge. The council said nothing.";

/** What one peer does while the one who is watched does one thing. */
export type Deed = {
  readonly peer: number;
  readonly act: "mark" | "note" | "reply" | "vote" | "delete" | "look" | "leave";
  /** What the teacher does about it. */
  readonly answer: "nothing" | "reply" | "vote" | "hide" | "resolve";
};

export type Somebody = {
  readonly id: string;
  readonly caller: Caller;
  readonly client: TestClient;
};

/** Words that are there once, so that a mark lies on them whichever letters they are made of. */
const anchorOf = (quote: string) => {
  const nowhere = { client: 1, clock: 0 };
  return { start: nowhere, end: nowhere, quote, prefix: "", suffix: "" };
};

export function mark({ client }: Somebody, id: string, quote: string): void {
  const labelling = { kind: "claim", label: null } as const;
  addAnnotation(client.layer(), { id, anchor: anchorOf(quote), createdAt: NOW, ...labelling });
}

export function say({ client }: Somebody, to: string, count: number): void {
  const id = `reply-${count}`.padEnd(22, "_");
  addReply(client.layer(), { id, to, text: `About ${to}.`, mentions: [], createdAt: NOW });
}

/** A class at one article, with Sam who is watched. */
export class School {
  readonly server: TestServer;
  readonly article: string;
  readonly sam: Somebody;
  readonly teacher: Somebody;
  readonly peers: Somebody[] = [];
  #said = 0;

  private constructor(server: TestServer, article: string, [teacher, sam]: [Somebody, Somebody]) {
    this.server = server;
    this.article = article;
    this.teacher = teacher;
    this.sam = sam;
  }

  static async open(visibility: Visibility): Promise<School> {
    const settings = { POSTIL_LIMIT_MESSAGES: "1000" };
    // what is there from the start is older: articles come in the order of their age
    let now = NOW - 1;
    const server = await TestServer.start({ now: () => now, settings });
    now = NOW;
    const owner = server.stranger();
    await owner.ask("/api/owner", { json: { token: server.ownerToken, name: "Teacher" } });
    const { body } = await owner.ask("/api/articles", { json: { title: "Bridge", text: TEXT } });
    server.sql("UPDATE space SET visibility = ?", visibility);
    const article = String(body.id);
    const teacher = await enter({ server, article }, owner, "teacher");
    const sam = await enter({ server, article }, await server.guest("Sam"), "sam");
    return new School(server, article, [teacher, sam]);
  }

  async join(count: number): Promise<void> {
    for (let each = 0; each < count; each++) {
      const guest = await this.server.guest(`Peer ${each} of ${count}`);
      this.peers.push(await enter(this, guest, `peer-${each}`));
    }
  }

  /** What peers do, and how the teacher answers: nothing of it is Sam's business. */
  async play(deeds: readonly Deed[]): Promise<void> {
    for (const { peer, act, answer } of deeds) {
      const somebody = this.peers[peer];
      if (!somebody) continue;
      this.#act(somebody, act);
      await this.#answer(somebody, answer);
    }
  }

  #act(somebody: Somebody, act: Deed["act"]): void {
    const { client, id } = somebody;
    const own = [...recordsOf(client.layer()).keys()];
    const [first = ""] = own;
    const number = this.#said++;
    if (act === "mark") mark(somebody, `peers${String(number).padStart(5, "0")}`, "The council");
    if (act === "note") setNote(client.layer(), first, `by ${id}, ${number}`);
    if (act === "delete") removeAnnotation(client.layer(), first);
    if (act === "reply") say(somebody, "teacher/teachers00", number);
    if (act === "vote") castVote(client.layer(), "teacher/teachers00", "agree", NOW);
    if (act === "look") client.showPresence();
    if (act === "leave") client.cut();
  }

  async #answer({ client, id }: Somebody, answer: Deed["answer"]): Promise<void> {
    const [first] = recordsOf(client.layer()).keys();
    const path = `/api/articles/${this.article}/annotations/${id}/${first}`;
    if (first === undefined || client.closeCode !== null || answer === "nothing") return;
    await until(() => client.isSaved, "the peer's is stored");
    if (answer === "reply") say(this.teacher, `${id}/${first}`, 1000 + this.#said);
    if (answer === "vote") castVote(this.teacher.client.layer(), `${id}/${first}`, "agree", NOW);
    if (answer === "hide") await this.#put(`${path}/hiding`, { reason: "x" });
    if (answer === "resolve") await this.#put(`${path}/resolution`);
  }

  async #put(path: string, json?: object): Promise<void> {
    await this.teacher.caller.ask(path, { method: "PUT", ...(json && { json }) });
  }

  async close(): Promise<void> {
    for (const { client } of [this.sam, this.teacher, ...this.peers]) client.cut();
    await this.server.stop();
  }
}

/** Comes in, under an id that is the same in every world. */
async function enter(
  { server, article }: Pick<School, "server" | "article">,
  caller: Caller,
  id: string,
): Promise<Somebody> {
  const { body } = await caller.ask("/api/session");
  rename(server, body.user.id, id);
  const url = server.url.replace("http", "ws");
  const client = new TestClient({ url }, article, id, { cookie: caller.cookie });
  client.layer().clientID = 1000 + id.length;
  client.article.clientID = 2000 + [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  await client.connect();
  await until(() => client.isReady, `${id} is ready`);
  return { id, caller, client };
}

function rename({ folder }: TestServer, from: string, to: string): void {
  const file = new DatabaseSync(join(folder, "postil.db"), {
    enableForeignKeyConstraints: false,
    timeout: 5000,
  });
  file.prepare("UPDATE user SET id = ? WHERE id = ?").run(to, from);
  file.prepare("UPDATE session SET userId = ? WHERE userId = ?").run(to, from);
  file.prepare("UPDATE member SET user_id = ? WHERE user_id = ?").run(to, from);
  file.prepare("UPDATE article SET created_by = ? WHERE created_by = ?").run(to, from);
  file.close();
}
