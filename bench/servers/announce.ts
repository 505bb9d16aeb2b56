// How the servers beside us say that they are up: in the same words as Postil.

import type { Server } from "node:http";

/** Listens on any free port of the loopback and prints the address. */
export function announce(server: Server): void {
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The server has no port.");
    process.stdout.write(`The server is ready at http://127.0.0.1:${address.port}\n`);
  });
}
