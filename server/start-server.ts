// Puts the parts together: folder, port, stores, rooms, accounts, API, sockets, pages.

import { getRequestListener } from "@hono/node-server";
import { createAuth, migrateAuth } from "./accounts/auth.ts";
import { Post } from "./accounts/mail.ts";
import { OpenId } from "./accounts/open-id.ts";
import { OwnerLink } from "./accounts/owner-link.ts";
import { ensureOwner } from "./accounts/owners.ts";
import { keptSecret } from "./accounts/secret.ts";
import { sessionVisitors } from "./accounts/session-visitors.ts";
import { createApi } from "./api/app.ts";
import { Guesses } from "./api/guesses.ts";
import { createLimits } from "./api/limits.ts";
import { undoDeadTakings } from "./api/undo-taking.ts";
import { callerKeys } from "./caller-address.ts";
import { addressOf, type Config } from "./config.ts";
import { Eraser, type EraserParts } from "./erasure/eraser.ts";
import { Housekeeping } from "./erasure/housekeeping.ts";
import { LEDGER, TO_ERASE } from "./erasure/ledger.ts";
import { UnderWay } from "./erasure/under-way.ts";
import { Exporter } from "./export/exporter.ts";
import { Courier, type CourierOptions } from "./hooks/courier.ts";
import { Front } from "./http.ts";
import { Importer, type ImporterOptions } from "./import/importer.ts";
import type { ServerLog } from "./log.ts";
import { openMetrics } from "./metrics.ts";
import { LocalNews } from "./news/local-news.ts";
import type { Pages } from "./pages.ts";
import { Compactor } from "./rooms/compactor.ts";
import { openRooms } from "./rooms/rooms.ts";
import { SpaceSchemes } from "./rooms/space-schemes.ts";
import { SearchIndex } from "./search/search-index.ts";
import { seed } from "./seed.ts";
import { type DataFolder, holdFolder } from "./store/data-folder.ts";
import { type Database, openDatabase } from "./store/database.ts";
import { tellSizes } from "./store/file-sizes.ts";
import { migrate } from "./store/migrations.ts";
import { SqliteLog } from "./store/sqlite-log.ts";
import { openDoor } from "./sync/door.ts";

/** Milliseconds that answers under way are given when the server stops. */
const PATIENCE = 5000;

export type RunningServer = {
  /** The port it listens on. */
  readonly port: number;
  /** The origin under which people reach it. */
  readonly url: string;
  /** The token of the owner link. */
  readonly ownerToken: string;
  /** Takes no new work, finishes what is under way, stores it, closes everything. */
  stop(): Promise<void>;
};

export type ServerOptions = {
  readonly config: Config;
  readonly report: ServerLog;
  /** Prepares the pages once the port is known; a server without it serves API and sync only. */
  readonly preparePages?: (port: number) => Promise<Pages>;
  /** Milliseconds since 1970; the machine's clock when absent. */
  readonly now?: () => number;
  readonly importing?: ImporterOptions;
  readonly hooks?: CourierOptions;
};

/**
 * Starts a server. Rejects with Refusal when something outside stands in the way; then everything
 * that was opened is closed again.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const closers = new Closers();
  try {
    return await openAll({ now: Date.now, ...options, closers });
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

type Opening = ServerOptions & { readonly now: () => number; readonly closers: Closers };

async function openAll(opening: Opening): Promise<RunningServer> {
  const { config, preparePages, report, now, closers } = opening;
  const folder = holdFolder(config.data);
  closers.add(() => folder.release());
  const front = new Front();
  closers.add(() => front.close());
  const port = await front.listen(config.port, config.host);
  const { url, origins } = addressOf(config, port);
  const [stores, pages] = await Promise.all([
    openStores(opening, folder, url),
    preparePages?.(port) ?? null,
  ]);
  if (pages) closers.add(() => pages.close());
  const ownerLink = new OwnerLink();
  const limits = createLimits();
  const callers = { origins, callerKey: callerKeys(config.trustedProxies) };
  const syncing = { registry: stores.metrics.registry, limits: config.limits, report };
  const door = openDoor({ ...stores, ...callers, ...syncing });
  stores.news.listen("access", door.lookAgain);
  const onAccessChange = (): Promise<void> => stores.news.tell("access", "changed");
  const eraser = openErasing({ ...stores, ...opening, folder, onAccessChange });
  const api = createApi({
    ...stores,
    eraser,
    courier: openCourier({ ...stores, ...opening, url }),
    exporter: new Exporter(),
    importer: new Importer(opening.importing),
    ...callers,
    ownerLink,
    accounts: config.accounts,
    openId:
      config.accounts.openId && new OpenId(config.accounts.openId, `${url}/api/open-id/callback`),
    spaceMakers: config.spaceMakers,
    post: config.accounts.mail && new Post(config.accounts.mail, report),
    url,
    limits,
    guesses: new Guesses(),
    onAccessChange,
    report,
    now,
  });
  front.serve({
    api: getRequestListener(api.fetch),
    pages: pages?.handle ?? null,
    sync: door.upgrade,
    reload: pages?.reload ?? null,
    ready: () => checkStores(stores),
    metrics: stores.metrics,
    secure: url.startsWith("https:"),
  });
  closers.add(() => Promise.all([front.drain(PATIENCE), door.close()]));
  const ownerToken = ownerLink.issue(now());
  return { port, url, ownerToken, stop: () => closers.closeAll() };
}

type Erasing = { readonly folder: DataFolder; readonly closers: Closers };

type Telling = Pick<Opening, "hooks" | "report" | "now" | "closers"> & {
  readonly database: Database;
  readonly url: string;
};

/** Has webhooks told from now on. */
function openCourier({ hooks, closers, ...parts }: Telling): Courier {
  const courier = new Courier({ ...hooks, ...parts });
  closers.add(() => courier.stop());
  courier.start();
  return courier;
}

/** Has what is due erased from now on. */
function openErasing(parts: Omit<EraserParts, "ledger"> & Erasing): Eraser {
  const eraser = new Eraser({ ...parts, ledger: parts.folder.path(LEDGER) });
  const housekeeping = new Housekeeping({
    ...parts,
    eraser,
    toErase: parts.folder.path(TO_ERASE),
  });
  parts.closers.add(() => housekeeping.stop());
  housekeeping.start();
  return eraser;
}

/** Opens everything that is kept, brings it up to date and fills it when it is new. */
async function openStores(
  { config, report, now, closers }: Opening,
  folder: DataFolder,
  url: string,
) {
  const metrics = openMetrics();
  const path = folder.path("updates.db");
  const log = new SqliteLog(path, {
    onCut: (cut) => report.error(cut, "damaged records were set aside"),
    onBroken: endProcess,
  });
  closers.add(() => log.close());
  const opened = openDatabase(folder.path("postil.db"), endProcess);
  tellSizes(metrics.registry, { log, paths: [path, folder.path("postil.db")] });
  const { database } = opened;
  closers.add(() => database.destroy());
  const secret = config.secret ?? keptSecret(folder.path("secret"));
  const auth = createAuth({ database, url, secret, report });
  await migrate(opened, () => migrateAuth(auth));
  const { registry } = metrics;
  const compactor = new Compactor({ log, path, report, registry });
  closers.add(() => compactor.close());
  const news = new LocalNews();
  news.listen("records", (rooms) => compactor.grown(rooms));
  const rooms = openRooms({ log, report, registry, news, compactor });
  closers.add(() => rooms.close());
  await undoDeadTakings({ database, rooms, report });
  await seed(database, rooms, now());
  if (config.accounts.owner) await ensureOwner({ auth, database }, config.accounts.owner, now());
  const search = new SearchIndex({ database, log, rooms, report, now });
  closers.add(() => search.close());
  news.listen("records", (rooms) => search.changed(rooms));
  void search.start();
  const visitors = sessionVisitors(auth, database);
  const schemes = new SpaceSchemes(database, news);
  const underWay = new UnderWay();
  return { metrics, log, database, auth, visitors, schemes, rooms, search, news, underWay };
}

/** Ends the process as an error that nothing handles, once the caller was told. */
function endProcess(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}

/** Rejects when a store does not answer. */
async function checkStores({ log, database }: Stores): Promise<void> {
  log.check();
  await database.selectFrom("milestone").select("name").limit(1).execute();
}

type Stores = Awaited<ReturnType<typeof openStores>>;

/** What is to be closed, the last opened first. */
class Closers {
  readonly #closers: (() => unknown)[] = [];
  #closing: Promise<void> | null = null;

  add(closer: () => unknown): void {
    this.#closers.push(closer);
  }

  /** Closes everything, once: whoever asks later waits for the same end. */
  closeAll(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    for (let closer = this.#closers.pop(); closer; closer = this.#closers.pop()) await closer();
  }
}
