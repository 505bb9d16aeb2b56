// Somebody is erased while others read: over real sockets.

import { afterEach, beforeEach, expect, test } from "vitest";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { TestPeople } from "./test-people.ts";
import { until } from "./test-server.ts";

let people: TestPeople;

beforeEach(async () => {
  people = await TestPeople.at({ ada: "annotator", ben: "annotator", cem: "annotator" });
});
afterEach(() => people.leave());

test("[E7] readers forget an erased layer at once, and go on with all others", async () => {
  const [ada, ben, cem] = [
    await people.join("ada"),
    await people.join("ben"),
    await people.join("cem"),
  ];
  fieldsOf(ben.layer()).set("note", "his");
  fieldsOf(cem.layer()).set("note", "theirs");
  await until(() => fieldsOf(ada.layer("ben")).has("note"), "ada reads ben");
  await until(() => fieldsOf(ada.layer("cem")).has("note"), "ada reads cem");
  ben.cut();
  await people.server.rooms.erase("article", "ben");
  await until(() => !fieldsOf(ada.layer("ben")).has("note"), "ada forgets ben");
  fieldsOf(cem.layer()).set("note", "theirs, changed");
  await until(() => fieldsOf(ada.layer("cem")).get("note") === "theirs, changed", "ada goes on");
  const late = await people.join("ada");
  expect(late.layer("ben").getMap("f").size).toBe(0);
  expect(fieldsOf(late.layer("cem")).get("note")).toBe("theirs, changed");
});
