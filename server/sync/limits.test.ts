// Limits over real sockets: whoever is too fast is slowed down, whoever floods is cut, nobody else notices.

import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { articleFragment } from "#domain/article/article.ts";
import { CLOSE } from "#domain/wire.ts";
import { encodeStep1, STEP_2 } from "./sync-message.ts";
import { TestPeople } from "./test-people.ts";
import { until } from "./test-server.ts";

let people: TestPeople;

afterEach(() => people.leave());

const ROLES = { ada: "annotator", ben: "annotator" } as const;

test("[S17] who writes faster than a person can is heard more slowly, and loses nothing", async () => {
  people = await TestPeople.at(ROLES, { limits: { messages: 100 } });
  const [ada, ben] = [await people.join("ada"), await people.join("ben")];
  const start = performance.now();
  for (let number = 0; number < 400; number++) fieldsOf(ada.layer()).set(`${number}`, number);
  fieldsOf(ben.layer()).set("meanwhile", true);
  await until(() => ben.isSaved, "ben does not wait for ada");
  expect(ada.isSaved).toBe(false);
  await until(() => ada.isSaved, "all of ada's is stored");
  // 300 at once, 100 a second
  expect(performance.now() - start).toBeGreaterThan(900);
  expect(ada.closeCode).toBeNull();
  await until(() => fieldsOf(ben.layer("ada")).size === 400, "ben has all of it");
});

test("[S17] who floods is cut with 4429, and nobody else notices", async () => {
  people = await TestPeople.at(ROLES, { limits: { messages: 20 } });
  const [ada, ben] = [await people.join("ada"), await people.join("ben")];
  // an awareness update about nobody
  const nonsense = new Uint8Array([1, 1, 0]);
  for (let number = 0; number < 20_000; number++) ada.send(nonsense);
  await until(() => ada.closeCode !== null, "ada is cut");
  expect(ada.closeCode).toBe(CLOSE.tooFast);
  fieldsOf(ben.layer()).set("still", true);
  await until(() => ben.isSaved, "ben writes on");
});

test("[S17] one person has a handful of sockets at an article; one that is closed makes room", async () => {
  people = await TestPeople.at(ROLES, { limits: { perPerson: 2 } });
  const [first] = [await people.join("ada"), await people.join("ada")];
  const third = await people.connect("ada");
  await until(() => third.closeCode !== null, "the third is turned away");
  expect(third.closeCode).toBe(CLOSE.tooBig);
  await people.join("ben");
  first.cut();
  await until(async () => {
    const again = await people.connect("ada");
    await until(() => again.isReady || again.closeCode !== null, "an answer");
    return again.isReady;
  }, "there is room again");
});

test("[S17] one address has so many sockets", async () => {
  people = await TestPeople.at(ROLES, { limits: { perAddress: 1 } });
  await people.join("ada");
  const second = await people.connect("ben");
  await until(() => second.closeCode !== null, "the second is turned away");
  expect(second.closeCode).toBe(CLOSE.tooBig);
});

test("[S17] beside one who floods and one who sends as much as may be, an honest person's words all land", async () => {
  people = await TestPeople.at({ ...ROLES, cem: "annotator" }, { limits: { messages: 20 } });
  const [ada, ben] = [await people.join("ada"), await people.join("ben")];
  const cem = await people.join("cem");
  const nonsense = new Uint8Array([1, 1, 0]);
  const much = new Uint8Array(200_000);
  let [sent, landed] = [0, 0];
  const flood = setInterval(() => {
    for (let count = 0; count < 100; count++) ada.send(nonsense);
    cem.push(much);
    sent++;
  }, 5);
  for (; landed < 20; landed++) {
    fieldsOf(ben.layer()).set(`${landed}`, landed);
    await until(() => ben.isSaved, `word ${landed} is stored`, 2000);
  }
  clearInterval(flood);
  expect(sent).toBeGreaterThan(0);
  expect(people.server.log.extent("article/layer/ben").records).toBe(landed);
});

test("[S17] who asks for everything again and again has it five times, and then once in a while", async () => {
  people = await TestPeople.at({ ...ROLES, eva: "editor" });
  const [ada, ben, eva] = [
    await people.join("ada"),
    await people.join("ben"),
    await people.join("eva"),
  ];
  await until(() => articleFragment(eva.article).length > 0, "the text");
  const long = new Y.XmlElement("paragraph");
  long.insert(0, [new Y.XmlText("x".repeat(100_000))]);
  articleFragment(eva.article).push([long]);
  await until(() => eva.isTextSaved, "a long text");
  const everything = encodeStep1(Y.encodeStateVector(new Y.Doc()));
  const answers = (): number => ada.heard.filter((type) => type === -STEP_2).length;
  const before = answers();
  for (let count = 0; count < 50; count++) ada.send(everything);
  await until(() => answers() - before === 6, "five, and one that earns a rest");
  for (let count = 0; count < 20; count++) {
    fieldsOf(ben.layer()).set(`${count}`, count);
    await until(() => ben.isSaved, "ben writes on");
  }
  expect(answers() - before).toBe(6);
  expect(ada.closeCode).toBeNull();
});
