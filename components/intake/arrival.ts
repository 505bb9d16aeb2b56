// Something on its way to becoming an article.

import type { Step } from "./bring-in.ts";
import type { Given } from "./given.ts";
import type { Import } from "./import-answer.ts";
import { type Trim, WHOLE } from "./trim.ts";

/** What somebody makes of what came, before it is added. */
export type Draft = {
  readonly title: string;
  readonly byline: string;
  readonly source: string;
  /** A BCP 47 tag; "" when it is not known. */
  readonly language: string;
  readonly trim: Trim;
};

export type Stage =
  | Step
  | { readonly at: "refused"; readonly sentence: string }
  | {
      readonly at: "ready";
      readonly came: Import;
      readonly draft: Draft;
      /** Why it could not be added just now. */
      readonly wrong: string | null;
    };

export type Ready = Extract<Stage, { at: "ready" }>;

export type Arrival = {
  readonly id: string;
  readonly given: Given;
  readonly stage: Stage;
  /** What was kept of it when the page was left; null for what was given since. */
  readonly kept: Kept | null;
};

/** What outlives the page. */
export type Kept = {
  /** The id by which the server may still know it; null when it had not come yet. */
  readonly import: string | null;
  readonly before: Before | null;
};

/** What somebody made of what came before. */
export type Before = {
  readonly said: Partial<About>;
  readonly trim: Trim;
  /** The lengths of its blocks, in UTF-16 code units: they tell whether it still fits. */
  readonly lengths: readonly number[];
};

/** What an article says of itself. */
export type About = Omit<Draft, "trim">;

/**
 * The stage of what came. Where it came `before`, what somebody said of it stays, and what they left out
 * where its blocks are still the same.
 */
export function readyStage(came: Import, before: Before | null = null): Ready {
  const lengths = lengthsOf(came);
  const isSame =
    before?.lengths.length === lengths.length &&
    before.lengths.every((length, index) => length === lengths[index]);
  const trim = before !== null && isSame ? before.trim : WHOLE;
  return { at: "ready", came, draft: { ...aboutOf(came), ...before?.said, trim }, wrong: null };
}

/** What is kept of it for when it comes anew. */
export function beforeOf(ready: Ready): Before {
  return { said: saidOf(ready), trim: ready.draft.trim, lengths: lengthsOf(ready.came) };
}

const lengthsOf = ({ blocks }: Import): readonly number[] => blocks.map(({ text }) => text.length);

function aboutOf({ title, byline, source, language }: Import): About {
  return { title, byline: byline ?? "", source: source ?? "", language: language ?? "" };
}

export const isReady = (arrival: Arrival): arrival is Arrival & { readonly stage: Ready } =>
  arrival.stage.at === "ready";

export const isUnderWay = ({ stage }: Arrival): boolean =>
  stage.at !== "ready" && stage.at !== "refused";

/** What somebody changed of what came. */
function saidOf({ came, draft }: Ready): Partial<About> {
  const { title, byline, source, language } = draft;
  const before = aboutOf(came);
  return {
    ...(title.trim() !== before.title && { title: title.trim() }),
    ...(byline !== before.byline && { byline }),
    ...(source !== before.source && { source }),
    ...(language !== before.language && { language }),
  };
}

/** What is asked of the server: only what somebody changed is said, the rest it knows. */
export function articleBody(space: string, ready: Ready) {
  const { came, draft } = ready;
  return { space, import: came.id, without: [...draft.trim.out], ...saidOf(ready) };
}
