// All that somebody brings to the page, on its way: started, ended, changed, added.

import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";
import {
  type Arrival,
  type Draft,
  isReady,
  type Ready,
  readyStage,
  type Stage,
} from "./arrival.ts";
import { bringIn } from "./bring-in.ts";
import type { Given } from "./given.ts";
import { Lane } from "./lane.ts";

/** How many are under way at once: the server reads two at a time. */
const AT_ONCE = 2;

export type Arrivals = {
  readonly all: readonly Arrival[];
  readonly bring: (given: readonly Given[]) => void;
  /** Brings in something else in its place, or the same anew. */
  readonly replace: (id: number, given: Given) => void;
  /** Ends it, and has the server forget what it holds of it. */
  readonly drop: (id: number) => void;
  readonly dropAll: () => void;
  /** Stays the same function. */
  readonly change: (id: number, edit: (draft: Draft) => Draft) => void;
  /** Tells why it could not be added. */
  readonly tell: (id: number, wrong: string) => void;
};

export function useArrivals(): Arrivals {
  const [all, setAll] = useState<readonly Arrival[]>([]);
  const works = useWorks();
  const setStage = (id: number, stage: Stage): void =>
    setAll((now) => now.map((each) => (each.id === id ? { ...each, stage } : each)));
  const setReady = useCallback(
    (id: number, edit: (stage: Ready) => Ready) =>
      setAll((now) =>
        now.map((each) =>
          each.id === id && isReady(each) ? { ...each, stage: edit(each.stage) } : each,
        ),
      ),
    [],
  );
  const change: Arrivals["change"] = useCallback(
    (id, edit) => setReady(id, (stage) => ({ ...stage, draft: edit(stage.draft), wrong: null })),
    [setReady],
  );
  const { run, end } = useRunning(works, setStage);
  const ids = useRef(0);
  const arrive = (given: Given): Arrival => ({
    ...{ id: ++ids.current, given },
    stage: { at: "waiting" },
  });
  const without = (gone: readonly Arrival[]): void => {
    for (const arrival of gone) end(arrival);
    setAll((now) => now.filter(({ id }) => !gone.some((each) => each.id === id)));
  };
  return {
    all,
    bring: (given) => {
      const arrivals = given.map(arrive);
      // what was refused before has been read
      setAll((now) => [...now.filter(({ stage }) => stage.at !== "refused"), ...arrivals]);
      for (const arrival of arrivals) void run(arrival);
    },
    replace: (id, given) => {
      const old = all.find((each) => each.id === id);
      if (old) end(old);
      const arrival = { id, given, stage: { at: "waiting" } } as const;
      setAll((now) => now.map((each) => (each.id === id ? arrival : each)));
      void run(arrival, old && isReady(old) ? old.stage : null);
    },
    drop: (id) => without(all.filter((each) => each.id === id)),
    dropAll: () => without(all),
    change,
    tell: (id, wrong) => setReady(id, (stage) => ({ ...stage, wrong })),
  };
}

type Works = Map<number, AbortController>;

/** What is under way, by the id of its arrival; whoever leaves the page ends it all. */
function useWorks(): Works {
  const [works] = useState<Works>(() => new Map());
  const endAll = useCallback(() => {
    for (const work of works.values()) work.abort();
  }, [works]);
  useEffect(() => endAll, [endAll]);
  return works;
}

/** Starts an arrival on its way, and ends one wherever it is. */
function useRunning(works: Works, setStage: (id: number, stage: Stage) => void) {
  const words = useTranslations("intake");
  const problems = useTranslations("problems");
  const ask = useAskServer();
  const [lane] = useState(() => new Lane(AT_ONCE));
  const forget = (id: string): void =>
    void ask(`/imports/${id}`, { method: "DELETE", expect: z.unknown() });
  const run = async ({ id, given }: Arrival, before: Ready | null = null): Promise<void> => {
    const work = new AbortController();
    works.set(id, work);
    const { signal } = work;
    const onStep = (step: Stage): void => {
      if (!signal.aborted) setStage(id, step);
    };
    const brought = await lane.run(() => bringIn(given, { words, problems, onStep, signal }));
    if (signal.aborted) {
      if (brought.ok) forget(brought.value.id);
      return;
    }
    works.delete(id);
    setStage(
      id,
      brought.ok
        ? readyStage(brought.value, before)
        : { at: "refused", sentence: brought.sentence },
    );
  };
  const end = (arrival: Arrival): void => {
    works.get(arrival.id)?.abort();
    works.delete(arrival.id);
    if (isReady(arrival)) forget(arrival.stage.came.id);
  };
  return { run, end };
}
