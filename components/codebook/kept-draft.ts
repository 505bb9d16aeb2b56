// What somebody changed and has not saved, kept in this browser in case they leave.

import * as z from "zod/mini";
import { ATTRIBUTE_INPUTS, LABEL_STATUSES, type Scheme } from "#domain/scheme/scheme.ts";
import { schemeSchema } from "#domain/scheme/scheme-schema.ts";
import { keep, recall } from "../ui/browser-memory.ts";
import { type Draft, freshDraft, recalledDraft, unsaved } from "./draft.ts";

const draftKey = (space: string): string => `postil.codebook.${space}`;

const text = z.string();
const lines = z.array(text);
const shades = z.object({ line: text, tint: text });

const attributeSchema = z.object({
  ...{ id: text, name: text, help: text },
  input: z.enum(ATTRIBUTE_INPUTS),
  values: z.array(z.object({ id: text, name: text })),
});

const labelSchema = z.object({
  ...{ id: text, glyph: text, name: text, definition: text, question: text },
  status: z.enum(LABEL_STATUSES),
  ...{ examples: lines, counterExamples: lines },
});

const kindSchema = <Id extends string, Line extends string>(id: Id, underline: Line) =>
  z.object({
    id: z.literal(id),
    underline: z.literal(underline),
    ...{ key: text, name: text, glyph: text, unit: text },
    colours: z.object({ light: shades, dark: shades }),
    labels: z.array(labelSchema),
    attributes: z.array(attributeSchema),
  });

/** A scheme in the middle of a change: it may break any bound, as long as it can be drawn. */
const unfinishedSchema = z.object({
  ...{ id: text, version: z.number(), name: text, questions: lines },
  kinds: z.tuple([
    kindSchema("claim", "solid"),
    kindSchema("entity", "dotted"),
    kindSchema("framing", "wavy"),
  ]),
}) satisfies z.ZodMiniType<Scheme>;

const keptSchema = z.object({ base: schemeSchema, now: unfinishedSchema });

/** The draft of a space: with what was kept, if that is still a change of what is saved. */
export function recallDraft(space: string, saved: Scheme): Draft {
  const kept = keptSchema.safeParse(parsed(recall(draftKey(space))));
  if (!kept.success) return freshDraft(saved);
  const draft = recalledDraft(saved, kept.data.base, kept.data.now);
  return unsaved(draft) === null ? freshDraft(saved) : draft;
}

/** Keeps what is not saved; nothing where all is. */
export function keepDraft(space: string, draft: Draft): void {
  const kept = unsaved(draft) === null ? null : { base: draft.base, now: draft.now };
  keep(draftKey(space), kept && JSON.stringify(kept));
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}
