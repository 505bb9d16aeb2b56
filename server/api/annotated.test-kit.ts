// A project of three annotators for tests, and what takes all of it over.

import { expect } from "vitest";
import { markedPassage, markedText } from "../formats/formats.test-kit.ts";
import { formatOf } from "../formats/formats.ts";
import type { MarkedAnnotation } from "../formats/marked-article.ts";
import { zipOf } from "../import/convert/zip.test-kit.ts";
import type { Caller } from "../test-server.ts";

export const TEXT = "The mill closed in May.\n\nAda 😀 said that nobody had asked the town.";

/** A passage of these words in it. */
export function marked(words: string, name: string, told: Partial<MarkedAnnotation> = {}) {
  const start = TEXT.indexOf(words);
  const author = { id: name, name };
  return markedPassage({ quote: words, start, end: start + words.length, author, ...told });
}

/** Four of three annotators. */
export const PASSAGES = [
  marked("mill closed", "Ann", { kind: "claim", label: "fact", note: "Checked." }),
  marked("Ada 😀", "Ben", { kind: "entity", label: "person" }),
  marked("nobody had asked", "Ben", { kind: "framing", label: null }),
  marked("town", "Cem", { kind: "entity", label: "place-name" }),
];

/** An exported project, as INCEpTION lays it out. */
export async function projectOf(
  text = TEXT,
  passages = PASSAGES,
): Promise<Uint8Array<ArrayBuffer>> {
  const { writer } = await formatOf("webanno-tsv");
  const files = (await writer?.write(markedText(text, passages), "mill")) ?? [];
  const entries = files.map(({ name, bytes }) => [
    name === "mill.txt" ? "source/mill.txt" : `annotation/mill.txt/${name}`,
    bytes,
  ]);
  return Uint8Array.from(zipOf({ "exportedproject.json": "{}", ...Object.fromEntries(entries) }));
}

/** What takes everything over: labels by their own names, everybody as a stand-in. */
export function all(body: { id: string; articles: object[]; labels: Label[]; people: Person[] }) {
  return {
    import: body.id,
    articles: body.articles.map((_, index) => ({ index })),
    labels: body.labels.map(({ kind, label }) => ({
      ...{ kind, label },
      as: label === "place-name" ? { kind, name: "Place name" } : { kind, label },
    })),
    people: body.people.map(({ id, name }) => ({ id, name })),
    newAttributes: true,
  };
}
type Label = { kind: string; label: string | null };
export type Person = { id: string; name: string };

type Sent = { readonly space: string; readonly name: string };

/** Has somebody send a file for the space at this path. */
export function sendFile(who: Caller, bytes: Uint8Array<ArrayBuffer>, { space, name }: Sent) {
  const headers = { "content-type": "application/octet-stream", "x-file-name": name };
  const id = space.split("/").at(-1);
  return who.ask(`/api/annotated-imports?space=${id}`, { bytes, headers });
}

export const takeOver = (who: Caller, space: string, json: object) =>
  who.ask(`${space}/annotated-articles`, { json });

/** The answer, which has to be a good one. */
export async function done<T extends { readonly status: number; readonly body: unknown }>(
  asked: Promise<T>,
): Promise<T> {
  const answer = await asked;
  expect([answer.status, answer.body]).toEqual([expect.toBeOneOf([200, 201]), answer.body]);
  return answer;
}

/** Our own file of the article at this path, with all that this person sees of it. */
export const fileOf = async (who: Caller, article: string) =>
  (
    await done(
      who.ask(`${article}/annotations?format=postil&names=shown&states=open,resolved,hidden`),
    )
  ).body;
