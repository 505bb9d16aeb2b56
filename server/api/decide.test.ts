import { afterEach, expect, test } from "vitest";
import { newAnnotationId } from "#domain/annotation/annotation-id.ts";
import { refTo } from "#domain/annotation/annotation-ref.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { writeHidden, writeResolved } from "#domain/talk/article-state.ts";
import { inTheOpen } from "../access/sight.test-kit.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { TestPeople } from "../sync/test-people.ts";
import { until } from "../sync/test-server.ts";
import { decide } from "./decide.ts";
import { annotate, removeOwn } from "./own-annotations.ts";

let people: TestPeople;

afterEach(() => people.leave());

const eva = { userId: "eva", role: "editor" } as const;
const ada = { userId: "ada", role: "annotator" } as const;

async function marked(live: LiveArticle): Promise<string> {
  const { annotation } = await annotate(
    live,
    "ada",
    { kind: "claim", start: 4, end: 9 },
    { scheme: POSTIL_CORE, now: 1 },
  );
  return annotation.id;
}

function settle(live: LiveArticle, id: string): Promise<void> {
  const annotation = live.annotations(() => true).find((each) => each.id === id);
  if (!annotation) throw new Error("no annotation");
  const there = {
    live,
    ...inTheOpen(eva),
    annotation,
    ref: refTo("ada", id),
    scheme: POSTIL_CORE,
    now: 5,
  };
  return decide(there, "annotation.resolve", (state, { ref }) =>
    writeResolved(state, ref, { by: "eva", at: 5 }),
  );
}

test("[H18] what was decided about an annotation that is gone is forgotten with the next decision", async () => {
  people = await TestPeople.at({ ada: "annotator", eva: "editor" });
  await people.server.rooms.use("article", async (live) => {
    const [gone, other] = [await marked(live), await marked(live)];
    await settle(live, gone);
    await removeOwn(live, inTheOpen(ada), gone);
    expect([...live.decisions().resolved.keys()]).toEqual([refTo("ada", gone)]);
    await settle(live, other);
    expect([...live.decisions().resolved.keys()]).toEqual([refTo("ada", other)]);
  });
});

test("[H18] what was decided about annotations of a layer that cannot be read stays", async () => {
  people = await TestPeople.at({ ada: "annotator", eva: "editor" });
  const room = "article/layer/ben";
  people.server.log.append({ records: [{ room, update: Uint8Array.of(1, 2, 3) }], clients: [] });
  await people.server.rooms.use("article", async (live) => {
    const ref = refTo("ben", newAnnotationId());
    await live.changeState((state) => writeHidden(state, ref, { by: "eva", at: 1, reason: "x" }));
    await settle(live, await marked(live));
    expect([...live.decisions().hidden.keys()]).toEqual([ref]);
  });
});

test("[S5] who decided something is named to those who are here and to those who come, whether they are there or not", async () => {
  people = await TestPeople.at({ ada: "annotator", eva: "editor", ben: "viewer" });
  const ben = await people.join("ben");
  await people.server.rooms.use("article", async (live) => settle(live, await marked(live)));
  await until(() => ben.people.has("eva"), "ben is told");
  const late = await people.join("ada");
  expect(late.people.get("eva")?.name).toBe("eva");
});
