// A server that is killed while it takes over annotated files: all of it is there afterwards, or nothing.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { all, marked, sendFile, TEXT, takeOver } from "../api/annotated.test-kit.ts";
import { spaceOf } from "../api/spaces.test-kit.ts";
import { markedText } from "../formats/formats.test-kit.ts";
import { formatOf } from "../formats/formats.ts";
import type { MarkedAnnotation } from "../formats/marked-article.ts";
import { zipOf } from "../import/convert/zip.test-kit.ts";
import { ServerProcess } from "../server-process.test-kit.ts";
import { until } from "../sync/test-server.ts";
import { Caller } from "../test-server.ts";

let folder: string;
let server: ServerProcess;
let url: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-taking-"));
});
afterEach(async () => {
  await server.kill();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  server = new ServerProcess({ POSTIL_DATA: folder, LOG_LEVEL: "warn" });
  url = await server.ready();
}

/** Looks into a file of the server, past it. */
function ask(file: "postil.db" | "updates.db", query: string, ...values: SQLInputValue[]) {
  const opened = new DatabaseSync(join(folder, file), { timeout: 5000 });
  try {
    return opened.prepare(query).all(...values);
  } finally {
    opened.close();
  }
}

const numberOf = (...asked: Parameters<typeof ask>): number => Number(ask(...asked)[0]?.n);

/** How many records there are of rooms whose names are like this. */
const recordsOf = (like: string): number =>
  numberOf(
    "updates.db",
    "SELECT count(*) AS n FROM record JOIN room ON room.number = record.room WHERE name LIKE ?",
    like,
  );

const isOpen = (): boolean => numberOf("postil.db", "SELECT count(*) AS n FROM taking") > 0;

/** So many that they are written in many commits. */
const MANY = 150;

const by = (name: string) => ({ id: name, name });
const at = "2026-03-01T12:00:00.000Z";

/** Annotations of two people, each with a reply, a vote and a hiding of the other. */
const spoken = (["Ann", "Ben"] as const).flatMap((name) => {
  const other = by(name === "Ann" ? "Ben" : "Ann");
  const told: Partial<MarkedAnnotation> = {
    note: "n".repeat(500),
    voters: [{ by: other, at, vote: "agree" }],
    hidden: { by: other, at, reason: "Rude" },
    ...{ kind: "entity", label: "place-name" },
  };
  return Array.from({ length: MANY }, (_, number) => {
    const reply = { author: other, text: "No", createdAt: at, editedAt: null, mentions: [] };
    const replies = [{ ...reply, id: `${name}-${number}`, hidden: null }];
    return marked("town", name, { ...told, id: `${name}-${number}`, replies });
  });
});

/** Two articles; the first has the text that is there already, the second was put away. */
async function fileOf(): Promise<Uint8Array<ArrayBuffer>> {
  const { writer } = await formatOf("postil");
  const texts = [TEXT, `${TEXT} Again.`];
  const files = texts.map(async (text, index) => {
    const set = index === 1 ? ({ archived: true, visibility: "own" } as const) : {};
    const [file] = (await writer?.write(markedText(text, spoken, set), `${index}`)) ?? [];
    return [`${index}.json`, file?.bytes ?? ""] as const;
  });
  return Uint8Array.from(zipOf(Object.fromEntries(await Promise.all(files))));
}

type Place = {
  readonly space: string;
  readonly article: string;
  readonly wanted: object;
  /** How many records of layers there are before. */
  readonly layers: number;
};

/** A space with an article that is to be annotated, and what takes the file over. */
async function placeFor(teacher: Caller): Promise<Place> {
  const space = await spaceOf(teacher);
  const json = { space: space.split("/").at(-1), title: "Kept", text: TEXT };
  const { body } = await teacher.ask("/api/articles", { json });
  const sent = await sendFile(teacher, await fileOf(), { space, name: "all.zip" });
  const whole = all(sent.body);
  const articles = [{ index: 0, into: body.id }, { index: 1 }];
  const wanted = { ...whole, articles };
  return { space, article: String(body.id), wanted, layers: recordsOf("%/layer/%") };
}

/** What is there of it, in both files. */
function leftIn({ space, article }: Place) {
  const id = space.split("/").at(-1) ?? "";
  const count = (table: string): number =>
    numberOf("postil.db", `SELECT count(*) AS n FROM ${table} WHERE space_id = ?`, id);
  const [articles, members, labels] = [count("article"), count("member"), count("scheme")];
  const texts = numberOf(
    "updates.db",
    "SELECT count(*) AS n FROM room WHERE name LIKE '%/article' AND name NOT LIKE ?",
    `${article}/%`,
  );
  const users = numberOf("postil.db", "SELECT count(*) AS n FROM user");
  const archived = numberOf(
    "postil.db",
    "SELECT count(*) AS n FROM article WHERE space_id = ? AND archived_at > 0 AND visibility = 'own'",
    id,
  );
  return {
    articles,
    members,
    labels,
    acts: count("audit"),
    texts,
    users,
    archived,
    open: isOpen(),
  };
}

async function annotationsOf(teacher: Caller, { space }: Place): Promise<number[]> {
  const { body } = await teacher.ask("/api/articles");
  const here = body.articles.filter(
    (each: { space: { id: string } }) => each.space.id === space.split("/").at(-1),
  );
  const counts = here.map(async ({ id }: { id: string }) => {
    const states = "states=open,resolved,hidden";
    const told = await teacher.ask(`/api/articles/${id}/annotations?format=postil&${states}`);
    return told.body.annotations.length;
  });
  return await Promise.all(counts);
}

type Moment = readonly [name: string, isHere: (place: Place) => boolean];

const MOMENTS: readonly Moment[] = [
  ["people are there", () => isOpen()],
  ["the first notes are there", ({ article }) => recordsOf(`${article}/layer/%`) > 0],
  ["something is hidden", ({ article }) => recordsOf(`${article}/state`) > 0],
  [
    "another article is there",
    ({ article, layers }) => recordsOf("%/layer/%") > layers + recordsOf(`${article}/layer/%`),
  ],
];

test("[F8] a server that is killed on the way has all of it afterwards, or nothing, and takes it over again", {
  timeout: 120_000,
}, async () => {
  await start();
  const teacher = new Caller(() => url);
  const { body } = await teacher.ask("/api/guests", { json: { name: "Teacher" } });
  ask("postil.db", "UPDATE user SET isAnonymous = 0 WHERE id = ?", body.user.id);
  let cut = 0;
  for (const [name, isHere] of MOMENTS) {
    const place = await placeFor(teacher);
    const before = leftIn(place);
    const taking = takeOver(teacher, place.space, place.wanted).catch(() => null);
    let isAnswered = false;
    void taking.then(() => {
      isAnswered = true;
    });
    await until(() => isAnswered || isHere(place), name, 60_000);
    await server.kill();
    await taking;
    const isCut = isOpen();
    if (isCut) cut++;
    await start();
    expect(server.errors).toBe("");
    if (isCut) {
      expect(leftIn(place), name).toEqual(before);
      expect(await annotationsOf(teacher, place), name).toEqual([0]);
      const { status } = await takeOver(teacher, place.space, place.wanted);
      expect(status, name).toBe(200);
    }
    const whole = { articles: 2, archived: 1, members: 3, labels: 1, open: false };
    expect(leftIn(place), name).toMatchObject(whole);
    expect(await annotationsOf(teacher, place), name).toEqual([2 * MANY, 2 * MANY]);
  }
  expect(cut).toBeGreaterThan(0);
});
