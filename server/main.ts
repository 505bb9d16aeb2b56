// The process: starts the server, tells where it is, and ends in order.
// `--dev` reloads pages while they are written; `--no-pages` serves API and sync only.

import { configOfProcess, listeningUrl, reachableUrl, tellPages } from "./config.ts";
import { openLog, type ServerLog } from "./log.ts";
import type { Pages } from "./pages.ts";
import { Refusal } from "./refusal.ts";
import { type RunningServer, type ServerOptions, startServer } from "./start-server.ts";

/** Milliseconds after which an end that hangs is made one. */
const HARD_STOP = 14_000;

await main().catch((error: unknown) => {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exit(1);
});

async function main(): Promise<void> {
  const config = configOfProcess();
  const report = openLog(config.logLevel);
  process.on("uncaughtException", (error) => {
    report.fatal({ err: error }, "the server ends after an error that nothing handled");
    process.exit(1);
  });
  const server = await startServer({ config, report, ...pagesUnlessUnwanted(config.host) });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.on(signal, () => void end(server, report));
  }
  const outside = config.publicUrl === null ? "" : `, for everyone at ${config.publicUrl}`;
  console.log(`Postil is ready at ${listeningUrl(config.host, server.port)}${outside}`);
  console.log(
    `Become its owner (works once, for 30 minutes): ${server.url}/owner#${server.ownerToken}`,
  );
}

function pagesUnlessUnwanted(host: string): Pick<ServerOptions, "preparePages"> {
  if (process.argv.includes("--no-pages")) return {};
  const preparePages = async (port: number): Promise<Pages> => {
    const dev = process.argv.includes("--dev");
    tellPages({ origin: reachableUrl(host, port), dev });
    // loaded only when needed: it takes most of the time and memory of a start
    const { openPages } = await import("./pages.ts");
    return await openPages({ dev, hostname: host, port });
  };
  return { preparePages };
}

async function end(server: RunningServer, report: ServerLog): Promise<void> {
  setTimeout(() => {
    report.error("the server did not end in time and is cut off");
    process.exit(1);
  }, HARD_STOP).unref();
  await server.stop();
  process.exit(0);
}
