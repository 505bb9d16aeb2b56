// Label Studio's tasks as JSON: the text as data, an annotation object for each annotator, its regions in
// code points, with notes as what Label Studio calls meta information of a region.
// https://labelstud.io/guide/task_format.html

import { byAuthor, type OwnWork } from "./by-author.ts";
import { CodePoints } from "./code-points.ts";
import { flatLabel } from "./flat-label.ts";
import { type Format, type NamedFile, UnreadableFile } from "./format.ts";
import { jsonFile, jsonOf } from "./json.ts";
import { readTask } from "./label-studio-reader.ts";
import { type Task, tasksShape } from "./label-studio-tasks.ts";
import { isPlaced, type MarkedArticle, type PlacedAnnotation } from "./marked-article.ts";
import { mergeTexts } from "./merge-texts.ts";

/** What the labels and the text are called in a labelling configuration. */
const FROM = { from_name: "label", to_name: "text" };

export const labelStudio: Format = {
  extension: "json",
  mediaType: "application/json",
  writer: {
    carries: new Set(["blanks", "label", "author", "note"]),
    write: (marked, stem) => [jsonFile(`${stem}.json`, [taskOf(marked)])],
  },
  reader: {
    recognises: ([file]) => file !== undefined && tasksShape.safeParse(jsonOf(file)).success,
    read: (files) => mergeTexts(files.flatMap(tasksIn).map(readTask)),
  },
};

/** Its own converters ask for a number. */
function taskOf({ article: { text, title }, annotations }: MarkedArticle): object {
  const points = new CodePoints(text);
  const works = byAuthor(annotations.filter(isPlaced));
  return { id: 1, data: { text, title }, annotations: works.map((own) => workOf(own, points)) };
}

/** Label Studio knows people by addresses and numbers, which nobody has here; it reads past the name. */
function workOf({ name, annotations }: OwnWork<PlacedAnnotation>, points: CodePoints): object {
  return {
    created_username: name,
    ...{ was_cancelled: false, ground_truth: false },
    result: annotations.map((each) => resultOf(each, points)),
  };
}

function resultOf(annotation: PlacedAnnotation, points: CodePoints): object {
  const { id, note, quote } = annotation;
  const span = { start: points.fromUtf16(annotation.start), end: points.fromUtf16(annotation.end) };
  const value = { ...span, text: quote, labels: [flatLabel(annotation)] };
  return {
    ...{ id, ...FROM, type: "labels", origin: "manual", value },
    ...(note !== "" && { meta: { text: [note] } }),
  };
}

function tasksIn(file: NamedFile): Task[] {
  const parsed = tasksShape.safeParse(jsonOf(file));
  if (!parsed.success) throw new UnreadableFile("not-this-format", parsed.error);
  return parsed.data;
}
