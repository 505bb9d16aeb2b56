// What a codebook can start from: labels for one kind, or questions about an article as a whole.

import type { Label } from "../scheme.ts";

/** A label as a preset has it; a glyph is found for it, and what it lacks is empty. */
export type PresetLabel = Pick<Label, "id" | "name" | "definition"> &
  Partial<Pick<Label, "question">>;
