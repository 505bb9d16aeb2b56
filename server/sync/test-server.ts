// A server for tests: the real door, rooms and log on a loopback port, with people known by name.

import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { Registry } from "prom-client";
import type { ArticleNode } from "#domain/article/article.ts";
import type { Person, Role } from "#domain/person.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Visibility } from "#domain/space.ts";
import type { Sharing } from "../access/sight.ts";
import type { Visitors } from "../access/visitors.ts";
import { callerKeys } from "../caller-address.ts";
import { LocalNews } from "../news/local-news.ts";
import { type OpenRooms, openRooms, type RoomsOptions } from "../rooms/rooms.ts";
import type { ArticleSchemes, SpaceScheme } from "../rooms/space-schemes.ts";
import { SqliteLog } from "../store/sqlite-log.ts";
import type { UpdateLog } from "../store/update-log.ts";
import { openDoor } from "./door.ts";
import type { SyncLimits } from "./limits.ts";
import type { Pulse } from "./wire-socket.ts";

export const ORIGIN = "https://postil.example";

export type TestServer = {
  /** `ws://…`, without a path. */
  readonly url: string;
  readonly port: number;
  readonly rooms: OpenRooms;
  readonly log: UpdateLog;
  readonly registry: Registry;
  /** The faults that it has reported, line by line. */
  readonly faults: readonly string[];
  /** Who everybody is, and what they may do. */
  readonly visitors: Visitors;
  /** The scheme of every article. */
  readonly schemes: TestSchemes;
  /** User id → role in every article; "gone" ends the session. May be changed while it runs. */
  readonly roles: Map<string, Role | null | "gone">;
  /** What the one space of all articles has set; may be changed while it runs. */
  readonly sharing: { visibility: Visibility; namesShown: boolean };
  /** Bytes that were read from all connections. */
  readonly bytesRead: () => number;
  /** Has the door look at everyone again. */
  readonly lookAgain: () => Promise<void>;
  close(): Promise<void>;
};

export type TestServerOptions = {
  /** Wraps the log, to make it fail or to watch it. */
  readonly wrap?: (log: UpdateLog) => UpdateLog;
  readonly pulse?: Pulse;
  /** Lifted where absent. */
  readonly limits?: Partial<SyncLimits>;
  /** Milliseconds between two looks at all sessions. */
  readonly look?: number;
  /** Milliseconds that whoever isn't let in may stay at the door. */
  readonly patience?: number;
  /** Milliseconds that somebody whose connection broke is still here; none when absent. */
  readonly lostFor?: number;
  /** Awaited before anybody is known. */
  readonly knows?: Promise<unknown>;
  readonly grace?: RoomsOptions["grace"];
  /** Whether the log is in memory only: for tests that commit thousands of times, and are not about disks. */
  readonly isBrief?: boolean;
};

const LIFTED: SyncLimits = {
  messages: 1e6,
  perArticle: 500,
  perPerson: 1e6,
  perAddress: 1e6,
};

/** A person of a test: the id is also the name and the bearer token. */
export const personOf = (id: string): Person => ({ id, name: id, colour: id.length });

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "postil-sync-"));
  const file = new SqliteLog(options.isBrief ? ":memory:" : join(folder, "log.db"), {
    onCut: () => {},
    onBroken: () => {},
  });
  const log = options.wrap?.(file) ?? file;
  const faults: string[] = [];
  const report = pino({ level: "error" }, { write: (line: string) => void faults.push(line) });
  const registry = new Registry();
  const rooms = openRooms({ log, report, registry, news: new LocalNews(), ...grace(options) });
  const space = new TestSpace();
  const schemes = new TestSchemes();
  const visitors = visitorsOf(space, log, options.knows);
  const http = createServer();
  const door = openDoor({
    rooms,
    visitors,
    schemes,
    origins: new Set([ORIGIN]),
    callerKey: callerKeys([]),
    report,
    registry,
    limits: { ...LIFTED, ...options.limits },
    lostFor: options.lostFor ?? 0,
    ...(options.pulse ? { pulse: options.pulse } : {}),
    ...(options.look ? { look: options.look } : {}),
    ...(options.patience ? { patience: options.patience } : {}),
  });
  const connections: Socket[] = [];
  http.on("connection", (connection: Socket) => connections.push(connection));
  http.on("upgrade", (request, socket, head) => door.upgrade(request, socket, head));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const port = portOf(http);
  const close = async (): Promise<void> => {
    await rooms.close();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
    file.close();
    rmSync(folder, { recursive: true });
  };
  return {
    url: `ws://127.0.0.1:${port}`,
    port,
    rooms,
    log,
    registry,
    faults,
    visitors,
    schemes,
    ...space,
    bytesRead: () => connections.reduce((sum, { bytesRead }) => sum + bytesRead, 0),
    lookAgain: door.lookAgain,
    close,
  };
}

function portOf(http: Server): number {
  const address = http.address();
  return typeof address === "object" && address ? address.port : 0;
}

const grace = (options: TestServerOptions): Pick<RoomsOptions, "grace"> =>
  options.grace === undefined ? {} : { grace: options.grace };

/** The one space of all articles. */
class TestSpace implements Pick<TestServer, "roles" | "sharing"> {
  readonly roles: TestServer["roles"] = new Map();
  readonly sharing: TestServer["sharing"] = { visibility: "open", namesShown: true };
}

/** Everybody is who their bearer token says, in every article that has a text. */
function visitorsOf(
  { roles, sharing }: TestSpace,
  log: UpdateLog,
  knows: Promise<unknown> | undefined,
): Visitors {
  const sharingNow = (): Sharing => {
    const editors = [...roles].filter(([, role]) => role === "editor" || role === "owner");
    return { ...sharing, space: "space", editors: new Set(editors.map(([user]) => user)) };
  };
  const userOf = ({ authorization }: IncomingHttpHeaders): string | null =>
    authorization?.replace("Bearer ", "") ?? null;
  return {
    identify: async (headers) => {
      await knows;
      const user = userOf(headers);
      const isKnown = user !== null && roles.has(user) && roles.get(user) !== "gone";
      return isKnown ? { person: personOf(user), session: user, reach: null } : null;
    },
    standings: async (attendances) =>
      attendances.map(({ articleId, userId }) => {
        const role = roles.get(userId) ?? null;
        if (role === "gone") return "ended";
        if (!log.rooms(`${articleId}/`).includes(`${articleId}/article`)) return "absent";
        return role && { role, archived: false };
      }),
    sharings: async (articles) => new Map(articles.map((id) => [id, sharingNow()])),
    people: async (ids) => ids.map(personOf),
  };
}

/** One space with one scheme, which a test may change. */
class TestSchemes implements ArticleSchemes {
  readonly #listeners = new Set<(changed: SpaceScheme) => void>();
  #scheme = POSTIL_CORE;

  async ofArticle(): Promise<SpaceScheme> {
    return { space: "space", scheme: this.#scheme };
  }

  listen(listener: (changed: SpaceScheme) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  change(scheme: Scheme): void {
    this.#scheme = scheme;
    for (const listener of this.#listeners) listener({ space: "space", scheme });
  }
}

/** What a figure without labels stands at. */
export async function figureOf(server: TestServer, name: string): Promise<number> {
  const metric = await server.registry.getSingleMetric(name)?.get();
  return metric?.values[0]?.value ?? Number.NaN;
}

/** One paragraph of these words. */
export const paragraphOf = (words: string): ArticleNode[] => [
  { type: "paragraph", content: [{ type: "text", text: words }] },
];

/** Resolves once `isSo` holds; rejects after `within` milliseconds, naming what was waited for. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  within = 10_000,
): Promise<void> {
  const end = performance.now() + within;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
