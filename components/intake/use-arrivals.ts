// All that somebody brings to the page, on its way: started, ended, changed, taken back.

import { useCallback, useState } from "react";
import { newId } from "#domain/id.ts";
import { type Arrival, beforeOf, type Draft, isReady, type Ready, type Stage } from "./arrival.ts";
import type { Given } from "./given.ts";
import { useRunning } from "./use-running.ts";

export type Arrivals = {
  readonly all: readonly Arrival[];
  readonly bring: (given: readonly Given[]) => void;
  /** Goes on with what was left. */
  readonly resume: (arrivals: readonly Arrival[]) => void;
  /** Brings in something else in its place, or the same anew. */
  readonly replace: (id: string, given: Given) => void;
  /** Ends some and takes them off the page. Nothing of them is forgotten yet. */
  readonly drop: (ids: readonly string[]) => Dropped;
  /** Has the server forget what it holds of them. */
  readonly forget: (arrivals: readonly Arrival[]) => void;
  /** Stays the same function. */
  readonly change: (id: string, edit: (draft: Draft) => Draft) => void;
  /** Tells why it could not be added. */
  readonly tell: (id: string, wrong: string) => void;
};

export type Dropped = {
  /** Where they were, as they were; what was under way begins anew. */
  readonly back: () => void;
  /** Ends the way back: has the server forget them. */
  readonly forget: () => void;
};

export function useArrivals(): Arrivals {
  const [all, setAll] = useState<readonly Arrival[]>([]);
  const setStage = (id: string, stage: Stage): void =>
    setAll((now) => now.map((each) => (each.id === id ? { ...each, stage } : each)));
  const setReady = useCallback(
    (id: string, edit: (stage: Ready) => Ready) =>
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
  const { run, end, forget } = useRunning(setStage);
  const start = (arrivals: readonly Arrival[]): void => {
    // what was refused before has been read
    setAll((now) => [...now.filter(({ stage }) => stage.at !== "refused"), ...arrivals]);
    for (const arrival of arrivals) void run(arrival);
  };
  return {
    all,
    bring: (given) => start(given.map(arrive)),
    resume: start,
    replace: (id, given) => {
      const old = all.find((each) => each.id === id);
      if (old) {
        end(old);
        forget(old);
      }
      const before = old && isReady(old) ? beforeOf(old.stage) : null;
      const arrival: Arrival = { ...arrive(given), id, kept: { import: null, before } };
      setAll((now) => now.map((each) => (each.id === id ? arrival : each)));
      void run(arrival);
    },
    drop: (ids) => {
      const gone = all.filter(({ id }) => ids.includes(id));
      for (const arrival of gone) end(arrival);
      setAll((now) => now.filter(({ id }) => !ids.includes(id)));
      const waiting = gone.filter((each) => !isReady(each)).map(startingAnew);
      const back = gone.map((each) => waiting.find(({ id }) => id === each.id) ?? each);
      return {
        back: () => {
          setAll((now) => merged(all, now, back));
          for (const arrival of waiting) void run(arrival);
        },
        forget: () => gone.forEach(forget),
      };
    },
    forget: (arrivals) => arrivals.forEach(forget),
    change,
    tell: (id, wrong) => setReady(id, (stage) => ({ ...stage, wrong })),
  };
}

const arrive = (given: Given): Arrival => ({
  ...{ id: newId(), given, kept: null },
  stage: { at: "waiting" },
});

const startingAnew = (arrival: Arrival): Arrival => ({ ...arrival, stage: { at: "waiting" } });

/** What is there now and what comes back, each where it was before. */
function merged(
  before: readonly Arrival[],
  now: readonly Arrival[],
  back: readonly Arrival[],
): readonly Arrival[] {
  const there = [...now, ...back];
  const inOrder = before.flatMap(({ id }) => there.find((each) => each.id === id) ?? []);
  return [...inOrder, ...now.filter((each) => !inOrder.includes(each))];
}
