// Label Studio's tasks as JSON: the text as data, an annotation object for each annotator, its regions in
// code points. A note is a text area of the region that has its id.
// https://labelstud.io/guide/task_format.html

import { z } from "zod";
import { byAuthor, type OwnWork } from "./by-author.ts";
import { CodePoints } from "./code-points.ts";
import { flatLabel, readFlatLabel } from "./flat-label.ts";
import { type Format, type NamedFile, UnreadableFile } from "./format.ts";
import { jsonFile, jsonOf } from "./json.ts";
import { isPlaced, type MarkedArticle, type PlacedAnnotation } from "./marked-article.ts";
import { mergeTexts } from "./merge-texts.ts";
import {
  type Annotator,
  type ReadAnnotation,
  type ReadArticle,
  readAnnotation,
  readArticle,
  someOf,
} from "./read-article.ts";
import { rangeOf } from "./spans.ts";

/** What the labels, the notes and the text are called in a labelling configuration. */
const FROM = { from_name: "label", to_name: "text" };
const NOTE = { from_name: "note", to_name: "text" };

const words = z.union([z.string().transform((text) => [text]), z.array(z.string())]);

const resultShape = z.looseObject({
  id: z.string().default(""),
  type: z.string().default(""),
  to_name: z.string().default(""),
  value: z
    .looseObject({
      ...{
        start: z.union([z.int(), z.string().transform(Number)]),
        end: z.union([z.int(), z.string().transform(Number)]),
      },
      ...{ labels: z.array(z.string()), hypertextlabels: z.array(z.string()), text: words },
    })
    .partial()
    .default({}),
});

type Result = z.infer<typeof resultShape>;

const nobody = { id: "", name: "" };

const named = (id: string): Annotator => ({ id, name: id });

/** Such as `Ann Archer ann@news.example, 7`, as exports tell who annotated; or a name, as ours do. */
function annotatorNamed(told: string): Annotator {
  const parts = told.trim().split(/\s+/);
  const [address = "", number = ""] = parts.slice(-2);
  if (!/^[^@]+@[^@]+,$/.test(address) || !/^\d+$/.test(number)) return named(told);
  const id = address.slice(0, -1);
  return { id, name: parts.slice(0, -2).join(" ") || id };
}

const annotator = z.union([
  z.number().transform((id) => named(String(id))),
  z.string().transform(named),
  z
    .looseObject({ ...{ email: z.string(), username: z.string(), id: z.number() } })
    .extend({ first_name: z.string(), last_name: z.string() })
    .partial()
    .transform(({ email, username, id, first_name = "", last_name = "" }): Annotator => {
      const address = email || username || String(id ?? "");
      return { id: address, name: `${first_name} ${last_name}`.trim() || username || address };
    }),
]);

const workShape = z.looseObject({
  completed_by: annotator.nullish(),
  created_username: z.string().transform(annotatorNamed).optional(),
  result: z.array(resultShape),
});

const taskShape = z
  .looseObject({
    data: z.record(z.string(), z.unknown()),
    annotations: z.array(workShape).optional(),
    completions: z.array(workShape).optional(),
    predictions: z.array(z.unknown()).optional(),
  })
  .refine(({ annotations, completions, predictions }) => annotations ?? completions ?? predictions);

const fileShape = z.array(taskShape).min(1);

type Task = z.infer<typeof taskShape>;

export const labelStudio: Format = {
  extension: "json",
  mediaType: "application/json",
  writer: {
    carries: new Set(["blanks", "label", "author", "note"]),
    write: (marked, stem) => [jsonFile(`${stem}.json`, [taskOf(marked)])],
  },
  reader: {
    recognises: ([file]) => file !== undefined && fileShape.safeParse(jsonOf(file)).success,
    read: (files) => mergeTexts(files.flatMap(tasksIn).map(readTask)),
  },
};

function taskOf({ article: { text, title }, annotations }: MarkedArticle): object {
  const points = new CodePoints(text);
  const works = byAuthor(annotations.filter(isPlaced));
  return { data: { text, title }, annotations: works.map((own) => workOf(own, points)) };
}

/** Label Studio knows people by addresses and numbers, which nobody has here; it reads past the name. */
function workOf({ name, annotations }: OwnWork<PlacedAnnotation>, points: CodePoints): object {
  return {
    created_username: name,
    ...{ was_cancelled: false, ground_truth: false },
    result: annotations.flatMap((each) => resultsOf(each, points)),
  };
}

function resultsOf(annotation: PlacedAnnotation, points: CodePoints): object[] {
  const { id, note, quote } = annotation;
  const span = { start: points.fromUtf16(annotation.start), end: points.fromUtf16(annotation.end) };
  const labels = [flatLabel(annotation)];
  return [
    { id, ...FROM, type: "labels", origin: "manual", value: { ...span, text: quote, labels } },
    ...(note === ""
      ? []
      : [{ id, ...NOTE, type: "textarea", origin: "manual", value: { ...span, text: [note] } }]),
  ];
}

function tasksIn(file: NamedFile): Task[] {
  const parsed = fileShape.safeParse(jsonOf(file));
  if (!parsed.success) throw new UnreadableFile("not-this-format", parsed.error);
  return parsed.data;
}

function readTask({ data, annotations, completions, predictions = [] }: Task): ReadArticle {
  const works = annotations ?? completions ?? [];
  const text = textIn(
    data,
    works.flatMap(({ result }) => result),
  );
  if (text === null) throw new UnreadableFile("no-text");
  const points = new CodePoints(text);
  const told = works.map((work) => {
    const by = work.created_username ?? work.completed_by ?? nobody;
    const regions = work.result.filter(isRegion);
    const notes = Map.groupBy(work.result.filter(isNote), ({ id }) => id);
    const read = regions.flatMap((region) =>
      annotationOf(region, notes.get(region.id) ?? [], { text, points }),
    );
    return {
      regions,
      annotations: read.map((each) => ({ ...each, by })),
      others: work.result.filter((each) => !isRegion(each) && !isNote(each)),
    };
  });
  const all = told.flatMap(({ annotations }) => annotations);
  const others = told.flatMap(({ others }) => others);
  const relations = others.filter(({ type }) => type === "relation").length;
  const choices = others.filter(({ type }) => type === "choices").length;
  return readArticle({
    ...{ text, annotations: all, title: z.string().safeParse(data.title).data ?? null },
    leftOut: someOf({
      "out-of-text": told.flatMap(({ regions }) => regions).length - all.length,
      ...{ relation: relations, "document-label": choices },
      other: others.length - relations - choices + predictions.length,
    }),
  });
}

const isRegion = ({ type, value: { start, end } }: Result): boolean =>
  type.endsWith("labels") && start !== undefined && end !== undefined;

const isNote = ({ type }: Result): boolean => type === "textarea";

/** The text is called as the configuration wants; it is `text`, what the results speak of, or the only words. */
function textIn(data: Task["data"], results: readonly Result[]): string | null {
  const names = ["text", ...results.map(({ to_name }) => to_name), ...Object.keys(data)];
  const texts = names.map((name) => z.string().safeParse(data[name]).data);
  return texts.find((text) => text !== undefined) ?? null;
}

type Counted = { readonly text: string; readonly points: CodePoints };

function annotationOf(
  region: Result,
  notes: readonly Result[],
  counted: Counted,
): ReadAnnotation[] {
  const { start = -1, end = -1, labels, hypertextlabels } = region.value;
  const range = rangeOf(counted, start, end);
  const [tag] = labels ?? hypertextlabels ?? [];
  if (range === null) return [];
  return [
    readAnnotation({
      ...{ range, ...(tag !== undefined && readFlatLabel(tag)) },
      note: notes.flatMap(({ value }) => value.text ?? []).join("\n"),
    }),
  ];
}
