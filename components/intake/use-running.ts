// Starts an arrival on its way, and ends one wherever it is.

import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { type Ask, useAskServer } from "../library/ask-server.ts";
import { type Arrival, isReady, readyStage, type Stage } from "./arrival.ts";
import { type Brought, bringIn, type Step } from "./bring-in.ts";
import { importSchema } from "./import-answer.ts";
import { Lane } from "./lane.ts";

/** How many are under way at once: the server reads two at a time. */
const AT_ONCE = 2;

export type Running = {
  readonly run: (arrival: Arrival) => Promise<void>;
  readonly end: (arrival: Arrival) => void;
  /** Has the server forget what it holds of it. */
  readonly forget: (arrival: Arrival) => void;
};

export function useRunning(setStage: (id: string, stage: Stage) => void): Running {
  const words = useTranslations("intake");
  const problems = useTranslations("problems");
  const ask = useAskServer();
  const works = useWorks();
  const [lane] = useState(() => new Lane(AT_ONCE));
  const drop = (id: string): void =>
    void ask(`/imports/${id}`, { method: "DELETE", expect: z.unknown() });
  const run = async ({ id, given, kept }: Arrival): Promise<void> => {
    const work = new AbortController();
    works.set(id, work);
    const { signal } = work;
    const onStep = (step: Step): void => {
      if (!signal.aborted) setStage(id, step);
    };
    const telling = { words, problems, onStep, signal };
    const brought = await lane.run(
      async () => (await knownOf(kept, ask)) ?? (await bringIn(given, telling)),
    );
    if (signal.aborted) {
      if (brought.ok && brought.value.id !== kept?.import) drop(brought.value.id);
      return;
    }
    works.delete(id);
    setStage(
      id,
      brought.ok
        ? readyStage(brought.value, kept?.before)
        : { at: "refused", sentence: brought.sentence },
    );
  };
  return {
    run,
    end: ({ id }) => {
      works.get(id)?.abort();
      works.delete(id);
    },
    forget: (arrival) => {
      const known = isReady(arrival) ? arrival.stage.came.id : arrival.kept?.import;
      if (known) drop(known);
    },
  };
}

/** What the server still knows of it; null when it knows nothing any more. */
async function knownOf(kept: Arrival["kept"], ask: Ask): Promise<Brought | null> {
  if (!kept?.import) return null;
  const answer = await ask(`/imports/${kept.import}`, { expect: importSchema });
  return !answer.ok && answer.code === "import-gone" ? null : answer;
}

type Works = Map<string, AbortController>;

/** What is under way, by the id of its arrival; whoever leaves the page ends it all. */
function useWorks(): Works {
  const [works] = useState<Works>(() => new Map());
  const endAll = useCallback(() => {
    for (const work of works.values()) work.abort();
  }, [works]);
  useEffect(() => endAll, [endAll]);
  return works;
}
