import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { TestPeople } from "./test-people.ts";
import { until } from "./test-server.ts";

let people: TestPeople;

afterEach(() => people.leave());

test("[S18] sockets, their ends, and what becomes of updates are counted, and how long it took", async () => {
  people = await TestPeople.at({ ada: "annotator", ben: "viewer" });
  const [ada, ben] = [await people.join("ada"), await people.join("ben")];
  fieldsOf(ada.layer()).set("one", 1);
  await until(() => ada.isSaved, "ada's is stored");
  expect(await ada.ask(new Uint8Array([9, 9]))).toBe("malformed");
  expect(await ben.ask(Y.encodeStateAsUpdate(new Y.Doc()))).toBe("not-allowed");
  people.server.roles.set("ben", null);
  await people.server.lookAgain();
  await until(() => ben.closeCode !== null, "ben is out");
  const figures = await people.server.registry.metrics();
  expect(figures).toContain('postil_updates_total{answer="malformed"} 1');
  expect(figures).toMatch(/postil_updates_total\{answer="stored"\} [1-9]/);
  expect(figures).toMatch(/postil_updates_total\{answer="not-allowed"\} [1-9]/);
  expect(figures).toContain('postil_sockets_ended_total{code="4403"} 1');
  expect(figures).toMatch(/postil_acknowledgement_seconds_count [1-9]/);
  expect(figures).toMatch(/postil_beat_seconds_count [1-9]/);
  expect(figures).toContain("postil_articles_open 1");
  expect(figures).toContain("postil_sockets 1");
});
