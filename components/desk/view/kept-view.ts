// The view that this browser keeps for a person from visit to visit.

import * as z from "zod/mini";
import { HEATS } from "#domain/annotation/heat.ts";
import { KINDS } from "#domain/scheme/scheme.ts";
import { STATUSES } from "#domain/talk/status.ts";
import { LOOKS } from "../../article/painting/look.ts";
import { viewKey } from "../../article/painting/view-key.ts";
import { keep, recall } from "../../ui/browser-memory.ts";
import { showsAll } from "./filter.ts";
import { FRESH_VIEW, type View } from "./view.ts";

const ids = z.array(z.string());

const keptSchema = z.object({
  look: z.enum(LOOKS),
  focus: z.boolean(),
  hidden: z.object({
    kinds: z.array(z.enum(KINDS)),
    labels: ids,
    people: ids,
    statuses: z.array(z.enum(STATUSES)),
    heats: z.array(z.literal(HEATS)),
  }),
});

/** What was kept last; a fresh view when there is nothing, or nothing that can be read. */
export function recallView(person: string): View {
  const kept = keptSchema.safeParse(parsed(recall(viewKey(person))));
  if (!kept.success) return FRESH_VIEW;
  const { look, focus, hidden } = kept.data;
  const filter = {
    kinds: new Set(hidden.kinds),
    labels: new Set(hidden.labels),
    people: new Set(hidden.people),
    statuses: new Set(hidden.statuses),
    heats: new Set(hidden.heats),
  };
  return { look, filter, focus: focus ? new Set() : null };
}

/** Keeps a view; a fresh one by keeping nothing. */
export function keepView(person: string, { look, filter, focus }: View): void {
  const isFresh = look === FRESH_VIEW.look && showsAll(filter) && focus === null;
  const hidden = {
    kinds: [...filter.kinds],
    labels: [...filter.labels],
    people: [...filter.people],
    statuses: [...filter.statuses],
    heats: [...filter.heats],
  };
  const kept = JSON.stringify({ look, focus: focus !== null, hidden });
  keep(viewKey(person), isFresh ? null : kept);
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
