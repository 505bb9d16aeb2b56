// A server with something in every place, and what the matrix of rights lets expect of its routes.

import { newId } from "#domain/id.ts";
import type { Role } from "#domain/person.ts";
import { type Actor, authorize, mayWithRole, type Resource } from "../access/authorize.ts";
import { type Answer, type Caller, type TestOptions, TestServer } from "../test-server.ts";
import type { Demand } from "./registry.ts";
import type { Asker, RouteExample } from "./route-example.test-kit.ts";

/** What the ids in a path stand for. */
export type Ids = Readonly<Record<string, string>>;
type Known = Caller & { readonly id: string };

/** Who asks, and what about. */
type Question = {
  readonly asker: Asker;
  readonly example: RouteExample;
  readonly isOwn: boolean;
  /** Whether they have an account, and came by its session. */
  readonly isHolder?: boolean;
};

export class Matrix {
  readonly server: TestServer;
  /** The routes, as `GET /api/session`, with what each asks. */
  readonly demands: ReadonlyMap<string, Demand>;
  readonly place: Ids;

  static async start(options: TestOptions = {}): Promise<Matrix> {
    let now = Date.now();
    // a clock that hurries: nobody here asks too often
    const server = await TestServer.start({ ...options, now: () => (now += 20 * 60_000) });
    const { body } = await server.stranger().ask("/api/openapi.json");
    const demands = Object.entries<Record<string, { "x-asks": Demand }>>(body.paths).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(
          ([method, described]) =>
            [`${method.toUpperCase()} ${path}`, described["x-asks"]] as const,
        ),
    );
    return new Matrix(server, new Map(demands));
  }

  private constructor(server: TestServer, demands: ReadonlyMap<string, Demand>) {
    this.server = server;
    this.demands = demands;
    const spaceId = String(server.sql("SELECT id FROM space")[0]?.id);
    this.place = { articleId: server.sampleId, spaceId };
  }

  /** What somebody makes who may annotate: an annotation with a reply, and an editor's proposal to it. */
  async madeBy(author: Known): Promise<Ids> {
    const annotations = `/api/articles/${this.server.sampleId}/annotations`;
    const json = { kind: "claim", start: 0, end: 10 };
    const { body: annotation } = await author.ask(annotations, { json });
    const path = `${annotations}/${author.id}/${annotation.id}`;
    const { body: reply } = await author.ask(`${path}/replies`, { json: { text: "x" } });
    const editor = await this.server.member("editor");
    const proposal = { kind: "framing", label: "loaded" };
    await editor.ask(`${path}/proposal`, { method: "PUT", json: proposal });
    return {
      author: author.id,
      userId: author.id,
      inviteId: newId(),
      annotationId: annotation.id,
      annotationName: `${author.id}.${annotation.id}`,
      replyId: reply.id,
      proposer: editor.id,
    };
  }

  /** Gives somebody the role of `asker` in the space, or none. */
  setRole(asker: Asker, { id }: Known): void {
    const { server } = this;
    const { spaceId = "" } = this.place;
    const seat = "WHERE user_id = ? AND space_id = ?";
    if (asker === "stranger") server.sql(`DELETE FROM member ${seat}`, id, spaceId);
    else server.sql(`UPDATE member SET role = ? ${seat}`, asker, id, spaceId);
  }

  /** What is to be answered, by what the route says it asks. */
  expected(question: Question): number {
    const { asker, example, isOwn, isHolder = false } = question;
    const { route, except = {} } = example;
    const demand = this.demands.get(route) ?? "nothing";
    const due = dueFor(question);
    if (demand === "nothing") return except[asker] ?? due;
    if (asker === "nobody") return 401;
    if (except[asker] !== undefined) return except[asker];
    if (isOfSession(demand)) return due;
    if (demand === "account") return isHolder ? due : 403;
    if (asker === "stranger") return 404;
    const actor: Actor = { userId: "me", role: roleOf(asker) };
    return mayWithRole(actor, demand) && mayDo(actor, demand, route, isOwn) ? due : 403;
  }
}

const isOfSession = (demand: Demand): demand is "session" | "session or token" =>
  demand === "session" || demand === "session or token";

/** What those are answered who may. */
function dueFor({ example, isOwn, isHolder = false }: Question): number {
  const { answer, others, holder } = example;
  const own = isHolder ? (holder ?? answer) : answer;
  return isOwn ? own : (others ?? own);
}

/** Asks what an example asks, about these ids. */
export function ask(
  caller: Pick<Caller, "ask">,
  { route, json }: RouteExample,
  ids: Ids,
): Promise<Answer> {
  const [method = "", path = ""] = route.split(" ");
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => ids[name] ?? "none");
  return caller.ask(filled, { method, ...(json && { json }) });
}

export function isOfSomebody({ route }: RouteExample): boolean {
  return /\{(annotationId|annotationName|replyId)\}/.test(route);
}

const roleOf = (asker: Asker): Role | null =>
  asker === "nobody" || asker === "stranger" ? null : asker;

/** Where the path says whose something is, `authorize` knows; elsewhere the example does. */
function mayDo(actor: Actor, verb: Parameters<typeof authorize>[1], route: string, isOwn: boolean) {
  if (!route.includes("{author}") || verb === "layer.write") return true;
  const type = route.includes("{replyId}") ? "reply" : "annotation";
  const resource: Resource = { type, author: isOwn ? "me" : "another" };
  return authorize(actor, verb, resource);
}
