// Label Studio's tasks as files hold them: its export of a project, one task as older versions kept it, one
// annotation as it puts them into a storage, and its short export (JSON_MIN), which is a row for each annotator.

import { z } from "zod";
import type { Annotator } from "./read-article.ts";

const words = z.union([z.string().transform((text) => [text]), z.array(z.string())]);

const offset = z.union([z.number(), z.string()]);

/** Where it stands, and its labels by the kind of control that gave them (`labels`, `hypertextlabels`…). */
const valueShape = z
  .looseObject({
    ...{ start: offset, end: offset, startOffset: z.number(), endOffset: z.number() },
    globalOffsets: z.looseObject({ start: z.int(), end: z.int() }),
    ...{ text: words, choices: z.array(z.string()) },
  })
  .partial();

const resultShape = z.looseObject({
  id: z.string().default(""),
  type: z.string().default(""),
  from_name: z.string().default(""),
  to_name: z.string().default(""),
  value: valueShape.default({}),
  meta: z.looseObject({ text: words }).partial().nullish(),
});

/** One thing that was said, of a passage or of the whole text. */
export type Result = z.infer<typeof resultShape>;

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
  created_at: z.string().nullish(),
  was_cancelled: z.boolean().nullish(),
  skipped: z.boolean().nullish(),
  result: z.array(resultShape),
});

/** What one person said of a text. */
export type Work = z.infer<typeof workShape>;

const data = z.record(z.string(), z.unknown());

const taskShape = z
  .looseObject({
    data,
    annotations: z.array(workShape).optional(),
    completions: z.array(workShape).optional(),
    predictions: z.array(z.unknown()).optional(),
  })
  .refine(({ annotations, completions, predictions }) => annotations ?? completions ?? predictions)
  .transform(({ data, annotations, completions, predictions = [] }) => ({
    ...{ data, works: annotations ?? completions ?? [] },
    predictions: predictions.length,
  }));

const storedShape = workShape
  .extend({ task: z.looseObject({ data }) })
  .transform(({ task, ...work }): Task => ({ data: task.data, works: [work], predictions: 0 }));

/** A text with what was said of it. `data` are the texts, called as the configuration wants. */
export type Task = {
  readonly data: z.infer<typeof data>;
  readonly works: readonly Work[];
  readonly predictions: number;
};

const regionShape = z.looseObject({ start: offset, end: offset });

/** What rows of the short export tell besides the data and what the controls gave. */
const rowShape = z
  .looseObject({ annotator: annotator.nullish(), annotation_id: z.number().nullable() })
  .extend({ created_at: z.string().nullish(), updated_at: z.unknown() })
  .transform(({ annotator, annotation_id, created_at, updated_at, ...told }): Task => {
    const regions = Object.entries(told).flatMap(([from_name, value]) =>
      (z.array(regionShape).safeParse(value).data ?? []).map((region) => ({ from_name, region })),
    );
    const result = regions.map(({ from_name, region }, index) =>
      resultShape.parse({ id: String(index), type: "labels", from_name, value: region }),
    );
    const works = [{ completed_by: annotator, created_at, result }];
    return { data: told, works: annotation_id === null ? [] : works, predictions: 0 };
  });

const one = z.union([taskShape, storedShape]).transform((task) => [task]);

/** A file of tasks, in any of its forms. */
export const tasksShape = z.union([
  z.array(taskShape).min(1),
  z.array(rowShape).min(1),
  z.array(storedShape).min(1),
  one,
]);
