// What somebody changed and has not saved, kept in this browser in case they leave.

import * as z from "zod/mini";
import type { Scheme } from "#domain/scheme.ts";
import { schemeSchema } from "#domain/scheme-schema.ts";
import { keep, recall } from "../ui/browser-memory.ts";
import { type Draft, freshDraft, recalledDraft, savable, unsaved } from "./draft.ts";

const draftKey = (space: string): string => `postil.codebook.${space}`;

const keptSchema = z.object({ base: schemeSchema, now: schemeSchema });

/** The draft of a space: with what was kept, if that is still a change of what is saved. */
export function recallDraft(space: string, saved: Scheme): Draft {
  const kept = keptSchema.safeParse(parsed(recall(draftKey(space))));
  if (!kept.success) return freshDraft(saved);
  const draft = recalledDraft(saved, kept.data.base, kept.data.now);
  return unsaved(draft) === null ? freshDraft(saved) : draft;
}

/** Keeps what is not saved; nothing where all is. */
export function keepDraft(space: string, draft: Draft): void {
  const kept = unsaved(draft) === null ? null : { base: draft.base, now: named(savable(draft)) };
  keep(draftKey(space), kept && JSON.stringify(kept));
}

/** A name that is empty just now would make all of it unreadable. */
function named(scheme: Scheme): Scheme {
  const kinds = scheme.kinds.map((kind) => ({
    ...withName(kind),
    labels: kind.labels.map(withName),
  }));
  return { ...scheme, name: scheme.name.trim() || scheme.id, kinds };
}

const withName = <T extends { readonly id: string; readonly name: string; readonly glyph: string }>(
  named: T,
): T => ({
  ...named,
  name: named.name.trim() || named.id,
  glyph: named.glyph.trim() || "?",
});

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
