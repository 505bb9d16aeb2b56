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
  readonly id: number;
  readonly given: Given;
  readonly stage: Stage;
};

/** The stage of what came and was not touched yet. */
export function readyStage(came: Import): Ready {
  const { title, byline, source, language } = came;
  const about = { byline: byline ?? "", source: source ?? "", language: language ?? "" };
  return { at: "ready", came, draft: { title, ...about, trim: WHOLE }, wrong: null };
}

export const isReady = (arrival: Arrival): arrival is Arrival & { readonly stage: Ready } =>
  arrival.stage.at === "ready";

export const isUnderWay = ({ stage }: Arrival): boolean =>
  stage.at !== "ready" && stage.at !== "refused";

/** What is asked of the server: only what somebody changed is said, the rest it knows. */
export function articleBody(space: string, { came, draft }: Ready) {
  const { title, byline, source, language, trim } = draft;
  return {
    ...{ space, import: came.id, without: [...trim.out] },
    ...(title.trim() !== came.title && { title: title.trim() }),
    ...(byline !== (came.byline ?? "") && { byline }),
    ...(source !== (came.source ?? "") && { source }),
    ...(language !== (came.language ?? "") && { language }),
  };
}
