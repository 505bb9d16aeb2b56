// The text in memory: what Yjs cannot apply does not stay in it, and never reaches the disk.

import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { articleFragment } from "#domain/article/article.ts";
import { CLOSE } from "#domain/wire.ts";
import type { UpdateLog } from "../store/update-log.ts";
import { content, handMadeUpdate } from "../sync/admission/hand-made-update.ts";
import { encodeUpdate } from "../sync/sync-message.ts";
import { TestPeople } from "../sync/test-people.ts";
import { until } from "../sync/test-server.ts";

let people: TestPeople;

afterEach(() => people.leave());

/** Where the first paragraph of the stored text begins. */
function paragraphIn(log: UpdateLog): readonly [client: number, clock: number] {
  const update = log.read("article/article", 0)[0]?.update ?? new Uint8Array();
  const [first] = Y.decodeUpdate(update).structs;
  if (!first) throw new Error("the article is empty");
  return [first.id.client, first.id.clock];
}

/**
 * Stores what admission refuses: an attribute of two living values, and one that splits it. Yjs loads
 * it, and throws half-way when the paragraph is deleted.
 */
function plantBomb(log: UpdateLog): void {
  const parent = paragraphIn(log);
  const two = { parent, key: "level", ...content.any("1", "2") };
  const between = { origin: [5001, 0] as const, ...content.any("3") };
  const updates = [
    handMadeUpdate([{ client: 5001, clock: 0, structs: [two] }]),
    handMadeUpdate([{ client: 5002, clock: 0, structs: [between] }]),
  ];
  const records = updates.map((update) => ({ room: "article/article", update }));
  log.append({ records, clients: [] });
}

test("[R7] an update that Yjs cannot apply is refused, and the text is what is on the disk", async () => {
  people = await TestPeople.at({ eva: "editor", ben: "annotator" });
  const { log } = people.server;
  plantBomb(log);
  const [eva, ben] = [await people.join("eva"), await people.join("ben")];
  await until(() => articleFragment(eva.article).length === 1, "the text");
  const [client, clock] = paragraphIn(log);
  eva.send(encodeUpdate(handMadeUpdate([], [[client, [[clock, 1]]]])));
  await until(() => eva.closeCode !== null, "the close code");
  expect(eva.closeCode).toBe(CLOSE.malformed);
  expect(log.read("article/article", 0)).toHaveLength(3);
  const again = await people.join("eva");
  await until(() => articleFragment(again.article).length === 1, "the text is whole");
  articleFragment(again.article).push([new Y.XmlElement("horizontalRule")]);
  await until(() => articleFragment(ben.article).length === 2, "the next edit arrives");
});

test("[R7] what others wrote in the same beat stays", async () => {
  people = await TestPeople.at({ eva: "editor" });
  const { log, rooms } = people.server;
  plantBomb(log);
  const { article, leave } = await rooms.enter("article");
  const [client, clock] = paragraphIn(log);
  const added = new Y.Doc();
  articleFragment(added).push([new Y.XmlElement("horizontalRule")]);
  const answers: string[] = [];
  article.edit("eva", Y.encodeStateAsUpdate(added), (answer) => void answers.push(answer));
  const bad = handMadeUpdate([], [[client, [[clock, 1]]]]);
  article.edit("eva", bad, (answer) => void answers.push(answer));
  expect(answers).toEqual(["stored", "malformed"]);
  expect(
    article
      .nodes()
      .map(({ type }) => type)
      .toSorted(),
  ).toEqual(["horizontalRule", "paragraph"]);
  leave();
});
