// The W3C's Web Annotation Data Model, as far as it is read: what may stand alone or in a list is a list.

import { z } from "zod";

/** What W3C's annotations say where they come from. */
export const ANNO_CONTEXT = "http://www.w3.org/ns/anno.jsonld";

/** What may be absent, one, or many. */
function manyOf<Shape extends z.ZodType>(shape: Shape) {
  return z.preprocess(
    (value) => (Array.isArray(value) ? value : [value].filter((each) => each != null)),
    z.array(shape),
  );
}

const person = z.union([
  z.string().transform((id) => ({ id, name: id })),
  z
    .looseObject({ id: z.string(), name: z.string(), nickname: z.string() })
    .partial()
    .transform(({ id, nickname = "", name = nickname }) => ({ id: id ?? name, name })),
]);

const selector = z
  .looseObject({
    type: z.string(),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    start: z.int(),
    end: z.int(),
    refinedBy: z.unknown(),
  })
  .partial()
  .catch({});

type Selector = z.infer<typeof selector>;

/** How many selectors may refine each other. */
const MOST_REFINED = 8;

/** A selector, and the words by which those select that refine it; their offsets count in what it selects. */
function refined(first: Selector): Selector[] {
  const found = [first];
  let next = first;
  for (let depth = 0; next.refinedBy !== undefined && depth < MOST_REFINED; depth++) {
    next = selector.parse(next.refinedBy);
    if (next.type === "TextQuoteSelector") found.push(next);
  }
  return found;
}

/** A thing that is told by its address, or as an object that has one. */
const address = z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]);

const target = z.union([
  z.string().transform((source) => ({ source, selector: [] })),
  z
    .looseObject({
      id: z.string().optional(),
      source: address.optional(),
      selector: manyOf(selector),
    })
    .transform(({ id = "", source = id, selector }) => ({
      ...{ source, selector: selector.flatMap(refined) },
    })),
]);

const words = z.looseObject({ value: z.string().optional(), purpose: manyOf(z.string()) });

type Words = { value?: string | undefined; purpose: string[] };

/** Of what is to be chosen from, the first that is words. */
const choice = z
  .looseObject({ type: z.literal("Choice"), items: manyOf(z.unknown()) })
  .transform(({ items }): Words => {
    const all = items.flatMap((item) => words.safeParse(item).data ?? []);
    return all.find(({ value }) => value !== undefined) ?? { purpose: [] };
  });

const body = z.union([z.string().transform((): Words => ({ purpose: [] })), choice, words]);

export const itemShape = z.looseObject({
  id: z.string().default(""),
  type: manyOf(z.string()).refine((types) => types.includes("Annotation")),
  motivation: manyOf(z.string()),
  creator: manyOf(person),
  created: z.string().nullable().default(null),
  body: manyOf(body),
  bodyValue: z.string().default(""),
  target: manyOf(target),
  "postil:attributes": z.record(z.string(), z.string()).default({}),
});

export type Item = z.infer<typeof itemShape>;

const pageShape = z.looseObject({ items: z.array(itemShape) });

/** A collection with its pages inside; what stands at other addresses is not fetched. */
const collectionShape = z
  .looseObject({
    label: z.string().nullable().catch(null),
    first: pageShape,
    "dc:creator": z.string().nullable().default(null),
    "dc:source": z.string().nullable().default(null),
    "dc:language": z.string().nullable().default(null),
    "postil:text": z.string().nullable().default(null),
  })
  .transform(({ first, ...told }) => ({ ...told, items: first.items }));

const bare = (items: Item[]) => ({
  ...{ items, label: null, "postil:text": null },
  ...{ "dc:creator": null, "dc:source": null, "dc:language": null },
});

/** A collection, a page of one, a list of annotations, or a single one. */
export const fileShape = z.union([
  collectionShape,
  pageShape.transform(({ items }) => bare(items)),
  z.array(itemShape).min(1).transform(bare),
  itemShape.transform((item) => bare([item])),
]);

export type Collection = z.infer<typeof fileShape>;

/** Whether a file says that it speaks of W3C's annotations. */
export const recognisedShape = z.union([
  z.looseObject({ "@context": manyOf(z.unknown()).refine((all) => all.includes(ANNO_CONTEXT)) }),
  z
    .array(z.looseObject({ type: manyOf(z.string()), target: z.unknown() }))
    .min(1)
    .refine(([first]) => first?.type.includes("Annotation") && first.target !== undefined),
]);
