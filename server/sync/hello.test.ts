// HELLO of somebody who has gone before it could be answered.

import * as decoding from "lib0/decoding";
import { Registry } from "prom-client";
import { expect, test } from "vitest";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { encodeHello } from "#domain/wire.ts";
import { sightOf } from "../access/sight.ts";
import type { SpaceScheme } from "../rooms/space-schemes.ts";
import { ArticleConnection } from "./article-connection.ts";
import { Audience } from "./audience.ts";
import { openPair } from "./socket-pair.test-kit.ts";
import { SyncMetrics } from "./sync-metrics.ts";
import { paragraphOf, personOf, startTestServer } from "./test-server.ts";

test("[S24] nothing is kept for who went before HELLO was answered", async () => {
  const server = await startTestServer({ isBrief: true });
  await server.rooms.create("article", paragraphOf("The mayor lied."));
  const { article, leave } = await server.rooms.enter("article");
  const scheme = Promise.withResolvers<SpaceScheme>();
  const audience = new Audience({
    article,
    beat: server.rooms.beat,
    visitors: server.visitors,
    schemes: { ofArticle: () => scheme.promise, listen: () => () => {} },
  });
  const gone = Promise.withResolvers<void>();
  const pair = await openPair(() => gone.resolve());
  const actor = { userId: "ada", role: "annotator", archived: false } as const;
  const sharing = {
    space: "space",
    visibility: "own",
    namesShown: true,
    editors: new Set<string>(),
  } as const;
  const connection = new ArticleConnection({
    ...{ socket: pair.socket, person: personOf("ada"), actor, audience, article },
    sight: sightOf(actor, sharing),
    metrics: new SyncMetrics(new Registry(), () => 1),
  });
  connection.open();
  const hello = decoding.createDecoder(encodeHello(new Map()));
  const answered = connection.receive(decoding.readVarUint(hello), hello);
  pair.client.terminate();
  await gone.promise;
  connection.left(1006);
  scheme.resolve({ space: "space", scheme: POSTIL_CORE });
  await answered;
  expect(audience.excerpts.areRead).toBe(false);
  leave();
  await pair.close();
  await server.close();
});
