// A scheme while somebody changes it: every step can be taken back until it is saved, and after.

import type { Scheme } from "#domain/scheme/scheme.ts";
import { type SchemeDifferences, schemeDifferences } from "#domain/scheme/scheme-differences.ts";
import { mergedSchemes } from "#domain/scheme/scheme-merge.ts";
import { following } from "#domain/scheme/scheme-succession.ts";

/** How many steps can be taken back. */
const STEPS = 200;

export type Draft = {
  /** The scheme as the server has it, as far as we know. */
  readonly base: Scheme;
  readonly now: Scheme;
  readonly past: readonly Scheme[];
  readonly future: readonly Scheme[];
  /** What was changed last: going on in the same field is the same step. Null after anything else. */
  readonly field: string | null;
};

export type DraftAction =
  /** `field` names what is typed in; absent for what is one step by itself. */
  | { readonly type: "change"; readonly to: Scheme; readonly field?: string }
  | { readonly type: "undo" | "redo" | "discard" }
  /** The server has taken what the draft was when it was `sent`. */
  | { readonly type: "saved"; readonly sent: Scheme; readonly scheme: Scheme }
  /** Somebody else has changed the scheme on the server. */
  | { readonly type: "met"; readonly theirs: Scheme };

/** A draft without a change. */
export const freshDraft = (base: Scheme): Draft => ({
  ...{ base, now: base, field: null },
  ...{ past: [], future: [] },
});

/** A draft whose changes were made from `base`, which is not the newest any more when `saved` is another. */
export function recalledDraft(saved: Scheme, base: Scheme, now: Scheme): Draft {
  return { ...freshDraft(saved), now: mergedSchemes(base, now, saved), past: [saved] };
}

export function draftReducer(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case "change":
      return changed(draft, action.to, action.field ?? null);
    case "discard":
      return changed(draft, draft.base, null);
    case "undo":
      return undone(draft);
    case "redo":
      return redone(draft);
    case "saved":
      return saved(draft, action.sent, action.scheme);
    case "met":
      // what they did is no step of ours: taking back must not reach behind it
      return {
        ...freshDraft(action.theirs),
        now: mergedSchemes(draft.base, draft.now, action.theirs),
      };
  }
}

/** What would be saved now, in a form that the server takes: without empty lines, and with every label that there was. */
export function savable({ base, now }: Draft): Scheme {
  const kinds = now.kinds.map((kind) => ({
    ...kind,
    labels: kind.labels.map((label) => ({
      ...label,
      examples: filled(label.examples),
      counterExamples: filled(label.counterExamples),
    })),
    attributes: kind.attributes.map((attribute) => ({
      ...attribute,
      values: attribute.values.filter(({ name }) => name.trim() !== ""),
    })),
  }));
  return following(base, { ...now, questions: filled(now.questions), kinds });
}

/** What saving would change; null for nothing. */
export const unsaved = (draft: Draft): SchemeDifferences | null =>
  schemeDifferences(draft.base, savable(draft));

const filled = (lines: readonly string[]): readonly string[] => {
  const kept = lines.map((line) => line.trim()).filter((line) => line !== "");
  return kept.length === lines.length && kept.every((line, at) => line === lines[at])
    ? lines
    : kept;
};

/** What was changed while it was on its way stays a change. */
function saved(draft: Draft, sent: Scheme, scheme: Scheme): Draft {
  return { ...draft, base: scheme, now: mergedSchemes(sent, draft.now, scheme), field: null };
}

function changed(draft: Draft, to: Scheme, field: string | null): Draft {
  const { now, past } = draft;
  if (to === now) return draft;
  if (field !== null && field === draft.field) return { ...draft, now: to, future: [] };
  return { ...draft, now: to, field, past: [...past, now].slice(-STEPS), future: [] };
}

function undone(draft: Draft): Draft {
  const { now, past, future } = draft;
  const last = past.at(-1);
  if (last === undefined) return draft;
  return { ...draft, now: last, field: null, past: past.slice(0, -1), future: [now, ...future] };
}

function redone(draft: Draft): Draft {
  const { now, past, future } = draft;
  const [next, ...rest] = future;
  if (next === undefined) return draft;
  return { ...draft, now: next, field: null, past: [...past, now], future: rest };
}
