// The process of a Postil for journeys: its pages, and a fetcher that knows `site.example` on this machine.

import { configOfProcess, listeningUrl, reachableUrl, tellPages } from "./config.ts";
import { openLog } from "./log.ts";
import { openPages } from "./pages.ts";
import { startServer } from "./start-server.ts";

const config = configOfProcess();
const { host } = config;
const server = await startServer({
  config,
  report: openLog(config.logLevel),
  preparePages: async (port) => {
    tellPages({ origin: reachableUrl(host, port), dev: false });
    return await openPages({ dev: false, hostname: host, port });
  },
  importing: { fetcher: new URL("import/fetch/fetch-main.test-kit.ts", import.meta.url) },
});
process.on("SIGTERM", () => void server.stop().then(() => process.exit(0)));
process.stdout.write(`Postil is ready at ${listeningUrl(host, server.port)}
Become its owner: ${server.url}/owner#${server.ownerToken}
`);
