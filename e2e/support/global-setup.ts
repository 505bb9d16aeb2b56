// Starts the one production server that all journeys share, and makes somebody its owner.

import { mkdirSync } from "node:fs";
import { request } from "@playwright/test";
import { startServer } from "./server.ts";
import { OWNER_STATE, SERVER_PORT } from "./shared-server.ts";

export default async function setUp(): Promise<() => Promise<void>> {
  const server = await startServer({ port: SERVER_PORT });
  const owner = await request.newContext({ baseURL: server.origin });
  const answer = await owner.post("/api/owner", {
    data: { token: server.ownerToken, name: "Olive Owner" },
  });
  if (!answer.ok()) throw new Error(`no owner: ${answer.status()} ${await answer.text()}`);
  mkdirSync(new URL("../results/", import.meta.url), { recursive: true });
  await owner.storageState({ path: OWNER_STATE });
  await owner.dispose();
  return () => server.remove();
}
