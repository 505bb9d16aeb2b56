// What becomes of news: processes that share a store learn of each other's changes.

import { join } from "node:path";
import { expect, test } from "vitest";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { changeLabel } from "#domain/scheme/scheme-changes.ts";
import { type SpaceScheme, SpaceSchemes } from "../rooms/space-schemes.ts";
import { openDatabase } from "../store/database.ts";
import { TestClient } from "../sync/test-client.ts";
import { until } from "../sync/test-server.ts";
import { TestServer } from "../test-server.ts";
import { LocalNews } from "./local-news.ts";

test("[T3] a scheme that one process changed is read and told by every other before the answer", async () => {
  const server = await TestServer.start();
  const { id: by } = await server.guest();
  const space = String(server.sql("SELECT id FROM space")[0]?.id);
  const news = new LocalNews();
  const files = [1, 2].map(() => openDatabase(join(server.folder, "postil.db")));
  const [here, there] = files.map(({ database }) => new SpaceSchemes(database, news));
  await there?.of(space);
  const told: SpaceScheme[] = [];
  there?.listen((changed) => told.push(changed));

  const scheme = changeLabel(POSTIL_CORE, "claim", "fact", { name: "Statement" });
  const changed = await here?.change(space, { scheme, basedOn: 1, by, at: 0 });
  expect(told).toMatchObject([{ space, scheme: { version: 2 } }]);
  expect(await there?.of(space)).toEqual(changed);
  await Promise.all(files.map(({ database }) => database.destroy()));
  await server.stop();
});

test("[T3] a room with many new records is compacted while it is open", async () => {
  const server = await TestServer.start({ settings: { POSTIL_LIMIT_MESSAGES: "100000" } });
  const guest = await server.guest();
  const headers = { cookie: guest.cookie };
  const address = { url: server.url.replace("http", "ws") };
  const client = new TestClient(address, server.sampleId, guest.id, headers);
  await client.connect();
  await until(() => client.isReady, "the article");
  for (let count = 0; count < 1001; count++) fieldsOf(client.layer()).set("count", count);
  await until(() => client.isSaved, "all is stored");
  const figures = async (): Promise<string> => (await guest.ask("/metrics")).body;
  await until(async () => (await figures()).includes("postil_compactions_total 1"), "a snapshot");
  client.cut();
  await server.stop();
});
