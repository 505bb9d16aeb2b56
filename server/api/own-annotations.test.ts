import { afterEach, expect, test } from "vitest";
import { fieldsOf, recordsOf } from "#domain/annotation/layer-roots.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import type { Actor } from "../access/authorize.ts";
import { inTheOpen } from "../access/sight.test-kit.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { TestPeople } from "../sync/test-people.ts";
import { annotate, changeOwn, removeOwn } from "./own-annotations.ts";

let people: TestPeople;

afterEach(() => people.leave());

const at = { scheme: POSTIL_CORE, now: 1 };
const ada: Actor = { userId: "ada", role: "annotator" };

/** The notes of all annotations, by author. */
const notesOf = (live: LiveArticle): Record<string, string> =>
  Object.fromEntries(live.annotations(() => true).map(({ author, note }) => [author, note]));

test("[H8] whoever copies the id of an annotation takes nothing from its author", async () => {
  people = await TestPeople.at({ ada: "annotator", ben: "annotator" });
  await people.server.rooms.use("article", async (live) => {
    // ben's layer is the older one, and comes first
    const wanted = { kind: "claim", start: 4, end: 9 } as const;
    await annotate(live, "ben", { ...wanted, note: "first" }, at);
    const { annotation } = await annotate(live, "ada", { ...wanted, note: "hers" }, at);
    await live.changeLayer("ben", (layer) => {
      const [records, fields] = [recordsOf(layer), fieldsOf(layer)];
      const [copied = ""] = records.keys();
      records.set(annotation.id, records.get(copied));
      fields.set(`${annotation.id}/label`, { kind: "claim", label: null });
      records.delete(copied);
    });
    const changed = await changeOwn(live, inTheOpen(ada), annotation.id, {
      scheme: POSTIL_CORE,
      wanted: { note: "changed" },
    });
    expect(changed.annotation).toMatchObject({ author: "ada", note: "changed" });
    expect(notesOf(live)).toEqual({ ben: "", ada: "changed" });
    await removeOwn(live, inTheOpen(ada), annotation.id);
    expect(notesOf(live)).toEqual({ ben: "" });
  });
});
