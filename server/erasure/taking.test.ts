// Somebody goes while notes of theirs are being taken over from a file.

import { afterEach, beforeEach, expect, test } from "vitest";
import { all, marked, type Person, sendFile, TEXT, takeOver } from "../api/annotated.test-kit.ts";
import { type Known, spaceOf, teacherAt, verbsOf } from "../api/spaces.test-kit.ts";
import { markedText } from "../formats/formats.test-kit.ts";
import { formatOf } from "../formats/formats.ts";
import { TestServer } from "../test-server.ts";
import { UnderWay } from "./under-way.ts";

let server: TestServer;
let teacher: Known;
let eve: Known;
let space = "";
beforeEach(async () => {
  server = await TestServer.start();
  teacher = await teacherAt(server, "Teacher");
  space = await spaceOf(teacher);
  eve = await server.guest("Eve");
  const id = space.split("/").at(-1) ?? "";
  server.sql("INSERT INTO member VALUES (?, ?, 'editor', 1)", id, eve.id);
});
afterEach(() => server.stop());

const fileOf = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const { writer } = await formatOf("postil");
  const note = marked("town", "Ann", { kind: "entity", label: "place-name", note: "Which?" });
  const [file] = (await writer?.write(markedText(TEXT, [note]), "all")) ?? [];
  return Uint8Array.from(Buffer.from(file?.bytes ?? ""));
};

test.each<readonly [string, (person: Person) => object, string]>([
  ["who takes them over", ({ id }) => ({ id, as: "mine" }), `SELECT 'EVE'`],
  ["a stand-in", ({ id, name }) => ({ id, name }), "SELECT user_id FROM stand_in"],
])("[E1] nothing is taken over from a file once %s has gone", async (_, people, who) => {
  const sent = await sendFile(eve, await fileOf(), { space, name: "all.json" });
  const wanted = { ...all(sent.body), people: sent.body.people.map(people) };
  // as if somebody removed them just then
  server.sql(`CREATE TRIGGER gone AFTER INSERT ON taking BEGIN
    DELETE FROM member WHERE user_id IN (${who.replace("EVE", eve.id)}); END`);
  expect((await takeOver(eve, space, wanted)).status).toBe(409);
  expect(server.sql("SELECT * FROM taking")).toEqual([]);
  expect(server.sql("SELECT * FROM article WHERE created_by = ?", eve.id)).toEqual([]);
  expect(await verbsOf(teacher, space)).not.toContain("annotations-imported");
});

test("[E1] who is erased waits until what is written for them has ended, and for nothing else", async () => {
  const underWay = new UnderWay();
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const runs = [
    underWay.run(() => first.promise),
    underWay.run((people) => {
      people.add("eve");
      return second.promise;
    }),
  ];
  await underWay.over("ann");
  let isOver = false;
  const over = underWay.over("eve").then(() => {
    isOver = true;
  });
  first.resolve();
  await runs[0];
  expect(isOver).toBe(false);
  second.reject(new Error("it failed"));
  await expect(runs[1]).rejects.toThrow("it failed");
  await over;
});
