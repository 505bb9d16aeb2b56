// A new text on its way: brought in or typed, looked at, then put in the place of the old one.

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { bringIn, type Step } from "../intake/bring-in.ts";
import type { Given } from "../intake/given.ts";
import type { Import } from "../intake/import-answer.ts";
import { useAskServer } from "../library/ask-server.ts";
import { carryOverSchema } from "./carry-over-report.tsx";

const revisedSchema = z.extend(carryOverSchema, {
  paragraphs: z.array(
    z.object({
      before: z.nullable(z.string()),
      after: z.nullable(z.string()),
      block: z.nullable(z.int()),
    }),
  ),
  /** The blocks that were left out when the article was brought in before. */
  left: z.array(z.int()),
});

export type Revised = Readonly<z.infer<typeof revisedSchema>>;

/** What is to be the new text: what was brought in, or what was typed. */
export type Proposal =
  | { readonly from: "import"; readonly came: Import }
  | { readonly from: "hand"; readonly text: string };

export type Stage =
  | { readonly at: "asking" }
  | {
      readonly at: "coming";
      readonly given: Given;
      readonly step: Step | { readonly at: "refused"; readonly sentence: string };
    }
  | { readonly at: "seen"; readonly proposal: Proposal; readonly revised: Revised }
  | { readonly at: "kept"; readonly revised: Revised };

const ASKING: Stage = { at: "asking" };

export function useNewVersion(articleId: string) {
  const ask = useAskServer();
  const [words, problems] = [useTranslations("intake"), useTranslations("problems")];
  const [stage, setStage] = useState<Stage>(ASKING);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const leaving = useRef(new AbortController());
  useEffect(() => () => leaving.current.abort(), []);

  /** Looks at a proposal, or with `without` (what is left out of it) puts it in the place of the text. */
  const send = async (proposal: Proposal, without: readonly number[] | null): Promise<void> => {
    setBusy(true);
    setError(null);
    const preview = without === null;
    // all of it is looked at, also what was left out before
    const { path, body } = wished(proposal, without ?? []);
    const answer = await ask(`/articles/${articleId}/${path}`, {
      method: "POST",
      body: { ...body, preview },
      expect: revisedSchema,
    });
    setBusy(false);
    if (!answer.ok) setError(answer.sentence);
    else if (preview) setStage({ at: "seen", proposal, revised: answer.value });
    else setStage({ at: "kept", revised: answer.value });
    if (!answer.ok && preview) setStage(ASKING);
  };

  const bring = async (given: Given): Promise<void> => {
    setError(null);
    leaving.current = new AbortController();
    const { signal } = leaving.current;
    const onStep = (step: Step): void => {
      if (!signal.aborted) setStage({ at: "coming", given, step });
    };
    const brought = await bringIn(given, { words, problems, onStep, signal });
    if (signal.aborted) return;
    if (brought.ok) await send({ from: "import", came: brought.value }, null);
    else setStage({ at: "coming", given, step: { at: "refused", sentence: brought.sentence } });
  };

  /** Back to the beginning; what was brought in is forgotten. */
  const back = (): void => {
    leaving.current.abort();
    if (stage.at === "seen" && stage.proposal.from === "import") {
      void ask(`/imports/${stage.proposal.came.id}`, { method: "DELETE", expect: z.unknown() });
    }
    setError(null);
    setStage(ASKING);
  };

  return {
    ...{ stage, typed, busy, error, back },
    bring: (given: Given) => void bring(given),
    look: (text: string) => {
      setTyped(text);
      void send({ from: "hand", text }, null);
    },
    keep: (proposal: Proposal, without: readonly number[]) => void send(proposal, without),
  };
}

function wished(proposal: Proposal, without: readonly number[]) {
  return proposal.from === "import"
    ? { path: "reimport", body: { import: proposal.came.id, without } }
    : { path: "versions", body: { text: proposal.text } };
}
